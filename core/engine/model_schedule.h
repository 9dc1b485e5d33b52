#pragma once
#include <string>
#include <vector>

namespace afa {

/// A schedule such as "0:0-11,1:12-24": model 0 runs at the sampler's evaluations 0 to 11, model 1 after
/// that. Returns the model of each of the `evaluations`. Throws RequestError: another form, a model that is
/// not there, evaluations without a model or with two.
std::vector<int> parseModelSchedule(const std::string& text, int models, int evaluations);

}  // namespace afa
