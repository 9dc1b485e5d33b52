#pragma once
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QPalette>
#include <functional>

class QImage;
class QPaintDevice;
class QPainter;

namespace afa {

/// Black on white, whatever the window looks like.
QPalette printPalette();

/// Draws on `size` points of paper and writes it, the old file replaced only by a whole new one. False: it
/// could not be written.
bool printPng(const QString& path, QSize size, int dotsPerInch, const std::function<void(QPainter&)>& draw);
bool printSvg(const QString& path, QSize size, const std::function<void(QPainter&)>& draw);  ///< text as text
/// The same for what was drawn already, and for what draws on a device by itself.
bool writePng(const QString& path, QImage image, int dotsPerInch);
bool writeSvg(const QString& path, QSize size, const std::function<void(QPaintDevice&)>& draw);
bool writeWhole(const QString& path, const QByteArray& bytes);
constexpr int kPointsPerInch = 96;  ///< as Qt counts on a screen

}  // namespace afa
