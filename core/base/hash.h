#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace afa {

/// Incremental SHA-256 (FIPS 180-4), by OpenSSL.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::span<const std::byte> bytes);
    void update(const std::string& text);
    /// The digest as 64 lower-case hex digits; the object must not be used afterwards.
    std::string finishHex();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace afa
