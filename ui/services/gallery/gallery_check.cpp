#include "ui/services/gallery/gallery_check.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include "core/base/error.h"

namespace afa {
namespace {

class GalleryCheck : public Job {
  public:
    GalleryCheck(Gallery& gallery, std::function<void(int, int)> done)
        : gallery_(gallery), folder_(gallery.folder()), done_(std::move(done)) {
        for (int i = 0; i < gallery.size(); ++i)
            if (gallery.at(i).place != Picture::Place::Outside) known_.insert(gallery.at(i).path);
    }

    void process(const JobContext& context) override {
        for (const auto& path : known_) {
            context.control().checkStop();
            if (QFileInfo(path).isFile()) continue;
            context.tell([this, path] {
                const int index = gallery_.indexOf(path);
                if (index < 0 || QFileInfo(path).isFile()) return;
                gallery_.setMissing(index, true);
                ++missing_;
            });
        }
        QDirIterator files(folder_, {"*.png"}, QDir::Files);
        while (files.hasNext()) {
            context.control().checkStop();
            const QString path = files.next();
            if (known_.contains(path)) continue;
            try {
                context.tell(
                    [this, picture = pictureFromFile(path)] { added_ += gallery_.add(picture) ? 1 : 0; });
            } catch (const Error&) {
                // A file that is no sound picture stays in the folder; it is not the gallery's.
            }
        }
    }

    void ended(const JobEnd&) override { done_(added_, missing_); }

  private:
    Gallery& gallery_;
    QString folder_;
    QSet<QString> known_;
    int added_ = 0, missing_ = 0;  ///< GUI thread
    std::function<void(int, int)> done_;
};

}  // namespace

std::unique_ptr<Job> makeGalleryCheck(Gallery& gallery, std::function<void(int, int)> done) {
    return std::make_unique<GalleryCheck>(gallery, std::move(done));
}

}  // namespace afa
