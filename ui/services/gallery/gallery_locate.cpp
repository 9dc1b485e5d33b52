#include "ui/services/gallery/gallery_locate.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include "core/base/error.h"
#include "core/engine/maps.h"

namespace afa {
namespace {

QString mapsOf(const QString& picture) {
    return QString::fromStdString(keptMapsPath(picture.toStdString()).string());
}

class GalleryLocate : public Job {
    Q_DECLARE_TR_FUNCTIONS(GalleryLocate)
  public:
    GalleryLocate(Gallery& gallery, const QString& from, std::function<void(int, const QStringList&)> done)
        : gallery_(gallery), folder_(gallery.folder()), from_(from), done_(std::move(done)) {
        for (int i = 0; i < gallery.size(); ++i)
            if (gallery.at(i).place != Picture::Place::Here) gone_.append(gallery.at(i));
    }

    void process(const JobContext& context) override {
        QDir().mkpath(folder_);
        for (const auto& picture : gone_) {
            context.control().checkStop();
            const QString source = find(picture);
            if (source.isEmpty()) continue;
            const QString target = targetOf(picture);
            QFile file(source);
            if (!file.copy(target)) {
                context.tell([this, target, reason = file.errorString()] {
                    notes_.append(tr("%1: cannot be written: %2").arg(target, reason));
                });
                continue;
            }
            QFile::copy(mapsOf(source), mapsOf(target));  // most pictures have none
            context.tell([this, was = picture.path, target] {
                if (const int index = gallery_.indexOf(was); index >= 0) gallery_.relink(index, target);
                ++found_;
            });
        }
    }

    void ended(const JobEnd& end) override {
        if (end.outcome == JobEnd::Outcome::Failed) notes_.append(end.message);
        done_(found_, notes_);
    }

  private:
    QString find(const Picture& picture) const {
        const QString name = QFileInfo(picture.path).fileName();
        if (name.isEmpty() || picture.path.contains(QChar(0))) return {};
        for (const auto& folder : {from_, from_ + "/pictures"})
            if (isSame(folder + "/" + name, picture)) return folder + "/" + name;
        return {};
    }

    static bool isSame(const QString& path, const Picture& picture) {
        if (!QFileInfo(path).isFile()) return false;
        try {
            const auto found = pictureFromFile(path);
            return (picture.width == 0 || (found.width == picture.width && found.height == picture.height)) &&
                   (found.seed == picture.seed || found.prompt.isEmpty());
        } catch (const Error&) {
            return false;
        }
    }

    /// Its own place; another name where it had none in this folder, or something else has it now.
    QString targetOf(const Picture& picture) const {
        const QFileInfo file(picture.path);
        QString target = folder_ + "/" + file.fileName();
        for (int i = 2; QFileInfo::exists(target); ++i)
            target = QStringLiteral("%1/%2-%3.%4")
                         .arg(folder_, file.completeBaseName(), QString::number(i), file.suffix());
        return target;
    }

    Gallery& gallery_;
    QString folder_, from_;
    QList<Picture> gone_;
    int found_ = 0;  ///< GUI thread
    QStringList notes_;
    std::function<void(int, const QStringList&)> done_;
};

}  // namespace

std::unique_ptr<Job> makeGalleryLocate(Gallery& gallery, const QString& from,
                                       std::function<void(int, const QStringList&)> done) {
    return std::make_unique<GalleryLocate>(gallery, from, std::move(done));
}

}  // namespace afa
