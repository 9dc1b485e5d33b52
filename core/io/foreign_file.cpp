#include "core/io/foreign_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace afa {
namespace {

[[noreturn]] void refuse(const MappedFile& file, const std::string& reason) {
    throw FileError(file.path().string() + ": not a checkpoint file: " + reason);
}

bool isHtml(std::string_view text) {
    constexpr std::size_t kSearched = 1024;  // byte order mark, blank lines and an XML declaration fit
    std::string head(text.substr(0, kSearched));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto start = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (start == std::string::npos) return false;
    const std::string_view body = std::string_view(head).substr(start);
    return body.starts_with("<!doctype html") || body.starts_with("<html") || body.starts_with("<head") ||
           (body.starts_with("<?xml") && body.find("<html") != std::string_view::npos) ||
           (body.starts_with("<!--") && body.find("<html") != std::string_view::npos);
}

std::string lfsSize(std::string_view text) {
    const auto start = text.find("\nsize ");
    if (start == std::string_view::npos) return {};
    const std::string_view digits = text.substr(start + 6);
    const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    return " of " + std::string(digits.substr(0, std::min<std::size_t>(end, 20))) + " bytes";
}

struct Kind {
    std::string_view magic, name;
};
constexpr std::array kOtherKinds{
    Kind{"GGUF", "a GGUF file (llama.cpp)"},
    Kind{"\x89PNG", "a PNG picture"},
    Kind{"\xFF\xD8\xFF", "a JPEG picture"},
    Kind{"\x89HDF", "an HDF5 file (Keras)"},
    Kind{"\x1F\x8B", "a gzip archive; unpack it first"},
    Kind{"7z\xBC\xAF", "a 7z archive; unpack it first"},
    Kind{"Rar!", "a RAR archive; unpack it first"},
    Kind{"%PDF", "a PDF document"},
};

}  // namespace

void refuseForeignContent(const MappedFile& file) {
    const std::string_view text = file.text();
    if (text.empty()) refuse(file, "the file is empty; download it again");
    if (text.starts_with("version https://git-lfs.github.com/spec/"))
        refuse(file, "a git-LFS pointer to a file" + lfsSize(text.substr(0, 1024)) +
                         ", not the file itself; run `git lfs pull` or download the file");
    if (isHtml(text)) refuse(file, "an HTML page, as a failed download leaves; download it again");
    for (const auto& kind : kOtherKinds)
        if (text.starts_with(kind.magic)) refuse(file, std::string(kind.name));
    if (std::all_of(text.begin(), text.begin() + std::min<std::ptrdiff_t>(std::ssize(text), 4096),
                    [](char c) { return c == '\0'; }))
        refuse(file, "it begins with zero bytes only, as an interrupted download leaves; download it again");
}

std::string firstBytes(const MappedFile& file) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const std::byte b : file.bytes().first(std::min<std::size_t>(file.bytes().size(), 8))) {
        if (!out.empty()) out += ' ';
        out += kHex[std::to_integer<unsigned>(b) >> 4];
        out += kHex[std::to_integer<unsigned>(b) & 15];
    }
    return out;
}

}  // namespace afa
