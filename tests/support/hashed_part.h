#pragma once
#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"
#include "core/io/safetensors.h"
#include "core/tensor/convert.h"
#include "tests/support/hashed.h"

namespace afa::test {

/// What hashedParameter() is scaled by, per tensor name.
using ScaleOf = std::function<double(const std::string& name)>;

/// Writes a network's hashed weights as a safetensors file, as the scripts in tests/goldens fill theirs.
inline void writeHashed(const std::filesystem::path& path, const std::vector<ExpectedTensor>& tensors,
                        const std::string& prefix, const ScaleOf& scale,
                        const std::function<std::string(const std::string&)>& fileName = {}) {
    std::vector<TensorInfo> infos;
    for (const auto& tensor : tensors)
        infos.push_back({fileName ? fileName(tensor.name) : tensor.name, DType::F32, tensor.shape});
    SafetensorsWriter writer(path, infos);
    for (const auto& tensor : tensors)
        writer.write(afa::toBytes(hashedParameter(prefix, tensor.name, tensor.shape, scale(tensor.name))));
    writer.finish();
}

/// The same as a part of a model, through a real file.
inline PartReader hashedPart(const std::string& description, const std::vector<ExpectedTensor>& tensors,
                             const std::string& prefix, const ScaleOf& scale) {
    QTemporaryDir folder;  // the mapping outlives it
    const auto path =
        std::filesystem::path(folder.filePath(QStringLiteral("part.safetensors")).toStdString());
    writeHashed(path, tensors, prefix, scale);
    const std::shared_ptr<const TensorFile> file = openSafetensors(path);
    std::vector<TensorInfo> infos;
    std::vector<PartReader::Source> sources;
    for (const auto& tensor : tensors) {
        infos.push_back({tensor.name, DType::F32, tensor.shape});
        sources.push_back({file, *file->find(tensor.name)});
    }
    return PartReader(description, infos, sources);
}

}  // namespace afa::test
