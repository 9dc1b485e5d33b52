#include "core/diffusion/guidance.h"
