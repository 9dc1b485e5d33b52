#include "core/eval/routing_gain.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"

namespace afa {
namespace {

/// The sums of one picture, averaged over samples and positions.
struct PictureSums {
    std::int64_t timestep = 0;
    std::vector<double> models;
    double mean = 0, routed = 0;
    std::vector<double> shares;
};

double meanOf(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values)
        sum += static_cast<double>(value);
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

std::size_t winner(const PictureErrors& picture, std::size_t at) {
    std::size_t best = 0;
    for (std::size_t model = 1; model < picture.models.size(); ++model)
        if (picture.models[model][at] < picture.models[best][at]) best = model;
    return best;
}

PictureSums sumUp(const PictureErrors& picture) {
    const auto samples = static_cast<std::size_t>(picture.samples);
    const std::size_t positions = picture.models.front().size() / samples;
    PictureSums sums{picture.timestep, {}, meanOf(picture.mean), 0, {}};
    for (const auto& errors : picture.models)
        sums.models.push_back(meanOf(errors));
    std::vector<double> wins(picture.models.size(), 0.0);
    // Summed in the order of a model's own error, and averaged by steps that equal values do not move: with
    // equal models in every place nothing is gained, exactly.
    std::vector<float> routed(samples * positions);
    for (std::size_t shift = 1; shift < samples; ++shift) {
        for (std::size_t sample = 0; sample < samples; ++sample) {
            const std::size_t chooser = (sample + shift) % samples;
            for (std::size_t position = 0; position < positions; ++position) {
                const auto model = winner(picture, chooser * positions + position);
                wins[model] += 1;
                routed[sample * positions + position] = picture.models[model][sample * positions + position];
            }
        }
        sums.routed += (meanOf(routed) - sums.routed) / static_cast<double>(shift);
    }
    const auto pairs = static_cast<double>(samples - 1);
    for (const double count : wins)
        sums.shares.push_back(count / (pairs * static_cast<double>(samples * positions)));
    return sums;
}

void check(const std::vector<PictureErrors>& pictures) {
    if (pictures.empty()) throw DataError(Message::of("routing gain: no pictures were measured"));
    const auto models = pictures.front().models.size();
    for (const auto& picture : pictures) {
        if (picture.samples < 2)
            throw DataError(
                Message::of("routing gain: expected two noise samples or more, found %1", picture.samples));
        bool fits = models > 0 && picture.models.size() == models && !picture.models.front().empty() &&
                    picture.models.front().size() % static_cast<std::size_t>(picture.samples) == 0 &&
                    (picture.mean.empty() || picture.mean.size() == picture.models.front().size());
        for (const auto& errors : picture.models)
            fits = fits && errors.size() == picture.models.front().size();
        if (!fits)
            throw DataError(
                Message::of("routing gain: a picture's errors differ in number from the others'"));
    }
}

/// Half the width of the 95% interval of sum(routed) / sum(best).
double halfInterval(const std::vector<PictureSums>& pictures, std::size_t best, double ratio,
                    double bestError) {
    constexpr double kNormal95 = 1.959964;  // quantile of the normal distribution
    const auto n = static_cast<double>(pictures.size());
    if (n < 2 || bestError <= 0) return 0.0;
    double squares = 0;
    for (const auto& picture : pictures) {
        const double residual = picture.routed - ratio * picture.models[best];
        squares += residual * residual;
    }
    return kNormal95 * std::sqrt(squares / (n * (n - 1))) / bestError;
}

}  // namespace

RoutingGain routingGain(const std::vector<PictureErrors>& pictures) {
    check(pictures);
    std::vector<PictureSums> sums;
    sums.reserve(pictures.size());
    for (const auto& picture : pictures)
        sums.push_back(sumUp(picture));
    const auto models = sums.front().models.size();
    const auto count = static_cast<double>(sums.size());

    RoutingGain result;
    result.modelErrors.resize(models);
    result.shares.resize(models);
    for (const auto& picture : sums) {
        for (std::size_t model = 0; model < models; ++model) {
            result.modelErrors[model] += picture.models[model] / count;
            result.shares[model] += picture.shares[model] / count;
        }
        result.meanError += picture.mean / count;
        result.routedError += picture.routed / count;
    }
    const auto best = static_cast<std::size_t>(
        std::min_element(result.modelErrors.begin(), result.modelErrors.end()) - result.modelErrors.begin());
    result.best = static_cast<int>(best);
    const double bestError = result.modelErrors[best];
    const double ratio = bestError > 0 ? result.routedError / bestError : 1.0;
    result.gain = 1.0 - ratio;
    const double half = halfInterval(sums, best, ratio, bestError);
    result.low = result.gain - half;
    result.high = result.gain + half;

    std::map<std::int64_t, std::pair<RoutingGain::AtTimestep, double>> rows;  // with the routed sum
    for (const auto& picture : sums) {
        auto& [row, routed] = rows[picture.timestep];
        row.timestep = picture.timestep;
        ++row.pictures;
        row.bestError += picture.models[best];
        routed += picture.routed;
    }
    for (auto& [timestep, item] : rows) {
        auto& [row, routed] = item;
        row.gain = row.bestError > 0 ? 1.0 - routed / row.bestError : 0.0;
        row.bestError /= row.pictures;
        result.timesteps.push_back(row);
    }
    return result;
}

}  // namespace afa
