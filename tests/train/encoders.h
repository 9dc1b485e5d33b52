#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"
#include "core/train/encoder_set.h"

namespace afa::test {

/// The encoders of demo models (one file per name), in fp32 on the CPU.
inline Encoders demoEncoders(const std::vector<std::string>& names = {"animals"}) {
    const auto open = [](const std::string& name) {
        return Checkpoint::open(std::filesystem::path(AFA_SOURCE_DIR) / "resources/demo" / name);
    };
    Encoders encoders;
    TensorPool pool;
    const auto host = open(names[0]);
    const auto& vae = host->part(ModelPart::Vae);
    encoders.vae = std::make_shared<Vae>(host->vaeConfig(), vae, encoders.placement, pool);
    encoders.vaeFingerprint = fingerprint(vae);
    encoders.tokenizer = ClipTokenizer::fromFiles(host->tokenizer().vocab, host->tokenizer().merges);
    for (const auto& name : names) {
        const auto model = open(name);
        const auto& part = model->part(ModelPart::TextEncoder);
        encoders.text.push_back(
            std::make_shared<ClipTextEncoder>(model->textConfig(), part, encoders.placement, pool));
        encoders.textFingerprints.push_back(fingerprint(part));
    }
    return encoders;
}

}  // namespace afa::test
