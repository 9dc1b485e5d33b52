#pragma once
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtGui/QImage>

#include "core/engine/comparison.h"
#include "core/engine/picture_request.h"

namespace afa {

/// A text in the user's language, and in English for the sheet (what draws it knows ASCII only).
struct CaptionText {
    QString shown, english;
    bool isEmpty() const { return shown.isEmpty(); }
    bool operator==(const CaptionText&) const = default;
};

/// A picture of a comparison, or the place of one still to be made.
struct ComparedPicture {
    QString path;         ///< "" = not made
    CaptionText caption;  ///< what sets it apart
    QImage image;
    QString state;  ///< instead of the image: waiting, failed, ..
};

/// Pictures side by side, and what all of them share.
struct Comparison {
    CaptionText title, note;
    QList<ComparedPicture> pictures;

    /// As the sheet's drawing takes it, in rows of `columns`.
    ComparisonSheet sheet(int columns) const;
};

/// What a picture was made with, as far as captions tell it; from its request before it is made, or from its
/// file.
struct CaptionFacts {
    GenerateRequest request;
    QStringList models;
    QString aggregator;
};
CaptionFacts captionFacts(const PictureRequest& found);

/// Sorts what is told about the pictures into what they share (title: the prompt) and each one's own.
Comparison describe(const QList<CaptionFacts>& facts);

/// Pictures on disk. What a file does not say is left out; one that cannot be read says so in its place.
Comparison comparisonOf(const QStringList& paths);

}  // namespace afa
