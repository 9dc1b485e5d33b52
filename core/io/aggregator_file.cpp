#include "core/io/aggregator_file.h"
