#pragma once
#include <QtCore/QCache>
#include <QtCore/QMutex>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>
#include <QtGui/QImage>
#include <QtGui/QPixmap>

namespace afa {

/// Small versions of picture files, made on a thread of their own: what was asked for last comes first, as
/// that is what people look at while they scroll.
class Thumbnails : public QObject {
    Q_OBJECT
  public:
    static constexpr int kSide = 256;  ///< pixels, longer side; smaller pictures stay as they are

    explicit Thumbnails(QObject* parent = nullptr);
    ~Thumbnails() override;

    /// The thumbnail, or null and ready(path) later. GUI thread.
    QPixmap get(const QString& path);
    /// The file is another one now, or gone.
    void forget(const QString& path) { cache_.remove(path); }

  Q_SIGNALS:
    void ready(const QString& path);

  private:
    void work();
    void take(const QString& path, const QImage& image);

    QCache<QString, QPixmap> cache_;
    QSet<QString> asked_;  ///< and not yet answered
    QMutex mutex_;
    QStringList stack_;
    QThreadPool pool_;
};

}  // namespace afa
