#include "core/io/model_config.h"
