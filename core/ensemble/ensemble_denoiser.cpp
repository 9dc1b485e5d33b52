#include "core/ensemble/ensemble_denoiser.h"
