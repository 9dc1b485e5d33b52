#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/engine/compute.h"

namespace afa::test {

/// What the scripted networks do. The test's thread writes it while they work on another one; it outlives
/// them.
class Script {
  public:
    enum class End { Done, Failed, OutOfMemory, Cancelled };

    /// How the next long call ends, after its first report; the ones after it are done as usual.
    void endNext(End end, const std::string& message = {});
    /// From now on every step of long work waits, so that it is running for as long as the test likes; a stop
    /// ends it as ever.
    void hold();
    void step(int steps = 1);  ///< lets so many steps pass
    void go();                 ///< the end of hold()
    /// How often pictures were asked for, models loaded, a training started ("generate", "load", "train" ..).
    int calls(const std::string& name) const;

    // For the networks.
    void called(const std::string& name);
    void pass(const TaskControl& control);  ///< throws Cancelled
    void endAsTold();                       ///< throws what endNext() asked for

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<std::pair<End, std::string>> next_;
    bool held_ = false;
    int allowed_ = 0;
    std::map<std::string, int> calls_;
};

/// Networks that compute nothing, behind an Engine like the real ones: pictures of 64 pixels in colours that
/// follow from their request, with the settings in them as other programs write them; trainings with a
/// history, states and a file for the aggregator; data and plans in round numbers. Instant, unless the script
/// says otherwise. What real models and real pictures look like is not read.
std::unique_ptr<Compute> makeScriptedCompute(Script& script);

}  // namespace afa::test
