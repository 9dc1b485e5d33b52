#include "core/nn/clip_text_encoder.h"
