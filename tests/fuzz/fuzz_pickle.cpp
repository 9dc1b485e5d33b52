// Any bytes as what torch.save writes, or as any other tensor file: it opens with views inside, or FileError
// says why.
#include "core/io/tensor_file.h"
#include "tests/fuzz/fuzz_tensor_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return afa::fuzz::readTensorFile([](auto file) { return afa::openTensorFile(std::move(file)); }, data,
                                     size);
}
