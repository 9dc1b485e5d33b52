// Any bytes as a PNG: its text chunks come out, or FileError says why not.
#include <cstdint>
#include <span>

#include "core/base/error.h"
#include "core/io/picture_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        afa::readPngTextBytes(std::as_bytes(std::span(data, size)), "FILE");
    } catch (const afa::FileError&) {
    }
    return 0;
}
