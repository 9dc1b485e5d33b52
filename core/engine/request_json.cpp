#include "core/engine/request_json.h"

#include "core/engine/field_json.h"
#include "core/engine/request_fields.h"

namespace afa {

std::string generateRequestJson(const GenerateRequest& request) {
    boost::json::object object;
    forEachField(request, jsonWriter(object));
    forEachComputeField(request.compute, jsonWriter(object));
    return boost::json::serialize(object);
}

GenerateRequest generateRequestFromJson(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    GenerateRequest request;
    forEachField(request, jsonReader(fields));
    forEachComputeField(request.compute, jsonReader(fields));
    return request;
}

}  // namespace afa
