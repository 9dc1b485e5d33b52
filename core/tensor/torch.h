#pragma once
// The one precompiled header: everything torch that the layers above use. No Qt header may meet it without
// QT_NO_KEYWORDS.
#include <torch/torch.h>
