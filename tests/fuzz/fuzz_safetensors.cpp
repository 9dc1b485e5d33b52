// Any bytes as a safetensors file: either it opens and every view lies inside, or FileError says why not.
#include "core/io/safetensors.h"
#include "tests/fuzz/fuzz_tensor_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return afa::fuzz::readTensorFile([](auto file) { return afa::openSafetensors(std::move(file)); }, data,
                                     size);
}
