#include "core/engine/stored_training.h"

#include <boost/json.hpp>
#include <cstdint>

#include "core/base/error.h"
#include "core/io/json_fields.h"
#include "core/io/mapped_file.h"

namespace afa {

namespace fs = std::filesystem;

std::optional<StoredTraining> readStoredTraining(const fs::path& run) {
    std::optional<Message> problem;
    for (const auto& state : trainingStates(run)) {
        try {
            const auto path = state / kTrainingStateHead;
            const JsonFields head(MappedFile::open(path)->text(), path.string());
            if (head.text("format", "") != "training-state")
                head.fail("format", Message::of("\"training-state\""));
            if (head.integer("version", {}, 1, 1'000'000) != 1)
                head.fail("version", Message::of("1 (the state was written by a newer program)"));
            StoredTraining stored;
            stored.step = head.integer("step", {}, 0, INT64_MAX);
            stored.request =
                parseTrainRequest(boost::json::serialize(head.member("request").object()), path.string());
            stored.request.output = run;
            return stored;
        } catch (const Error& error) {
            if (!problem) problem = error.message();
        }
    }
    if (!problem) return std::nullopt;
    throw FileError(*problem);
}

}  // namespace afa
