#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace afa {

/// One picture with one text; a picture with several captions stands there several times.
struct CaptionedPicture {
    std::filesystem::path image;
    std::string text;    ///< UTF-8, not empty
    std::string origin;  ///< where it was listed: "captions.jsonl:17", or the .txt's path
};

/// Something in the training data that cannot be used and was skipped.
struct DataProblem {
    std::string where;  ///< "captions.jsonl:17"
    Message what;       ///< "image missing: photos/a.jpg"
};

struct TrainingData {
    std::vector<CaptionedPicture> pictures;
    std::vector<DataProblem> problems;
};

/// Reads every kind of formats.md "Training data"; a source is
///   - a folder of pictures with same-named .txt, also below sub-folders, in ascending order of their paths;
///   what
///     a metadata.jsonl or metadata.csv in it names comes first, with that list's caption;
///   - a manifest in JSON lines, one object a line, or one JSON list of them: {"image", "text"}, or
///   JourneyDB's
///     annotations {"img_path", "prompt", "Task2": {"Caption"}} (the caption where there is one, else the
///     prompt; pictures beside the file or in its folder `imgs`);
///   - a manifest in CSV (RFC 4180; commas, semicolons or tabs) whose first row names the columns `image` and
///     `text`;
///   - COCO captions JSON {"images", "annotations"}, in the order of its annotations; pictures beside the
///   file or
///     in a folder of COCO's names for them (train2017, val2017, ..), beside it or one folder up.
/// `image` may also be called file_name, filename, image_path or file, and `text` caption or prompt. Texts
/// are UTF-8, or UTF-16 that cannot be mistaken (core/io/plain_text.h). Paths in a manifest are relative to
/// it. A file's kind is told by its content, not its name. Sources are joined in the order given. Pictures
/// are looked up, not decoded. Throws FileError where a source itself is unusable: missing, unreadable, no
/// such kind.
TrainingData readTrainingData(const std::vector<std::filesystem::path>& sources);

/// Throws DataError that lists the first problems when `problems` are more than the share `maxBad` (0 .. 1)
/// of `total` pictures.
void requireFewProblems(const std::vector<DataProblem>& problems, std::int64_t total, double maxBad);

}  // namespace afa
