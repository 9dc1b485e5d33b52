#pragma once
#include <memory>

#include "core/engine/engine.h"
#include "core/engine/merge_scorer.h"
#include "core/eval/picture_scorer.h"

namespace afa {

/// The mean score of a merge's pictures over all prompts and seeds.
class PictureMergeScorer : public MergeScorer {
  public:
    PictureMergeScorer(const MergeSearchRequest& request, Engine& engine,
                       std::unique_ptr<PictureScorer> scorer)
        : request_(request), engine_(engine), scorer_(std::move(scorer)) {}
    MergeScore score(const std::string& recipe, const TaskControl& control) override;

  private:
    const MergeSearchRequest& request_;
    Engine& engine_;
    std::unique_ptr<PictureScorer> scorer_;
};

/// What a merge draws for a prompt, in memory.
std::vector<Image> picturesOfMerge(Engine& engine, const MergeSearchRequest& request,
                                   const std::string& recipe, const std::string& prompt, int count,
                                   const TaskControl& control);

}  // namespace afa
