#include "core/nn/unet.h"
