#include "core/io/checkpoint.h"
