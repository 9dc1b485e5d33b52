#include "core/eval/maps_sheet.h"
