#pragma once
#include <boost/json.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/engine/picture_settings.h"

// Readers of other programs' pictures, a file each. A reader returns nothing where the picture is not of its
// program, and throws FileError, opened by `where`, where it is but cannot be read.
namespace afa {

using PictureTexts = std::map<std::string, std::string>;  ///< picture_texts.h

std::optional<ForeignPicture> readFooocus(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readSwarmUi(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readInvokeAi(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readNovelAi(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readDrawThings(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readEasyDiffusion(const PictureTexts& texts, const std::string& where);
std::optional<ForeignPicture> readComfyUi(const PictureTexts& texts, const std::string& where);
/// A1111's web UI and those that write its text: Forge, SD.Next, Civitai, Fooocus.
std::optional<ForeignPicture> readA1111(const PictureTexts& texts, const std::string& where);
/// A JSON object with a prompt, of a program that has no reader of its own.
std::optional<ForeignPicture> readOtherJson(const PictureTexts& texts, const std::string& where);

/// The first reader that knows the picture. Nothing: the picture says nothing about its making.
std::optional<ForeignPicture> readForeignPicture(const PictureTexts& texts, const std::string& where);

/// "" where there is no such text.
const std::string& textOf(const PictureTexts& texts, const std::string& key);
/// The text of a picture's settings, wherever its format keeps it: PNG's `parameters`, EXIF's user comment, a
/// JPEG's comment.
const std::string& settingsText(const PictureTexts& texts);
/// A text that opens like a JSON object, parsed; Python's NaN and Infinity are null. Nothing where it opens
/// otherwise or is not JSON.
std::optional<boost::json::object> objectIn(const std::string& text);
/// Whether it opens like a JSON object, which a prompt like "{a|b} dog" does not.
bool opensLikeJson(std::string_view text);
/// An object as objectIn() reads it where the program is known already. Throws FileError: `where`: what of
/// `program` is damaged.
boost::json::object objectOf(const std::string& text, const std::string& where, const char* program);

}  // namespace afa
