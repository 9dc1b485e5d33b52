#include "core/nn/vae.h"
