#include "core/io/picture_file.h"
