#include "core/nn/layers.h"
