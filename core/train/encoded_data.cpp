#include "core/train/encoded_data.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/tensor/convert.h"
#include "core/train/encoded_cache.h"
#include "core/train/read_ahead.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

void validate(const EncodedDataSettings& settings, const EncoderSet& encoders) {
    const auto need = [](bool valid, const Message& problem) {
        if (!valid) throw ConfigError(problem);
    };
    need(settings.size > 0 && settings.size % encoders.factor() == 0,
         Message::of("%1 is %2; the VAE takes multiples of %3", Option{"size"}, settings.size,
                     encoders.factor()));
    need(settings.maxBad >= 0 && settings.maxBad <= 1,
         Message::of("%1 is a share, 0 to 1", Option{"max-bad"}));
    need(settings.decodeThreads >= 1 && settings.queue >= 1,
         Message::of("reading ahead takes at least one thread and room for one picture"));
}

/// What is prepared in the background: a crop (without a cache), or everything (with one).
struct Prepared {
    std::int64_t picture = 0;  ///< the entry it is of: not the one drawn where that is broken
    Image crop;
    EncodedPicture latents;
    std::vector<torch::Tensor> texts;  ///< one per kind of text encoder
};

/// Names of the entries in the cache: everything the values depend on.
class CacheKeys {
  public:
    CacheKeys(const EncodedDataSettings& settings, const EncoderSet& encoders)
        : settings_(settings), encoders_(encoders) {
        const auto& placement = encoders.placement();
        runs_ = (placement.device.is_cuda() ? "cuda " : "cpu ") +
                std::string(dtypeName(fromTorch(placement.dtype)));
    }

    /// Throws DataError where the file is not there.
    std::string picture(const fs::path& image) const {
        std::error_code error;
        const auto path = fs::canonical(image, error);
        const auto size = error ? 0 : fs::file_size(path, error);
        const auto changed = error ? fs::file_time_type() : fs::last_write_time(path, error);
        if (error) throw DataError(Message::of("image missing: %1", image));
        const auto crop = settings_.crop == Crop::Center ? std::string("center")
                                                         : std::to_string(cropSeed(settings_.seed, image, 0));
        std::ostringstream key;
        key << "picture " << encoders_.vaeFingerprint() << "\n"
            << runs_ << "\nsize " << settings_.size << "\ncrop " << crop << "\nfile " << path.string()
            << "\nbytes " << size << "\nchanged " << changed.time_since_epoch().count();
        return key.str();
    }

    std::string text(std::size_t kind, const std::vector<std::int64_t>& ids) const {
        std::ostringstream key;
        key << "text " << encoders_.textFingerprint(kind) << "\n" << runs_ << "\ntokens";
        for (const auto id : ids)
            key << " " << id;
        return key.str();
    }

  private:
    const EncodedDataSettings& settings_;
    const EncoderSet& encoders_;
    std::string runs_;
};

}  // namespace

struct EncodedData::Impl {
    Impl(TrainingData data, const EncodedDataSettings& settings_, Encoders encoders_,
         const TaskControl& control)
        : settings(settings_),
          encoders(std::move(encoders_)),
          pictures(std::move(data.pictures)),
          problems(std::move(data.problems)),
          total(static_cast<std::int64_t>(pictures.size() + problems.size())) {
        validate(settings, encoders);
        requireUsable();
        warnCutTexts(control);
        const auto emptyIds = encoders.tokenize("").ids;
        std::vector<torch::Tensor> kinds;
        for (std::size_t kind = 0; kind < encoders.distinctCount(); ++kind)
            kinds.push_back(encoders.encodeText(kind, emptyIds).unsqueeze(0));
        for (const auto kind : encoders.distinct())
            emptyTexts.push_back(kinds[kind]);
        if (!settings.cache.empty()) fillCache(control);
        ahead.emplace([this](const Draw& draw) { return cache ? readCached(draw) : decode(draw); },
                      settings.decodeThreads, settings.queue);
    }

    /// Too many problems, or nothing left.
    void requireUsable() {
        requireFewProblems(problems, total, settings.maxBad);
        if (pictures.empty() || broken.size() == pictures.size())
            throw DataError(
                Message::of("training data: no picture with a text that can be used, of %1 entries", total));
    }

