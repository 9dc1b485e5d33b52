#include "core/diffusion/noise_schedule.h"
