#include "core/io/probe.h"
