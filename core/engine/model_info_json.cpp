#include <boost/json.hpp>

#include "core/base/json.h"
#include "core/base/message_json.h"
#include "core/engine/model_info.h"
#include "core/io/json_fields.h"

namespace afa {
namespace {

constexpr std::int64_t kLargest = std::int64_t{1} << 53;  // what every JSON reader keeps exactly

std::string_view roleName(ModelInfo::Role role) {
    return role == ModelInfo::Role::BaseModel    ? "base-model"
           : role == ModelInfo::Role::Aggregator ? "aggregator"
                                                 : "other";
}

template <typename Values>
boost::json::array toArray(const Values& values) {
    return boost::json::array(values.begin(), values.end());
}

}  // namespace

std::string modelInfoJson(const ModelInfo& info) {
    boost::json::array bound;
    for (const auto& model : info.boundTo)
        bound.push_back({{"name", model.name}, {"fingerprint", model.fingerprint}});
    boost::json::array notes;
    for (const auto& note : info.notes)
        notes.push_back(messageJson(note));
    return boost::json::serialize(boost::json::object{{"role", roleName(info.role)},
                                                      {"path", info.path.string()},
                                                      {"name", info.name},
                                                      {"kind", info.kind},
                                                      {"architecture", info.architecture},
                                                      {"parts", toArray(info.parts)},
                                                      {"parameters", info.parameters},
                                                      {"bytes", info.bytes},
                                                      {"precision", info.precision},
                                                      {"sha256", info.sha256},
                                                      {"short_hash", info.shortHash},
                                                      {"problem", messageJson(info.problem)},
                                                      {"notes", std::move(notes)},
                                                      {"fingerprint", info.fingerprint},
                                                      {"own_size", info.ownSize},
                                                      {"size_step", info.sizeStep},
                                                      {"stages", toArray(info.stages)},
                                                      {"channels", toArray(info.channels)},
                                                      {"text_width", info.textWidth},
                                                      {"joins", info.joins},
                                                      {"layout", info.layout},
                                                      {"bound_to", std::move(bound)}});
}

ModelInfo modelInfoFromJson(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    ModelInfo info;
    const auto role = fields.text("role", {});
    for (const auto known : {ModelInfo::Role::BaseModel, ModelInfo::Role::Aggregator})
        if (role == roleName(known)) info.role = known;
    info.path = fields.text("path", {});
    info.name = fields.text("name", {});
    info.kind = fields.text("kind", {});
    info.architecture = fields.text("architecture", {});
    info.parts = fields.texts("parts", {});
    info.parameters = fields.integer("parameters", {}, 0, kLargest);
    info.bytes = static_cast<std::uint64_t>(fields.integer("bytes", {}, 0, kLargest));
    info.precision = fields.text("precision", {});
    info.sha256 = fields.text("sha256", {});
    info.shortHash = fields.text("short_hash", {});
    const auto* problem = fields.find("problem");
    if (!problem) fields.fail("problem", Message::of("a text"));
    info.problem = messageFromJson(*problem, where + ": problem");
    for (const auto& note : fields.array("notes"))
        info.notes.push_back(messageFromJson(note, where + ": notes"));
    info.fingerprint = fields.text("fingerprint", {});
    info.ownSize = static_cast<int>(fields.integer("own_size", {}, 0, INT32_MAX));
    info.sizeStep = static_cast<int>(fields.integer("size_step", {}, 0, INT32_MAX));
    for (const auto stage : fields.integers("stages", {}, 1, INT32_MAX))
        info.stages.push_back(static_cast<int>(stage));
    info.channels = fields.integers("channels", {}, 1, kLargest);
    info.textWidth = fields.integer("text_width", {}, 0, kLargest);
    info.joins = static_cast<int>(fields.integer("joins", {}, 0, INT32_MAX));
    info.layout = fields.text("layout", {});
    for (const auto& value : fields.array("bound_to")) {
        if (!value.is_object()) fields.fail("bound_to", Message::of("a list of objects"));
        const JsonFields model(value.as_object(), where + ": bound_to");
        info.boundTo.push_back({model.text("name", {}), model.text("fingerprint", {})});
    }
    return info;
}

}  // namespace afa
