#pragma once
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include "core/engine/maps.h"
#include "tests/ui/studio_home.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/explore/map_view.h"
#include "ui/services/studio/studio.h"

namespace afa::test {

/// The page alone, on a studio that has not started: nothing is scanned.
struct ExploreOnStudio {
    static constexpr int kPatience = 60000;  ///< milliseconds; ends a run on a machine that is too slow

    explicit ExploreOnStudio(const QString& data) : studio(data), page(studio) {
        QObject::connect(&studio.notices(), &Notices::posted, &page,
                         [this](const Notice& notice) { notices.append(notice.text); });
        page.resize(1180, 760);
        page.show();
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* found = page.findChild<Widget*>(name);
        if (!found) qFatal("no widget %s", name);
        return found;
    }
    bool open(const QString& path) {
        QSignalSpy opened(&page, &ExplorePage::opened);
        page.openFile(path);
        return opened.wait(kPatience);
    }
    bool compare(const QString& path) {
        QSignalSpy opened(&page, &ExplorePage::opened);
        page.compareWith(path);
        return opened.wait(kPatience);
    }
    ExploreState& state() { return page.state(); }
    MapView* map() { return find<MapView>("mapView"); }
    /// The middle of a position of the map.
    QPoint pointOf(MapView* view, int y, int x, const StageMap& map) {
        const QRectF room = view->pictureRect();
        return QPointF(room.left() + (x + 0.5) * room.width() / static_cast<double>(map.width),
                       room.top() + (y + 0.5) * room.height() / static_cast<double>(map.height))
            .toPoint();
    }

    Studio studio;
    ExplorePage page;
    QStringList notices;
};

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString writeRecord(const StudioHome& home, const MapsRecord& record,
                           const QString& name = "maps.safetensors") {
    writeMaps(home.file(name).toStdString(), record);
    return home.file(name);
}

}  // namespace afa::test
