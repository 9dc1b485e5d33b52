#include "core/engine/train_request.h"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <set>
#include <type_traits>

#include "core/base/json.h"
#include "core/base/shortened.h"
#include "core/engine/validation.h"

namespace afa {
namespace {

namespace json = boost::json;
using Path = std::filesystem::path;

constexpr std::int64_t kMaxCount = 1'000'000'000;

json::value toJson(const Path& value) {
    return json::string(value.string());
}
json::value toJson(const std::vector<Path>& values) {
    json::array list;
    for (const auto& value : values)
        list.emplace_back(value.string());
    return list;
}
template <typename T>
json::value toJson(const T& value) {
    return json::value_from(value);
}

[[noreturn]] void wrongType(const std::string& where, const char* name, const Message& expected,
                            const json::value& found) {
    throw FileError(
        Message::of("%1: %2: expected %3, found %4", where, name, expected, json::serialize(found)));
}

void fromJson(const json::value& value, const std::string& where, const char* name, std::string& member) {
    if (!value.is_string()) wrongType(where, name, Message::of("a text"), value);
    member = std::string(value.as_string());
}
void fromJson(const json::value& value, const std::string& where, const char* name, Path& member) {
    if (!value.is_string()) wrongType(where, name, Message::of("a path"), value);
    member = std::string(value.as_string());
}
void fromJson(const json::value& value, const std::string& where, const char* name,
              std::vector<Path>& member) {
    if (!value.is_array()) wrongType(where, name, Message::of("a list of paths"), value);
    member.clear();
    for (const auto& item : value.as_array())
        fromJson(item, where, name, member.emplace_back());
}
void fromJson(const json::value& value, const std::string& where, const char* name, bool& member) {
    if (!value.is_bool()) wrongType(where, name, Message::of("true or false"), value);
    member = value.as_bool();
}
template <typename Number>
requires std::is_arithmetic_v<Number>
void fromJson(const json::value& value, const std::string& where, const char* name, Number& member) {
    boost::system::error_code error;
    member = value.to_number<Number>(error);
    if (error)
        wrongType(where, name,
                  std::is_integral_v<Number> ? Message::of("a whole number") : Message::of("a number"),
                  value);
}

class Problems {
  public:
    explicit Problems(std::vector<Problem>& list) : list_(list) {}
    void add(Problem problem) { list_.push_back(std::move(problem)); }
    template <typename Number>
    void range(const char* name, Number value, Number low, Number high) {
        if (value >= low && value <= high) return;  // false for NaN
        add(Message::of("%1 is %2; expected %3 to %4", Option{name}, text(value), text(low), text(high)));
    }
    void choice(const char* name, const std::string& value, const std::set<std::string>& allowed) {
        if (allowed.contains(value)) return;
        std::string names;
        for (const auto& item : allowed)
            names += (names.empty() ? "" : ", ") + item;
        add(Message::of("%1 is %2; expected one of %3", Option{name}, quoted(value), names));
    }

  private:
    template <typename Number>
    static std::string text(Number value) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return {digits, end};
    }
    std::vector<Problem>& list_;
};

}  // namespace

std::vector<int> parseStageList(const std::string& text) {
    std::vector<int> stages;
    const char* at = text.data();
    const char* end = at + text.size();
    while (true) {
        int stage = 0;
        const auto [next, error] = std::from_chars(at, end, stage);
        if (error != std::errc() || stage < 1 || (!stages.empty() && stage <= stages.back())) return {};
        stages.push_back(stage);
        if (next == end) return stages;
        if (*next != ',') return {};
        at = next + 1;
    }
}

