#include "core/diffusion/noise_source.h"