    void warnCutTexts(const TaskControl& control) {
        std::size_t cut = 0;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            control.checkStop();
            if (!encoders.tokenize(pictures[i].text).cut.empty()) ++cut;
        }
        if (cut && settings.warning)
            settings.warning(Message::of(
                "%1 of %2 texts are longer than the %3 tokens a text encoder takes; their ends are not used",
                cut, pictures.size(), ClipTokenizer::kMaxTokens));
    }

    Image crop(std::int64_t picture, std::int64_t epoch) const {
        const auto& image = pictures[static_cast<std::size_t>(picture)].image;
        return loadCrop(image, static_cast<int>(settings.size), settings.crop,
                        cropSeed(settings.seed, image, epoch));
    }

    // Without a cache.

    /// The picture drawn, or the next usable one. Runs on any thread.
    Prepared decode(const Draw& draw) {
        for (auto picture = draw.picture;;) {
            if (!isBroken(picture)) {
                try {
                    return {picture, crop(picture, draw.epoch), {}, {}};
                } catch (const DataError& error) {
                    markBroken(picture, error.message());
                }
            }
            picture = (picture + 1) % static_cast<std::int64_t>(pictures.size());
            if (picture == draw.picture)
                throw DataError(
                    Message::of("training data: none of the %1 pictures can be decoded; the last: %2",
                                pictures.size(), lastProblem()));
        }
    }

    bool isBroken(std::int64_t picture) {
        const std::lock_guard lock(mutex);
        return broken.contains(picture);
    }
    void markBroken(std::int64_t picture, const Message& what) {
        const std::lock_guard lock(mutex);
        if (broken.insert(picture).second)
            problems.push_back({pictures[static_cast<std::size_t>(picture)].origin, what});
    }
    Message lastProblem() {
        const std::lock_guard lock(mutex);
        return problems.empty() ? Message() : problems.back().what;
    }

    /// A picture that the VAE cannot take is replaced like one that cannot be decoded.
    void encode(Prepared& prepared, const Draw& draw) {
        for (;;) {
            {
                const std::lock_guard lock(mutex);
                requireFewProblems(problems, total, settings.maxBad);
            }
            try {
                prepared.latents = encoders.encodePicture(prepared.crop);
                break;
            } catch (const DataError& error) {
                markBroken(prepared.picture, error.message());
                prepared = decode(draw);
            }
        }
        const auto ids = encoders.tokenize(pictures[static_cast<std::size_t>(prepared.picture)].text).ids;
        for (std::size_t kind = 0; kind < encoders.distinctCount(); ++kind)
            prepared.texts.push_back(encoders.encodeText(kind, ids));
    }

    // With a cache.

    EncodedCache::Layout pictureLayout() const {
        const auto shape = encoders.latentShape(settings.size);
        return {{"mean", DType::F32, shape}, {"std", DType::F32, shape}};
    }
    EncodedCache::Layout textLayout(std::size_t kind) const {
        return {{"state", fromTorch(encoders.placement().dtype), encoders.textShape(kind)}};
    }

    struct Keys {
        std::string picture;
        std::vector<std::string> texts;  ///< one per kind
    };

    void fillCache(const TaskControl& control) {
        cache.emplace(settings.cache, settings.warning);
        findKeys(control);
        const auto missing = findMissing(control);
        std::uint64_t bytes = missing.pictures.size() * EncodedCache::entryBytes(pictureLayout());
        for (const auto& [key, text] : missing.texts)
            bytes += EncodedCache::entryBytes(textLayout(text.first));
        if (bytes) cache->requireSpace(bytes, settings.freeSpace);
        encodeMissing(missing, control);
        keepUsable();
        requireUsable();
        encoders.dropNetworks();
    }

    void findKeys(const TaskControl& control) {
        const CacheKeys names(settings, encoders);
        keys.resize(pictures.size());
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            control.checkStop();
            try {
                keys[i].picture = names.picture(pictures[i].image);
            } catch (const DataError& error) {
                markBroken(static_cast<std::int64_t>(i), error.message());
                continue;
            }
            const auto ids = encoders.tokenize(pictures[i].text).ids;
            for (std::size_t kind = 0; kind < encoders.distinctCount(); ++kind)
                keys[i].texts.push_back(names.text(kind, ids));
        }
        requireUsable();
    }

    struct Missing {
        std::map<std::string, std::vector<std::int64_t>> pictures;          ///< key -> entries
        std::map<std::string, std::pair<std::size_t, std::int64_t>> texts;  ///< key -> kind, an entry
        std::vector<std::string> order;                                     ///< of the pictures' keys
    };

    Missing findMissing(const TaskControl& control) {
        Missing missing;
        std::set<std::string> sound;
        const auto count = static_cast<std::int64_t>(pictures.size());
        for (std::int64_t i = 0; i < count; ++i) {
            control.checkStop();
            control.report({"verify", i, count});
            if (broken.contains(i)) continue;
            const auto& entry = keys[static_cast<std::size_t>(i)];
            if (const auto found = missing.pictures.find(entry.picture); found != missing.pictures.end()) {
                found->second.push_back(i);
            } else if (sound.insert(entry.picture).second && !cache->verify(entry.picture, pictureLayout())) {
                missing.pictures[entry.picture] = {i};
                missing.order.push_back(entry.picture);
            }
            for (std::size_t kind = 0; kind < entry.texts.size(); ++kind)
                if (sound.insert(entry.texts[kind]).second &&
                    !cache->verify(entry.texts[kind], textLayout(kind)))
                    missing.texts[entry.texts[kind]] = {kind, i};
        }
        return missing;
    }

    void encodeMissing(const Missing& missing, const TaskControl& control) {
        const auto count = static_cast<std::int64_t>(missing.order.size() + missing.texts.size());
        std::int64_t done = 0;
        const auto step = [&] {
            control.checkStop();
            control.report({"encode", done++, count});
        };
        for (const auto& [key, text] : missing.texts) {
            step();
            const auto ids = encoders.tokenize(pictures[static_cast<std::size_t>(text.second)].text).ids;
            cache->write(key, textLayout(text.first), {encoders.encodeText(text.first, ids)});
        }
        ReadAhead<std::int64_t, Image> crops([this](std::int64_t picture) { return crop(picture, 0); },
                                             settings.decodeThreads, settings.queue);
        std::vector<std::int64_t> line;
        for (const auto& key : missing.order)
            line.push_back(missing.pictures.at(key).front());
        crops.announce(line);
        for (std::size_t i = 0; i < line.size(); ++i) {
            step();
            try {
                const auto encoded = encoders.encodePicture(crops.take(line[i]));
                cache->write(missing.order[i], pictureLayout(), {encoded.mean, encoded.std});
            } catch (const DataError& error) {
                for (const auto entry : missing.pictures.at(missing.order[i]))
                    markBroken(entry, error.message());
                requireUsable();
            }
        }
    }

    void keepUsable() {
        if (broken.empty()) return;
        std::vector<CaptionedPicture> usable;
        std::vector<Keys> usableKeys;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            if (broken.contains(static_cast<std::int64_t>(i))) continue;
            usable.push_back(std::move(pictures[i]));
            usableKeys.push_back(std::move(keys[i]));
        }
        pictures = std::move(usable);
        keys = std::move(usableKeys);
        broken.clear();
    }

    /// Runs on any thread.
    Prepared readCached(const Draw& draw) const {
        const auto& entry = keys[static_cast<std::size_t>(draw.picture)];
        Prepared prepared{draw.picture, {}, {}, {}};
        const auto latents = cache->read(entry.picture, pictureLayout());
        prepared.latents = {latents[0], latents[1]};
        for (std::size_t kind = 0; kind < entry.texts.size(); ++kind)
            prepared.texts.push_back(cache->read(entry.texts[kind], textLayout(kind))[0]);
        return prepared;
    }

    EncodedBatch batch(const std::vector<Draw>& draws) {
        std::vector<torch::Tensor> means, stds;
        std::vector<std::vector<torch::Tensor>> kinds(encoders.distinctCount());
        for (const auto& draw : draws) {
            Prepared prepared = ahead->take(draw);
            if (!cache) encode(prepared, draw);
            means.push_back(prepared.latents.mean);
            stds.push_back(prepared.latents.std);
            for (std::size_t kind = 0; kind < kinds.size(); ++kind)
                kinds[kind].push_back(prepared.texts[kind]);
        }
        std::vector<torch::Tensor> stacked;
        for (const auto& texts : kinds)
            stacked.push_back(torch::stack(texts));
        EncodedBatch result{torch::stack(means), torch::stack(stds), {}};
        for (const auto kind : encoders.distinct())
            result.texts.push_back(stacked[kind]);
        return result;
    }

    const EncodedDataSettings settings;
    EncoderSet encoders;
    std::vector<CaptionedPicture> pictures;
    std::vector<Keys> keys;  ///< with a cache
    std::vector<torch::Tensor> emptyTexts;
    std::optional<EncodedCache> cache;

    std::mutex mutex;  ///< the next two, while threads read ahead
    std::set<std::int64_t> broken;
    std::vector<DataProblem> problems;
    const std::int64_t total;

    std::optional<ReadAhead<Draw, Prepared>> ahead;  // last: its threads use what stands above
};

