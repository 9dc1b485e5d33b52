#include "ui/services/gallery/thumbnails.h"

#include <QtGui/QImageReader>

namespace afa {
namespace {

constexpr int kCacheKilobytes = 200 * 1024;
constexpr int kMostWaiting =
    400;  // several screens full; older wishes have scrolled away and are asked again

QImage readSmall(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.width() <= Thumbnails::kSide && image.height() <= Thumbnails::kSide) return image;
    return image.scaled(Thumbnails::kSide, Thumbnails::kSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), cache_(kCacheKilobytes) {
    pool_.setMaxThreadCount(1);
}

Thumbnails::~Thumbnails() {
    {
        const QMutexLocker lock(&mutex_);
        stack_.clear();
    }
    pool_.waitForDone();
}

QPixmap Thumbnails::get(const QString& path) {
    if (const auto* pixmap = cache_.object(path)) return *pixmap;
    if (asked_.contains(path)) return {};
    asked_.insert(path);
    {
        const QMutexLocker lock(&mutex_);
        stack_.append(path);
        if (stack_.size() > kMostWaiting) asked_.remove(stack_.takeFirst());
    }
    pool_.start([this] { work(); });
    return {};
}

void Thumbnails::work() {
    QString path;
    {
        const QMutexLocker lock(&mutex_);
        if (stack_.isEmpty()) return;
        path = stack_.takeLast();
    }
    const QImage image = readSmall(path);
    QMetaObject::invokeMethod(this, [this, path, image] { take(path, image); });
}

void Thumbnails::take(const QString& path, const QImage& image) {
    asked_.remove(path);
    auto* pixmap = new QPixmap(QPixmap::fromImage(image));  // an unreadable picture stays an empty one
    const int kilobytes = qMax(1, pixmap->width() * pixmap->height() * 4 / 1024);
    cache_.insert(path, pixmap, kilobytes);
    Q_EMIT ready(path);
}

}  // namespace afa
