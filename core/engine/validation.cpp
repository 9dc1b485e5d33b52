#include "core/engine/validation.h"

#include <regex>
#include <set>

#include "core/base/shortened.h"
#include "core/io/utf8.h"

#include "core/base/path.h"

namespace afa {

void validateCompute(const ComputeSettings& compute, std::vector<std::string>& problems) {
    static const std::regex device("auto|cpu|cuda(:[0-9]{1,3})?");
    if (!std::regex_match(compute.device, device))
        problems.push_back("--device is " + quoted(compute.device) + "; expected auto, cpu, cuda or cuda:I");
    static const std::set<std::string> precisions{"auto", "fp32", "bf16", "fp16"};
    if (!precisions.contains(compute.precision))
        problems.push_back("--precision is " + quoted(compute.precision) +
                           "; expected auto, fp32, bf16 or fp16");
    if (compute.threads < 0 || compute.threads > 4096)
        problems.push_back("--threads is " + std::to_string(compute.threads) +
                           "; expected 0 (all cores) to 4096");
}

void validateUtf8(std::vector<std::string>& problems, const std::string& name, const std::string& text) {
    if (!decodeUtf8(text)) problems.push_back(name + " is not valid UTF-8 text");
}

void validateRange(std::vector<std::string>& problems, const std::string& name, long value, long low,
                   long high) {
    if (value < low || value > high)
        problems.push_back(name + " is " + std::to_string(value) + "; expected " + std::to_string(low) +
                           " to " + std::to_string(high));
}

void validateModels(std::vector<std::string>& problems, std::size_t models, int fewest, int host) {
    const int n = static_cast<int>(models);
    if (n == 0 && fewest > 0)
        problems.push_back("no base model given (--model)");
    else if (n < fewest)
        problems.push_back(std::to_string(n) + " base model; expected " + std::to_string(fewest) +
                           " or more");
    if (n > kMaxModels)
        problems.push_back(std::to_string(n) + " base models; at most " + std::to_string(kMaxModels) +
                           " run together");
    if (n > 0 && (host < 0 || host >= n))
        problems.push_back("--host is " + std::to_string(host) + "; expected 0 to " + std::to_string(n - 1));
}

void validateKeepsInputs(std::vector<std::string>& problems, const std::vector<NamedPath>& outputs,
                         const std::vector<NamedPath>& inputs) {
    static const std::set<std::string> ofModels{".safetensors", ".bin", ".pt", ".ckpt", ".json", ".txt"};
    for (const auto& [output, written] : outputs) {
        std::error_code ec;
        if (written.empty() || !std::filesystem::is_regular_file(written, ec)) continue;
        for (const auto& [input, read] : inputs)
            if (!read.empty() && isAtOrBelow(written, read) &&
                (ofModels.contains(lowerExtension(written)) || !std::filesystem::is_directory(read, ec))) {
                problems.push_back(std::string(output) + " would replace a file of " + input + " " +
                                   read.string() + ": " + written.string() + "; choose another name");
                break;
            }
    }
}

void validateSheetName(std::vector<std::string>& problems, const std::filesystem::path& sheet) {
    const auto ending = lowerExtension(sheet);
    if (!sheet.empty() && ending != ".png" && ending != ".svg")
        problems.push_back("--sheet is " + sheet.string() + "; expected a name ending in .png or .svg");
}

void validateModelName(std::vector<std::string>& problems, const std::filesystem::path& output) {
    static const std::set<std::string> pickles{".ckpt", ".pt", ".pth", ".bin", ".pkl"};
    if (const auto ending = lowerExtension(output); pickles.contains(ending))
        problems.push_back("--output " + output.string() + ": the model is written as safetensors, which " +
                           quoted(ending) + " does not mean; name it .safetensors");
}

void requireNone(const std::vector<std::string>& problems) {
    std::string text;
    for (const auto& problem : problems)
        text += (text.empty() ? "" : "; ") + problem;
    if (!text.empty()) throw RequestError(text);
}

}  // namespace afa
