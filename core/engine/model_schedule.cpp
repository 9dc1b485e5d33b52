#include "core/engine/model_schedule.h"

#include <regex>

#include "core/base/shortened.h"
#include "core/engine/requests.h"

namespace afa {

std::vector<int> parseModelSchedule(const std::string& text, int models, int evaluations) {
    const std::string option = "--schedule " + quoted(text) + ": ";
    static const std::regex form("([0-9]{1,3}):([0-9]{1,4})-([0-9]{1,4})(,|$)");
    std::vector<int> modelOf(static_cast<std::size_t>(evaluations), -1);
    auto rest = text.cbegin();
    std::smatch match;
    while (rest != text.cend()) {
        if (!std::regex_search(rest, text.cend(), match, form, std::regex_constants::match_continuous))
            throw RequestError(option + "expected MODEL:FIRST-LAST,.. such as 0:0-11,1:12-24");
        const int model = std::stoi(match[1]), first = std::stoi(match[2]), last = std::stoi(match[3]);
        if (model >= models)
            throw RequestError(option + "names model " + std::to_string(model) + "; there are " +
                               std::to_string(models) + ", counted from 0");
        if (first > last || last >= evaluations)
            throw RequestError(option + "expected steps within 0-" + std::to_string(evaluations - 1) +
                               ", found " + std::to_string(first) + "-" + std::to_string(last));
        for (int i = first; i <= last; ++i) {
            if (modelOf[static_cast<std::size_t>(i)] >= 0)
                throw RequestError(option + "step " + std::to_string(i) + " has two models");
            modelOf[static_cast<std::size_t>(i)] = model;
        }
        rest = match[0].second;
    }
    for (int i = 0; i < evaluations; ++i)
        if (modelOf[static_cast<std::size_t>(i)] < 0)
            throw RequestError(option + "step " + std::to_string(i) + " has no model");
    return modelOf;
}

}  // namespace afa
