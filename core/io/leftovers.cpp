#include "core/io/leftovers.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".tmp";
constexpr std::size_t kTagLength = 8;
constexpr std::chrono::hours kStale{24};

fs::path temporaryPath(const fs::path& folder) {
    static std::atomic<unsigned> counter{0};
    return folder / (std::string(kTemporaryPrefix) + hostTag() + "-" + std::to_string(processId()) + "-" +
                     std::to_string(counter++) + std::string(kEnding));
}

bool isTag(std::string_view text) {
    return text.size() == kTagLength && std::all_of(text.begin(), text.end(), [](char c) {
               return std::string_view("0123456789abcdef").find(c) != std::string_view::npos;
           });
}

/// Which machine made a temporary file or a claim, by its name or content; "" = not known. Nothing where the
/// name is of something else.
std::optional<std::string> madeOn(const fs::path& path) {
    const std::string name = path.filename().string();
    if (name.starts_with(kClaimPrefix)) {
        std::ifstream file(path, std::ios::binary);
        std::string tag(kTagLength, '\0');
        file.read(tag.data(), kTagLength);
        return file && isTag(tag) ? tag : std::string();
    }
    if (!name.starts_with(kTemporaryPrefix) || !name.ends_with(kEnding)) return std::nullopt;
    auto middle = std::string_view(name).substr(kTemporaryPrefix.size());
    middle.remove_suffix(kEnding.size());
    std::string tag;
    if (middle.size() > kTagLength && middle[kTagLength] == '-' && isTag(middle.substr(0, kTagLength))) {
        tag = middle.substr(0, kTagLength);
        middle.remove_prefix(kTagLength + 1);
    }
    // Process and number.
    const auto digits = [&] {
        const auto count = std::min(middle.find_first_not_of("0123456789"), middle.size());
        middle.remove_prefix(count);
        return count > 0;
    };
    if (!digits() || !middle.starts_with('-')) return std::nullopt;
    middle.remove_prefix(1);
    if (!digits() || !middle.empty()) return std::nullopt;
    return tag;
}

/// When anything in it was written last.
fs::file_time_type lastWritten(const fs::path& path) {
    std::error_code error;
    auto latest = fs::last_write_time(path, error);
    if (error) return fs::file_time_type::clock::now();
    if (!fs::is_directory(fs::symlink_status(path, error))) return latest;
    for (auto it = fs::recursive_directory_iterator(path, error); !error && it != fs::end(it);
         it.increment(error)) {
        std::error_code gone;
        const auto time = fs::last_write_time(it->path(), gone);
        if (!gone) latest = std::max(latest, time);
    }
    return latest;
}

}  // namespace

const std::string& hostTag() {
    static const std::string tag = [] {
        // Names of machines repeat ("localhost"); Linux has a number for each besides.
        std::string machine;
        std::getline(std::ifstream("/etc/machine-id"), machine);
        std::uint32_t hash = 2166136261;  // FNV-1a
        for (const char c : hostName() + "\n" + machine)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
        std::string text(kTagLength, '0');
        char digits[kTagLength];
        const auto end = std::to_chars(digits, digits + kTagLength, hash, 16).ptr;
        std::copy(digits, end, text.end() - (end - digits));
        return text;
    }();
    return tag;
}

FileHandle createTemporary(const fs::path& folder, fs::path& path, std::error_code& error) {
    for (;;) {
        path = temporaryPath(folder);
        const auto file = createNew(path, error);
        if (error == std::errc::file_exists) continue;
        if (error || holdNew(file)) return file;
        closeFile(file);
    }
}

bool createTemporaryFolder(const fs::path& folder, fs::path& path, FileHandle& held, std::error_code& error) {
    for (;;) {
        path = temporaryPath(folder);
        const bool made = fs::create_directory(path, error);
        if (error) return false;
        if (!made) continue;
        bool ours = false;
        held = holdNewFolder(path, ours);
        if (ours) return true;
    }
}

bool removeLeftover(const fs::path& path) {
    std::error_code error;
    const auto status = fs::symlink_status(path, error);
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) return false;
    const auto machine = madeOn(path);
    if (!machine) return false;
    FileHandle file = kNoFile;
    const auto holder = takeOver(path, file);
    const bool given = holder == Holder::Nobody && *machine == hostTag();
    const bool old =
        holder != Holder::Somebody && fs::file_time_type::clock::now() - lastWritten(path) > kStale;
    if (given || old) fs::remove_all(path, error);
    if (file != kNoFile) closeFile(file);
    return (given || old) && !error;
}

void removeLeftovers(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> found;  // not removed while the folder is read
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::end(it); it.increment(error))
        if (it->path().filename().string().starts_with(kTemporaryPrefix)) found.push_back(it->path());
    for (const auto& path : found)
        removeLeftover(path);
}

void removeLeftoversOnce(const fs::path& folder) {
    if (folder.filename().string().starts_with(kTemporaryPrefix)) return;  // a temporary folder's own files
    static std::mutex mutex;
    static std::set<fs::path> seen;
    {
        const std::scoped_lock lock(mutex);
        if (!seen.insert(folder).second) return;
    }
    removeLeftovers(folder);
}

}  // namespace afa