EncodedData::EncodedData(TrainingData data, const EncodedDataSettings& settings, Encoders encoders,
                         const TaskControl& control)
    : impl_(std::make_unique<Impl>(std::move(data), settings, std::move(encoders), control)) {}
EncodedData::~EncodedData() = default;

std::int64_t EncodedData::size() const {
    return static_cast<std::int64_t>(impl_->pictures.size());
}

void EncodedData::prefetch(const std::vector<Draw>& draws) {
    for (const auto& draw : draws)
        (void)picture(draw.picture);
    impl_->ahead->announce(draws);
}

EncodedBatch EncodedData::batch(const std::vector<Draw>& draws) {
    if (draws.empty()) throw DataError(Message::of("a batch without pictures was asked for"));
    for (const auto& draw : draws)
        (void)picture(draw.picture);
    return impl_->batch(draws);
}

const std::vector<torch::Tensor>& EncodedData::emptyTexts() const {
    return impl_->emptyTexts;
}

std::vector<DataProblem> EncodedData::problems() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->problems;
}

const CaptionedPicture& EncodedData::picture(std::int64_t index) const {
    if (index < 0 || index >= size())
        throw DataError(Message::of("picture %1 was asked for; there are %2", index, size()));
    return impl_->pictures[static_cast<std::size_t>(index)];
}

}  // namespace afa
