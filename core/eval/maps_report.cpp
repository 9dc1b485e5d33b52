#include "core/eval/maps_report.h"
