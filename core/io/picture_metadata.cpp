#include "core/io/picture_metadata.h"
