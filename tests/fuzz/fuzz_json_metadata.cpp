// Any bytes as JSON, as a model's config.json and as the `parameters` text of a picture.
#include <boost/json.hpp>
#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/model_config.h"
#include "core/io/picture_metadata.h"

namespace {

template <typename Parse>
void tolerate(Parse&& parse) {
    try {
        parse();
    } catch (const afa::FileError&) {
    } catch (const afa::ConfigError&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    tolerate([&] {
        // What is written out again must be read again.
        afa::parseJson(afa::formatJson(afa::parseJson(text, "FILE")), "FILE again");
    });
    tolerate([&] { afa::parseUNetConfig(text, "FILE"); });
    tolerate([&] { afa::parseVaeConfig(text, "FILE"); });
    tolerate([&] { afa::parseClipTextConfig(text, "FILE"); });
    afa::formatA1111(afa::parseA1111(text));
    return 0;
}
