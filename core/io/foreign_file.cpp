#include "core/io/foreign_file.h"

#include <algorithm>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace afa {
namespace {

[[noreturn]] void refuse(const MappedFile& file, const Message& reason) {
    throw FileError(Message::of("%1: not a checkpoint file: %2", file.path(), reason));
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

Message lfsSize(std::string_view text) {
    const auto start = text.find("\nsize ");
    if (start == std::string_view::npos) return {};
    const std::string_view digits = text.substr(start + 6);
    const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    return Message::of(" of %1 bytes", digits.substr(0, std::min<std::size_t>(end, 20)));
}

struct Kind {
    std::string_view magic;
    Message name;
};
const std::vector<Kind>& otherKinds() {
    static const std::vector<Kind> kinds{
        {"GGUF", Message::of("a GGUF file (llama.cpp)")},
        {"\x89PNG", Message::of("a PNG picture")},
        {"\xFF\xD8\xFF", Message::of("a JPEG picture")},
        {"\x89HDF", Message::of("an HDF5 file (Keras)")},
        {"\x1F\x8B", Message::of("a gzip archive; unpack it first")},
        {"7z\xBC\xAF", Message::of("a 7z archive; unpack it first")},
        {"Rar!", Message::of("a RAR archive; unpack it first")},
        {"%PDF", Message::of("a PDF document")},
    };
    return kinds;
}

}  // namespace

void refuseForeignContent(const MappedFile& file) {
    const std::string_view text = file.text();
    if (text.empty()) refuse(file, Message::of("the file is empty; download it again"));
    if (text.starts_with("version https://git-lfs.github.com/spec/"))
        refuse(
            file,
            Message::of(
                "a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or download the file",
                lfsSize(text.substr(0, 1024))));
    if (isHtml(text))
        refuse(file, Message::of("an HTML page, as a failed download leaves; download it again"));
    for (const auto& kind : otherKinds())
        if (text.starts_with(kind.magic)) refuse(file, kind.name);
    if (std::all_of(text.begin(), text.begin() + std::min<std::ptrdiff_t>(std::ssize(text), 4096),
                    [](char c) { return c == '\0'; }))
        refuse(file,
               Message::of(
                   "it begins with zero bytes only, as an interrupted download leaves; download it again"));
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
