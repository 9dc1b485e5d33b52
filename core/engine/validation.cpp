#include "core/engine/validation.h"

#include <regex>
#include <set>

#include "core/base/shortened.h"
#include "core/io/utf8.h"

#include "core/base/path.h"

namespace afa {

void validateCompute(const ComputeSettings& compute, std::vector<Problem>& problems) {
    static const std::regex device("auto|cpu|cuda(:[0-9]{1,3})?");
    if (!std::regex_match(compute.device, device))
        problems.push_back(Message::of("%1 is %2; expected auto, cpu, cuda or cuda:I", Option{"device"},
                                       quoted(compute.device)));
    static const std::set<std::string> precisions{"auto", "fp32", "bf16", "fp16"};
    if (!precisions.contains(compute.precision))
        problems.push_back(Message::of("%1 is %2; expected auto, fp32, bf16 or fp16", Option{"precision"},
                                       quoted(compute.precision)));
    if (compute.threads < 0 || compute.threads > 4096)
        problems.push_back(
            Message::of("%1 is %2; expected 0 (all cores) to 4096", Option{"threads"}, compute.threads));
}

void validateUtf8(std::vector<Problem>& problems, const Message& name, const std::string& text) {
    if (!decodeUtf8(text)) problems.push_back(Message::of("%1 is not valid UTF-8 text", name));
}

void validateRange(std::vector<Problem>& problems, const Message& name, long value, long low, long high) {
    if (value < low || value > high)
        problems.push_back(Message::of("%1 is %2; expected %3 to %4", name, value, low, high));
}

void validateModels(std::vector<Problem>& problems, std::size_t models, int fewest, int host) {
    const int n = static_cast<int>(models);
    if (n == 0 && fewest > 0)
        problems.push_back(Message::of("no base model given (%1)", Option{"model"}));
    else if (n < fewest)
        problems.push_back({"model", Message::of("%1 base model; expected %2 or more", n, fewest)});
    if (n > kMaxModels)
        problems.push_back({"model", Message::of("%1 base models; at most %2 run together", n, kMaxModels)});
    if (n > 0 && (host < 0 || host >= n))
        problems.push_back(Message::of("%1 is %2; expected 0 to %3", Option{"host"}, host, n - 1));
}

void validateKeepsInputs(std::vector<Problem>& problems, const std::vector<NamedPath>& outputs,
                         const std::vector<NamedPath>& inputs) {
    static const std::set<std::string> ofModels{".safetensors", ".bin", ".pt", ".ckpt", ".json", ".txt"};
    for (const auto& [output, written] : outputs) {
        std::error_code ec;
        if (written.empty() || !std::filesystem::is_regular_file(written, ec)) continue;
        for (const auto& [input, read] : inputs)
            if (!read.empty() && isAtOrBelow(written, read) &&
                (ofModels.contains(lowerExtension(written)) || !std::filesystem::is_directory(read, ec))) {
                problems.push_back(Message::of("%1 would replace a file of %2 %3: %4; choose another name",
                                               output, input, read, written));
                break;
            }
    }
}

void validateSheetName(std::vector<Problem>& problems, const std::filesystem::path& sheet) {
    const auto ending = lowerExtension(sheet);
    if (!sheet.empty() && ending != ".png" && ending != ".svg")
        problems.push_back(
            Message::of("%1 is %2; expected a name ending in .png or .svg", Option{"sheet"}, sheet));
}

void validateModelName(std::vector<Problem>& problems, const std::filesystem::path& output) {
    static const std::set<std::string> pickles{".ckpt", ".pt", ".pth", ".bin", ".pkl"};
    if (const auto ending = lowerExtension(output); pickles.contains(ending))
        problems.push_back(Message::of(
            "%1: the model is written as safetensors, which %2 does not mean; name it .safetensors",
            Option{"output", output.string()}, quoted(ending)));
}

void requireNone(const std::vector<Problem>& problems) {
    std::vector<Message> texts;
    for (const auto& problem : problems)
        texts.push_back(problem.text);
    if (!texts.empty()) throw RequestError(Message::list(texts));
}

}  // namespace afa
