// Any bytes as a picture's file, and as each text that other programs' settings stand in: read, or FileError
// says why not.
#include <cstdint>
#include <span>
#include <string>

#include "core/base/error.h"
#include "core/engine/foreign/programs.h"
#include "core/io/picture_texts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto tolerate = [](const auto& read) {
        try {
            read();
        } catch (const afa::FileError&) {
        }
    };
    tolerate([&] {
        afa::readForeignPicture(afa::readPictureTextsBytes(std::as_bytes(std::span(data, size)), "FILE"),
                                "FILE");
    });
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const char* key : {"parameters", "exif:UserComment", "prompt", "invokeai_metadata", "sd-metadata",
                            "Dream", "XML:com.adobe.xmp"})
        tolerate([&] { afa::readForeignPicture({{key, text}}, "FILE"); });
    tolerate([&] { afa::readForeignPicture({{"Software", "NovelAI"}, {"Comment", text}}, "FILE"); });
    return 0;
}
