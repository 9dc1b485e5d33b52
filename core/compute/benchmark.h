#pragma once
#include "core/base/task.h"
#include "core/engine/requests.h"

namespace afa {

/// Times the parts of a picture on this machine (`afa benchmark`).
BenchmarkResult runBenchmark(const BenchmarkRequest& request, const TaskControl& control);

}  // namespace afa
