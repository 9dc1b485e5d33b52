#include "core/engine/model_schedule.h"

#include <regex>

#include "core/base/shortened.h"
#include "core/engine/requests.h"

namespace afa {

std::vector<int> parseModelSchedule(const std::string& text, int models, int evaluations) {
    const Option option{"schedule", quoted(text)};
    static const std::regex form("([0-9]{1,3}):([0-9]{1,4})-([0-9]{1,4})(,|$)");
    std::vector<int> modelOf(static_cast<std::size_t>(evaluations), -1);
    auto rest = text.cbegin();
    std::smatch match;
    while (rest != text.cend()) {
        if (!std::regex_search(rest, text.cend(), match, form, std::regex_constants::match_continuous))
            throw RequestError(
                Message::of("%1: expected MODEL:FIRST-LAST,.. such as 0:0-11,1:12-24", option));
        const int model = std::stoi(match[1]), first = std::stoi(match[2]), last = std::stoi(match[3]);
        if (model >= models)
            throw RequestError(
                Message::of("%1: names model %2; there are %3, counted from 0", option, model, models));
        if (first > last || last >= evaluations)
            throw RequestError(Message::of("%1: expected steps within 0-%2, found %3-%4", option,
                                           evaluations - 1, first, last));
        for (int i = first; i <= last; ++i) {
            if (modelOf[static_cast<std::size_t>(i)] >= 0)
                throw RequestError(Message::of("%1: step %2 has two models", option, i));
            modelOf[static_cast<std::size_t>(i)] = model;
        }
        rest = match[0].second;
    }
    for (int i = 0; i < evaluations; ++i)
        if (modelOf[static_cast<std::size_t>(i)] < 0)
            throw RequestError(Message::of("%1: step %2 has no model", option, i));
    return modelOf;
}

}  // namespace afa
