#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/nn/clip_text_encoder.h"
#include "core/nn/vae.h"
#include "core/text/clip_tokenizer.h"

namespace afa {

/// 8-bit RGB -> [3, H, W] fp32 in [-1, 1], CPU.
torch::Tensor pictureTensor(const Image& image);

/// The frozen networks that turn pictures and texts into what the U-Nets take.
struct Encoders {
    std::shared_ptr<const Vae> vae;                            ///< the host's
    std::shared_ptr<const ClipTokenizer> tokenizer;            ///< the host's
    std::vector<std::shared_ptr<const ClipTextEncoder>> text;  ///< one per model; may repeat
    /// fingerprint(PartReader) of each. Text encoders of one fingerprint are run, and stored, once.
    std::string vaeFingerprint;
    std::vector<std::string> textFingerprints;
    Placement placement;  ///< where and in what type they run
};

/// A picture's distribution of latents, [4, h, w] fp32 CPU, times the VAE's scaling factor.
struct EncodedPicture {
    torch::Tensor mean, std;
};

/// Encoders that were checked to fit each other. Pictures and texts are encoded one by one, so that what
/// comes out does not depend on the company. Thread-confined, apart from tokenize().
class EncoderSet {
  public:
    /// Throws ConfigError: no models, a text encoder that does not know every token of the tokenizer, counts
    /// that differ.
    explicit EncoderSet(Encoders encoders);

    std::size_t models() const { return distinct_.size(); }
    /// Text encoders that differ by their weights, in the order of the models; model i has number
    /// distinct()[i].
    const std::vector<std::size_t>& distinct() const { return distinct_; }
    std::size_t distinctCount() const { return kinds_.size(); }
    const std::string& textFingerprint(std::size_t kind) const;
    const std::string& vaeFingerprint() const { return encoders_.vaeFingerprint; }
    std::vector<std::int64_t> textShape(std::size_t kind) const;     ///< [77, D]
    std::vector<std::int64_t> latentShape(std::int64_t size) const;  ///< [4, h, w] of size x size
    std::int64_t factor() const { return factor_; }                  ///< pixels per latent
    const Placement& placement() const { return encoders_.placement; }

    TokenizedPrompt tokenize(const std::string& text) const { return encoders_.tokenizer->encode(text); }
    /// Throws DataError when the VAE's result is not finite.
    EncodedPicture encodePicture(const Image& image) const;
    /// 77 ids -> [77, D] CPU, in the type of the placement.
    torch::Tensor encodeText(std::size_t kind, const std::vector<std::int64_t>& ids) const;

    /// Frees the networks; what is known about them, and tokenize(), stays.
    void dropNetworks();

  private:
    Encoders encoders_;
    std::vector<std::size_t> distinct_;  ///< model -> kind
    std::vector<std::size_t> kinds_;     ///< kind -> first model that has it
    std::vector<std::int64_t> widths_;   ///< kind -> D
    std::int64_t channels_ = 4, factor_ = 8;
};

}  // namespace afa
