#include "core/io/tensor_file.h"
