#include "core/text/clip_tokenizer.h"
