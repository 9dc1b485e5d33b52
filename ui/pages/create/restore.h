#pragma once
#include <QtCore/QStringList>

namespace afa {

class Ensemble;
class Library;
class RequestPanel;
struct PictureRequest;

/// Puts what a picture says into ensemble and form. Returns what did not apply, in words.
QStringList restoreRequest(const PictureRequest& found, const Library& library, Ensemble& ensemble,
                           RequestPanel& panel);

}  // namespace afa
