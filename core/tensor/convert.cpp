#include "core/tensor/convert.h"
