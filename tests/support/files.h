#pragma once
#include <QTemporaryDir>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace afa::test {

/// For AFA_VERIFY_CONTAINS: messages as the command line tells them.
inline std::string plainText(const Message& message) {
    return message.english();
}
inline std::string plainText(std::string text) {
    return text;
}

/// A folder that vanishes with the test.
class TempDir {
  public:
    TempDir() {
        if (!dir_.isValid()) throw std::runtime_error(dir_.errorString().toStdString());
    }
    std::filesystem::path path() const { return dir_.path().toStdString(); }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return path() / name; }

  private:
    QTemporaryDir dir_;
};

inline std::filesystem::path writeFile(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
    return path;
}

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::byte> toBytes(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// What `action` throws as an `Exception`; "" when it throws nothing. Other exceptions pass.
template <typename Exception, typename Action>
std::string messageOf(Action&& action) {
    try {
        action();
    } catch (const Exception& error) {
        return error.what();
    }
    return {};
}

}  // namespace afa::test

/// Fails with the whole text, so that a wrong message can be read.
#define AFA_VERIFY_CONTAINS(text, part)                                                            \
    do {                                                                                           \
        const std::string afaText = ::afa::test::plainText(text);                                  \
        QVERIFY2(afaText.find(part) != std::string::npos, ("found: \"" + afaText + "\"").c_str()); \
    } while (false)
