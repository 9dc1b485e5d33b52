#include "ui/parts/widgets/print.h"

#include <QtCore/QBuffer>
#include <QtCore/QSaveFile>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

namespace afa {
namespace {

constexpr double kInchesPerMeter = 39.3701;

}  // namespace

QPalette printPalette() {
    QPalette palette;
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::PlaceholderText, QColor(70, 70, 70));
    palette.setColor(QPalette::Mid, QColor(190, 190, 190));
    return palette;
}

bool writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

bool writePng(const QString& path, QImage image, int dotsPerInch) {
    image.setDevicePixelRatio(1);
    image.setDotsPerMeterX(qRound(dotsPerInch * kInchesPerMeter));
    image.setDotsPerMeterY(qRound(dotsPerInch * kInchesPerMeter));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") && writeWhole(path, bytes);
}

bool writeSvg(const QString& path, QSize size, const std::function<void(QPaintDevice&)>& draw) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(kPointsPerInch);
    draw(generator);
    return writeWhole(path, bytes);
}

bool printPng(const QString& path, QSize size, int dotsPerInch, const std::function<void(QPainter&)>& draw) {
    const double scale = static_cast<double>(dotsPerInch) / kPointsPerInch;
    QImage image(QSize(qRound(size.width() * scale), qRound(size.height() * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDevicePixelRatio(scale);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter);
    }
    return writePng(path, std::move(image), dotsPerInch);
}

bool printSvg(const QString& path, QSize size, const std::function<void(QPainter&)>& draw) {
    return writeSvg(path, size, [&](QPaintDevice& paper) {
        QPainter painter(&paper);
        painter.fillRect(QRect(QPoint(), size), Qt::white);
        draw(painter);
    });
}

}  // namespace afa
