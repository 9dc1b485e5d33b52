#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/task.h"

namespace afa {

/// What the library shows about a model file or directory, and what is needed to tell whether models and
/// aggregators fit each other.
struct ModelInfo {
    enum class Role { BaseModel, Aggregator, Other };
    Role role = Role::Other;
    std::filesystem::path path;
    std::string name;                ///< for people: directory or file name without ending
    std::string kind;                ///< as `afa inspect` tells it; "unreadable" for what cannot be opened
    std::string architecture;        ///< "sd1", "sdxl", .., "unknown"
    std::vector<std::string> parts;  ///< "unet", "vae", "text_encoder", ..
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0;
    std::string precision;
    std::string sha256, shortHash;
    Message problem;  ///< why it is no usable base model or aggregator; empty when it is one
    std::vector<Message> notes;

    // Base models
    std::string fingerprint;  ///< SHA-256 of the U-Net's values (formats.md)
    int ownSize = 0;          ///< pixels of the pictures it was trained on
    int sizeStep = 0;         ///< pictures' sides are multiples of this, in pixels

    // Base models and aggregators
    std::vector<int> stages;             ///< stages of the U-Net; of an aggregator those that it joins
    std::vector<std::int64_t> channels;  ///< of each of `stages`
    std::int64_t textWidth = 0;

    // Aggregators
    struct BoundModel {
        std::string name, fingerprint;
        bool operator==(const BoundModel&) const = default;
    };
    int joins = 0;                    ///< number of base models
    std::string layout;               ///< "paper" | "release"
    std::vector<BoundModel> boundTo;  ///< in order; empty: accepts any
    bool operator==(const ModelInfo&) const = default;
};

/// Never throws on what a file holds: one that cannot be opened has kind "unreadable" and says why in
/// `problem`. Reads the whole file for its hashes. Throws Cancelled.
ModelInfo inspectModel(const std::filesystem::path& path, const TaskControl& control = {});

/// Files and directories below `folder` that look like models by their names, each diffusers or authors'
/// directory once; sorted. `folder` may be a model itself. Throws FileError where it cannot be read,
/// Cancelled.
std::vector<std::filesystem::path> findModels(const std::filesystem::path& folder,
                                              const TaskControl& control = {});

/// Changes when a model's files do: sum of sizes in bytes and latest time of change in nanoseconds since the
/// file clock's epoch; both 0 where there is nothing.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t changed = 0;
    bool operator==(const FileStamp&) const = default;
};
FileStamp stampOf(const std::filesystem::path& path);

// For caches on disk. modelInfoFromJson throws FileError ("where: ..").
std::string modelInfoJson(const ModelInfo& info);
ModelInfo modelInfoFromJson(const std::string& json, const std::string& where);

}  // namespace afa
