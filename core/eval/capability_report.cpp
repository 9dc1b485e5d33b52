#include "core/eval/capability_report.h"

#include <boost/json.hpp>
#include <charconv>

#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"

namespace afa {

std::vector<std::uint8_t> capabilityWins(const CapabilityMaps::AtTimestep& maps) {
    std::vector<std::uint8_t> wins(maps.capability.front().size(), 0);
    for (std::size_t model = 1; model < maps.capability.size(); ++model)
        for (std::size_t at = 0; at < wins.size(); ++at)
            if (maps.capability[model][at] > maps.capability[wins[at]][at])
                wins[at] = static_cast<std::uint8_t>(model);
    return wins;
}

std::vector<double> winShares(const std::vector<std::uint8_t>& wins, int models) {
    std::vector<double> shares(static_cast<std::size_t>(models), 0.0);
    for (const auto winner : wins)
        shares[winner] += 1.0 / static_cast<double>(wins.size());
    return shares;
}

std::vector<double> meanErrors(const CapabilityMaps::AtTimestep& maps) {
    std::vector<double> errors;
    for (const auto& capability : maps.capability) {
        double sum = 0;
        for (const float value : capability)
            sum -= static_cast<double>(value);
        errors.push_back(sum / static_cast<double>(capability.size()));
    }
    return errors;
}

void writeCapability(const std::filesystem::path& target, const CapabilityMaps& maps) {
    std::vector<TensorInfo> infos;
    for (const auto& at : maps.timesteps) {
        const auto name = std::to_string(at.timestep);
        infos.push_back({"capability." + name, DType::F32, {maps.models(), maps.height, maps.width}});
        infos.push_back({"wins." + name, DType::U8, {maps.height, maps.width}});
    }
    infos.push_back({"picture", DType::U8, {maps.picture.height, maps.picture.width, 3}});
    boost::json::array names;
    for (const auto& name : maps.modelNames)
        names.emplace_back(name);
    SafetensorsWriter writer(target, infos,
                             {{"afa.format", "capability"},
                              {"afa.version", "1"},
                              {"afa.models", boost::json::serialize(names)},
                              {"afa.prompt", maps.prompt},
                              {"afa.noise_samples", std::to_string(maps.noiseSamples)}});
    for (const auto& at : maps.timesteps) {
        std::vector<float> all;
        for (const auto& capability : at.capability)
            all.insert(all.end(), capability.begin(), capability.end());
        writer.write(std::as_bytes(std::span(all)));
        const auto wins = capabilityWins(at);
        writer.write(std::as_bytes(std::span(wins)));
    }
    writer.write(std::as_bytes(std::span(maps.picture.rgb)));
    writer.finish();
}

void writeCapabilityCsv(const std::filesystem::path& target, const CapabilityMaps& maps) {
    AtomicFile file(target);
    std::string text = "timestep,y,x,winner";
    for (int model = 0; model < maps.models(); ++model)
        text += "," + std::to_string(model);
    text += "\n";
    const auto append = [&](auto value) {
        char buffer[32];
        const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
        text.append(std::begin(buffer), end);
    };
    for (const auto& at : maps.timesteps) {
        const auto wins = capabilityWins(at);
        std::size_t position = 0;
        for (std::int64_t y = 0; y < maps.height; ++y)
            for (std::int64_t x = 0; x < maps.width; ++x, ++position) {
                append(at.timestep);
                for (const auto number : {y, x, std::int64_t{wins[position]}}) {
                    text += ",";
                    append(number);
                }
                for (const auto& capability : at.capability) {
                    text += ",";
                    append(capability[position]);
                }
                text += "\n";
            }
        file.write(text);
        text.clear();
    }
    file.commit();
}

}  // namespace afa
