#pragma once
#include <boost/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "core/engine/picture_settings.h"

namespace afa {

/// Which setting a program's key stands for.
enum class Setting {
    Prompt,
    NegativePrompt,
    Steps,
    Cfg,
    Eta,
    Seed,
    Width,
    Height,
    Size,  ///< both in one text: "512x768", "(512, 768)"
    Sampler,
    Schedule,
    Model,
    ModelHash,
    Passed  ///< says who made it or where, not how
};
struct SettingKey {
    std::string_view key;
    Setting setting;
};

/// Collects what a picture says. What has no meaning here, is no number or is said twice goes to the list of
/// what does not apply.
class SettingsTaker {
  public:
    explicit SettingsTaker(std::string program) { picture_.program = std::move(program); }

    void take(Setting setting, const std::string& key, std::string value);
    /// By the table; a key that it does not hold is listed.
    void take(std::span<const SettingKey> keys, const std::string& key, const std::string& value);
    /// Every member of an object; null, false and empty ones say nothing.
    void take(std::span<const SettingKey> keys, const boost::json::object& object);
    void leaveOut(const std::string& key, std::string_view value);
    void setProgram(std::string name) { picture_.program = std::move(name); }
    void setAutomaticKarras() { automaticKarras_ = true; }  ///< DPM++ 2M's own schedule is Karras'

    /// Sampler with schedule and width with height settled, prompts looked through.
    ForeignPicture finish();

  private:
    bool takes(Setting setting, const std::string& key, const std::string& value);
    void settleSampler();
    void settleSize();

    ForeignPicture picture_;
    std::pair<std::string, std::string> sampler_, schedule_, width_, height_;  ///< key, value
    bool automaticKarras_ = false;
};

/// As a person reads it: text and numbers bare, lists with commas.
std::string plainText(const boost::json::value& value);
/// At most 200 bytes, cut before a character: the file may be anybody's.
std::string shortened(std::string_view text);
/// Lines end in line feeds; other control characters are gone.
std::string cleaned(std::string_view text);
/// A file's name without folders (of any system) and ending.
std::string modelName(std::string_view path);

}  // namespace afa
