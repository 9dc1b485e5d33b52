#include "ui/parts/style/icons.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtSvg/QSvgRenderer>

namespace afa {
namespace {

QByteArray readDrawing(const QString& name) {
    QFile file(":/icons/" + name + ".svg");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ThemedIconEngine : public QIconEngine {
  public:
    ThemedIconEngine(QByteArray off, QByteArray on) : off_(std::move(off)), on_(std::move(on)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const bool checked = state == QIcon::On;
        const auto role = checked && mode != QIcon::Disabled ? QPalette::Highlight : QPalette::ButtonText;
        QByteArray drawing = checked && !on_.isEmpty() ? on_ : off_;
        const auto colour = QGuiApplication::palette().color(group, role);
        drawing.replace("currentColor", colour.name().toLatin1());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(painter->opacity() * colour.alphaF());
        QSvgRenderer(drawing).render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

  private:
    QByteArray off_, on_;
};

}  // namespace

QIcon themedIcon(const QString& name, const QString& checkedName) {
    return QIcon(new ThemedIconEngine(readDrawing(name),
                                      checkedName.isEmpty() ? QByteArray() : readDrawing(checkedName)));
}

}  // namespace afa
