#include "core/io/convert.h"

#include <optional>

#include "core/io/aggregator_file.h"
#include "core/io/half.h"
#include "core/io/output_folder.h"
#include "core/io/pickle_warnings.h"

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

AggregatorFile openSound(const fs::path& source) {
    auto file = AggregatorFile::open(source);
    file.requireFinite();
    return file;
}

}  // namespace

std::vector<Message> convert(const fs::path& source, ConvertTarget target, const fs::path& output,
                             const ModelWriteOptions& options, const TaskControl& control) {
    control.checkStop();
    const bool aggregator = target == ConvertTarget::Native || target == ConvertTarget::Authors;
    std::optional<AggregatorFile> weights;
    std::shared_ptr<const Checkpoint> model;
    if (aggregator)
        weights = openSound(source);
    else
        model = Checkpoint::open(source);
    requireFolderOf(output);  // not for a source that cannot be read
    switch (target) {
        case ConvertTarget::Native:
            writeNative(*weights, output, control);
            break;
        case ConvertTarget::Authors:
            writeAuthorsAggregator(output, *weights);
            break;
        case ConvertTarget::SingleFile:
            writeSingleFile(*model, output, options, control);
            break;
        case ConvertTarget::Diffusers:
            writeDiffusersDirectory(*model, output, options, control);
            break;
    }
    return model ? pickleWarnings(source, *model) : std::vector<Message>();
}

}  // namespace afa
