#include "core/tensor/runtime.h"
