#include "core/ensemble/sabw.h"
