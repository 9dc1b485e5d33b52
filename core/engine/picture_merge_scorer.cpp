#include "core/engine/picture_merge_scorer.h"

#include "core/engine/request_fields.h"

namespace afa {

std::vector<Image> picturesOfMerge(Engine& engine, const MergeSearchRequest& request,
                                   const std::string& recipe, const std::string& prompt, int count,
                                   const TaskControl& control) {
    GenerateRequest wanted;
    copySharedFields(request, wanted);
    wanted.mode = Mode{Mode::Kind::Merge}.name();
    wanted.mergeRecipe = recipe;
    wanted.prompt = prompt;
    wanted.count = count;
    wanted.writePictures = false;
    wanted.compute = request.compute;
    std::vector<Image> pictures;
    for (auto& made : engine.generate(wanted, {}, control).pictures)
        pictures.push_back(std::move(made.image));
    return pictures;
}

MergeScore PictureMergeScorer::score(const std::string& recipe, const TaskControl& control) {
    MergeScore result;
    for (const auto& prompt : request_.prompts)
        for (auto& picture : picturesOfMerge(engine_, request_, recipe, prompt, request_.seeds, control)) {
            result.value += scorer_->score(prompt, picture, control);
            result.pictures.push_back(std::move(picture));
        }
    result.value /= static_cast<double>(result.pictures.size());
    return result;
}

}  // namespace afa
