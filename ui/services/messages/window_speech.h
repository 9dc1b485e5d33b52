#pragma once
#include "core/base/language.h"

namespace afa {

/// Core's messages as the window tells them: in its language, settings by the labels of its fields and menus.
/// What has no field here keeps the command line's name.
class WindowSpeech : public LanguageSpeech {
  public:
    /// The language that applyLanguage() set last.
    WindowSpeech();
    std::string named(const Option& option) const override;
};

}  // namespace afa
