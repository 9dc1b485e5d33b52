#include "core/diffusion/sampler.h"