std::vector<Problem> TrainRequest::validate() const {
    std::vector<Problem> list;
    Problems problems(list);
    if (models.size() < 2)
        problems.add(Message::of("an ensemble joins at least 2 base models (%1), found %2", Option{"model"},
                                 models.size()));
    if (models.size() > kMaxModels)
        problems.add(
            {"model", Message::of("%1 base models; at most %2 run together", models.size(), kMaxModels)});
    // A state and the result tell all of these, in JSON.
    validateUtf8(list, Message::option({"sample-prompt"}), samplePrompt);
    for (const auto& paths : {models, data, std::vector<std::filesystem::path>{vae, validation, output}})
        for (const auto& path : paths)
            validateUtf8(list, Message::verbatim(path.string()), path.string());
    if (data.empty()) problems.add(Message::of("no training data given (%1)", Option{"data"}));
    if (output.empty()) problems.add(Message::of("no folder for the run given (%1)", Option{"output"}));
    if (!models.empty()) problems.range("host", host, 0, static_cast<int>(models.size()) - 1);
    problems.choice("layout", layout, {"paper", "release"});
    problems.range("hidden-size", hiddenSize, 0, kMaxAggregatorWidth);
    problems.range("heads", heads, 0, kMaxAggregatorHeads);
    problems.range("layers", layers, 0, kMaxAggregatorLayers);
    if (hiddenSize > 0 && heads > 0 && hiddenSize % heads != 0)
        problems.add(Message::of("%1 is not a multiple of %2",
                                 Option{"hidden-size", std::to_string(hiddenSize)},
                                 Option{"heads", std::to_string(heads)}));
    if (stages != "all" && stages != "last" && parseStageList(stages).empty())
        problems.add(Message::of("%1 is %2; expected all, last or ascending numbers such as 13,24,25",
                                 Option{"stages"}, quoted(stages)));
    problems.range("epochs", epochs, 1, 1'000'000);
    problems.range("steps", steps, std::int64_t{0}, kMaxCount);
    problems.range("samples", samples, std::int64_t{1}, kMaxCount);
    problems.range("batch", batch, 1, 4096);
    problems.range("accumulate", accumulate, 1, 65536);
    problems.range("lr", lr, 0.0, 1.0);
    problems.choice("lr-schedule", lrSchedule, {"constant", "cosine"});
    problems.range("weight-decay", weightDecay, 0.0, 10.0);
    problems.range("warmup", warmup, std::int64_t{0}, kMaxCount);
    problems.range("clip", clip, 0.0, 1e6);
    problems.range("ema", ema, 0.0, 0.999999);
    problems.range("text-drop", textDrop, 0.0, 1.0);
    problems.range("size", size, 0, 4096);
    problems.choice("crop", crop, {"random", "center"});
    problems.range("validation-share", validationShare, 0.0, 0.5);
    problems.range("validate-every", validateEvery, std::int64_t{0}, kMaxCount);
    problems.range("save-every", saveEvery, std::int64_t{0}, kMaxCount);
    problems.range("sample-every", sampleEvery, std::int64_t{0}, kMaxCount);
    if (!std::isfinite(sampleCfg))
        problems.add(Message::of("%1 must be a finite number", Option{"sample-cfg"}));
    problems.choice("checkpointing", checkpointing, {"on", "off", "auto"});
    problems.range("max-bad", maxBad, 0.0, 1.0);
    validateCompute(compute, list);
    if (compute.precision == "fp16")
        problems.add(
            Message::of("%1: gradients vanish in it; use bf16 or fp32", Option{"precision", "fp16"}));
    return list;
}

std::string trainRequestJson(const TrainRequest& request) {
    json::object object;
    forEachField(request, [&](const Field& field, const auto& member) {
        object.emplace(field.negated ? field.name + 3 : field.name, toJson(member));
    });
    object.emplace("device", request.compute.device);
    object.emplace("precision", request.compute.precision);
    object.emplace("threads", request.compute.threads);
    return json::serialize(object);
}

TrainRequest parseTrainRequest(const std::string& text, const std::string& where) {
    const auto value = parseJson(text, where);
    if (!value.is_object())
        throw FileError(Message::of("%1: expected a JSON object, found something else", where));
    TrainRequest request;
    const auto read = [&](const char* name, auto& member) {
        if (const auto* found = value.as_object().if_contains(name)) fromJson(*found, where, name, member);
    };
    forEachField(request, [&](const Field& field, auto& member) {
        read(field.negated ? field.name + 3 : field.name, member);
    });
    read("device", request.compute.device);
    read("precision", request.compute.precision);
    read("threads", request.compute.threads);
    return request;
}

TrainRequest withAbsolutePaths(TrainRequest request) {
    const auto settle = [](std::filesystem::path& path) {
        if (!path.empty()) path = std::filesystem::absolute(path).lexically_normal();
    };
    for (auto* paths : {&request.models, &request.data})
        for (auto& path : *paths)
            settle(path);
    for (auto* path : {&request.vae, &request.validation, &request.output})
        settle(*path);
    if (!request.cache.empty() && request.cache != "off")
        request.cache = std::filesystem::absolute(request.cache).lexically_normal().string();
    return request;
}

std::vector<Message> changedOnResume(const TrainRequest& stored, const TrainRequest& given) {
    const auto a = parseJson(trainRequestJson(withAbsolutePaths(stored)), "stored").as_object();
    const auto b = parseJson(trainRequestJson(withAbsolutePaths(given)), "given").as_object();
    std::vector<Message> names;
    forEachField(stored, [&](const Field& field, const auto&) {
        const char* name = field.negated ? field.name + 3 : field.name;
        if (field.onResume == Field::OnResume::Fixed && a.at(name) != b.at(name))
            names.push_back(Message::option({field.name}));
    });
    return names;
}

}  // namespace afa
