#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <system_error>

// The few calls on files that differ between systems. Errors are returned, empty on success.
namespace afa {

using FileHandle = std::intptr_t;
inline constexpr FileHandle kNoFile = -1;

/// A new file to write; kNoFile with `error` set where it cannot be made (file_exists: the name is taken).
FileHandle createNew(const std::filesystem::path& path, std::error_code& error);
/// Takes what was written off `bytes`.
std::error_code writeSome(FileHandle file, std::span<const std::byte>& bytes);
/// Claims space without changing the file's size. Systems that cannot do so are no error.
std::error_code reserveSpace(FileHandle file, std::uint64_t bytes);
/// Tells the system to begin writing what has come so far, so that the flush at the end has less to wait for.
void beginWriting(FileHandle file, std::uint64_t from, std::uint64_t bytes);
std::error_code flush(FileHandle file);
std::error_code closeFile(FileHandle file);
/// Renames `file`, written at `from`, to `to`, which is replaced, and closes it.
std::error_code replaceFile(FileHandle file, const std::filesystem::path& from,
                            const std::filesystem::path& to);
/// Makes a file's content, or the names in a folder, last through a power cut, where the system can; what
/// cannot be synced is as safe as it gets. (Not on Windows.)
void syncToDisk(const std::filesystem::path& path);
/// Best effort: on file systems without permissions the file is simply written.
void keepPermissions(FileHandle file, const std::filesystem::path& old);

/// Who works on a file or folder that was opened to be written, as locks tell: they end with their process.
enum class Holder {
    Nobody,    ///< and from now on the caller
    Somebody,  ///< another handle, in this process or another
    Unknown    ///< the file system has no locks, or the file cannot be opened
};
/// Takes the lock of a file just made. False where somebody else has taken it for a leftover: it is gone, or
/// is about to be.
bool holdNew(FileHandle file);
/// A folder just made, as above; kNoFile where folders cannot be held.
FileHandle holdNewFolder(const std::filesystem::path& folder, bool& ours);
/// Opens what lies at `path` and takes its lock, where nobody has it. `file`: to be closed, may be kNoFile.
Holder takeOver(const std::filesystem::path& path, FileHandle& file);

unsigned long processId();
std::string hostName();

}  // namespace afa
