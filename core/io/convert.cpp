#include "core/io/convert.h"
