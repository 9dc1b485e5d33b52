#include "core/train/encoder_set.h"

#include <algorithm>

#include "core/base/error.h"

namespace afa {

torch::Tensor pictureTensor(const Image& image) {
    const auto bytes = torch::from_blob(const_cast<std::uint8_t*>(image.rgb.data()),
                                        {image.height, image.width, 3}, torch::kUInt8);
    return bytes.permute({2, 0, 1}).to(torch::kFloat32).contiguous().div_(127.5).sub_(1.0);
}

EncoderSet::EncoderSet(Encoders encoders) : encoders_(std::move(encoders)) {
    const auto& text = encoders_.text;
    const auto& fingerprints = encoders_.textFingerprints;
    if (!encoders_.vae || !encoders_.tokenizer || text.empty() || fingerprints.size() != text.size() ||
        std::any_of(text.begin(), text.end(), [](const auto& encoder) { return !encoder; }))
        throw ConfigError(
            Message::of("encoding: expected a VAE, a tokenizer, and a text encoder with its fingerprint for "
                        "each model; found %1 text encoders and %2 fingerprints",
                        text.size(), fingerprints.size()));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto& config = text[i]->config();
        if (encoders_.tokenizer->vocabSize() > config.vocabSize)
            throw ConfigError(
                Message::of("model %1: its text encoder knows %2 tokens, the host's tokenizer has %3; choose "
                            "a %4 whose tokenizer all models share",
                            i, config.vocabSize, encoders_.tokenizer->vocabSize(), Option{"host"}));
        const auto first = std::find(fingerprints.begin(), fingerprints.end(), fingerprints[i]);
        const auto model = static_cast<std::size_t>(first - fingerprints.begin());
        if (model == i) {
            kinds_.push_back(i);
            widths_.push_back(config.hiddenSize);
        }
        distinct_.push_back(
            static_cast<std::size_t>(std::find(kinds_.begin(), kinds_.end(), model) - kinds_.begin()));
    }
    channels_ = encoders_.vae->config().latentChannels;
    factor_ = encoders_.vae->config().factor();
}

const std::string& EncoderSet::textFingerprint(std::size_t kind) const {
    return encoders_.textFingerprints[kinds_[kind]];
}

std::vector<std::int64_t> EncoderSet::textShape(std::size_t kind) const {
    return {ClipTokenizer::kLength, widths_[kind]};
}

std::vector<std::int64_t> EncoderSet::latentShape(std::int64_t size) const {
    return {channels_, size / factor_, size / factor_};
}

EncodedPicture EncoderSet::encodePicture(const Image& image) const {
    torch::NoGradGuard noGrad;
    const auto posterior =
        encoders_.vae->encode(pictureTensor(image).unsqueeze(0).to(encoders_.placement.device));
    const double scaling = encoders_.vae->config().scalingFactor;
    EncodedPicture encoded{(posterior.mean[0] * scaling).to(torch::kCPU).contiguous(),
                           ((posterior.logVariance[0] * 0.5).exp() * scaling).to(torch::kCPU).contiguous()};
    if (!encoded.mean.isfinite().all().item<bool>() || !encoded.std.isfinite().all().item<bool>())
        throw DataError(Message::of("the VAE's latents are not finite"));
    return encoded;
}

torch::Tensor EncoderSet::encodeText(std::size_t kind, const std::vector<std::int64_t>& ids) const {
    torch::NoGradGuard noGrad;
    const auto input = torch::tensor(ids, torch::kInt64).unsqueeze(0).to(encoders_.placement.device);
    const auto& encoder = *encoders_.text[kinds_[kind]];
    return encoder.forward(input)[0].to(torch::kCPU, encoders_.placement.dtype).contiguous();
}

void EncoderSet::dropNetworks() {
    encoders_.vae.reset();
    encoders_.text.clear();
}

}  // namespace afa
