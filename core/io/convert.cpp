#include "core/io/convert.h"

#include "core/io/aggregator_file.h"
#include "core/io/half.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

void writeNative(const AggregatorFile& source, const fs::path& output, const TaskControl& control) {
    std::vector<std::byte> buffer;
    writeAggregator(output, source.config, source.baseModels, source.trainingJson, source.tensors(),
                    [&](std::size_t index) {
                        control.checkStop();
                        const auto bytes = rowMajorBytes(source.view(index), buffer);
                        return std::vector<std::byte>(bytes.begin(), bytes.end());
                    });
}

}  // namespace

void convert(const fs::path& source, ConvertTarget target, const fs::path& output,
             const ModelWriteOptions& options, const TaskControl& control) {
    control.checkStop();
    switch (target) {
        case ConvertTarget::Native:
            return writeNative(AggregatorFile::open(source), output, control);
        case ConvertTarget::Authors:
            return writeAuthorsAggregator(output, AggregatorFile::open(source));
        case ConvertTarget::SingleFile:
            return writeSingleFile(*Checkpoint::open(source), output, options, control);
        case ConvertTarget::Diffusers:
            return writeDiffusersDirectory(*Checkpoint::open(source), output, options, control);
    }
}

}  // namespace afa
