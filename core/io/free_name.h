#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/io/system_file.h"

namespace afa {

/// A name in a folder that nothing has, and that no other FreeName has while this one lives, whatever process
/// or thread holds it: STEM, or STEM-2, STEM-3 .. with several endings, so that files that belong together
/// stay together by their stem. What is written meanwhile is simply written to path(); nothing lies there
/// before it is whole.
///
/// The claim is a hidden file that only one can make (O_EXCL), which works on every file system; the claim of
/// a program that was killed is a leftover (core/io/leftovers.h).
class FreeName {
  public:
    /// The folder is there. Endings with their dot. Throws FileError where nothing can be written there.
    FreeName(std::filesystem::path folder, const std::string& stem, std::vector<std::string> endings);
    ~FreeName();
    FreeName(const FreeName&) = delete;
    FreeName& operator=(const FreeName&) = delete;

    std::filesystem::path path(const std::string& ending) const;
    const std::string& stem() const { return stem_; }

  private:
    bool isTaken() const;
    bool claim();
    void giveFree();

    std::filesystem::path folder_, claimed_;
    std::vector<std::string> endings_;
    std::string stem_;
    FileHandle file_ = kNoFile;
};

/// A new folder in `parent`, which is made where it is missing: STEM, or STEM-2, STEM-3 .. where that is
/// there, or `free` says no. Of several that ask at once, each gets its own. Throws FileError.
std::filesystem::path makeFreeFolder(const std::filesystem::path& parent, const std::string& stem,
                                     const std::function<bool(const std::string& name)>& free = {});

/// Copies a file to STEM+ENDING in a folder, which is made where it is missing, or to STEM-2+ENDING .. where
/// that is there; the copy appears whole or not at all. Throws FileError.
std::filesystem::path copyToFreeName(const std::filesystem::path& file, const std::filesystem::path& folder,
                                     const std::string& stem, const std::string& ending);

}  // namespace afa
