#pragma once
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <cstring>
#include <functional>

#include "core/io/half.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"

// Models that differ from a demo model in one part. The demo models share all but their U-Nets, so that a
// mistake in whose part is used would not be seen in them. All return false where they could not do it.
namespace afa::test {

/// A demo model of symbolic links, with a real copy of PART (unet, vae, text_encoder).
inline bool copyWithOwnPart(const char* model, const QString& part, const QString& folder) {
    const QString source = demoModel(model);
    if (!QDir().mkpath(folder + "/" + part)) return false;
    for (const auto& entry : QDir(source).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        if (entry != part && !QFile::link(source + "/" + entry, folder + "/" + entry)) return false;
    for (const auto& entry : QDir(source + "/" + part).entryList(QDir::Files))
        if (!QFile::copy(source + "/" + part + "/" + entry, folder + "/" + part + "/" + entry)) return false;
    return true;
}

/// Changes the first fp16 tensor whose name ends with `ending`.
inline bool changeTensor(const QString& path, const char* ending,
                         const std::function<void(std::vector<float>&)>& change) {
    const auto file = openSafetensors(path.toStdString());
    SafetensorsWriter writer(path.toStdString(), file->tensors(), file->metadata());
    bool changed = false;
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        const auto& info = file->tensors()[i];
        const auto view = file->view(i);
        std::vector<std::byte> bytes(view.bytes.begin(), view.bytes.end());
        if (!changed && info.dtype == DType::F16 && info.name.ends_with(ending)) {
            std::vector<std::uint16_t> halves(bytes.size() / sizeof(std::uint16_t));
            std::memcpy(halves.data(), bytes.data(), bytes.size());
            std::vector<float> values(halves.size());
            std::transform(halves.begin(), halves.end(), values.begin(), widenHalf);
            change(values);
            std::transform(values.begin(), values.end(), halves.begin(), roundToHalf);
            std::memcpy(bytes.data(), halves.data(), bytes.size());
            changed = true;
        }
        writer.write(bytes);
    }
    writer.finish();
    return changed;
}

inline bool replaceInFile(const QString& path, const QByteArray& from, const QByteArray& to) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) return false;
    const auto text = file.readAll();
    if (text.count(from) != 1) return false;
    file.resize(0);
    file.seek(0);
    return file.write(QByteArray(text).replace(from, to)) > 0;
}

}  // namespace afa::test
