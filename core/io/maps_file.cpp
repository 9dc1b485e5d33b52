#include "core/io/maps_file.h"
