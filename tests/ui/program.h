#pragma once
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "tests/support/scripted_compute.h"
#include "tests/ui/studio_home.h"
#include "ui/parts/widgets/info_bar.h"
#include "ui/parts/widgets/slider_field.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

namespace afa::test {

constexpr int kPatience = 300000;  // milliseconds; ends a run on a machine that is too slow
#define AFA_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, afa::test::kPatience)

enum class Networks { Scripted, Real };

/// A window on a data folder, as main() makes it; its networks compute nothing, unless real ones are asked
/// for.
struct Program {
    explicit Program(const QString& data, Networks networks = Networks::Scripted)
        : studio(
              data, networks == Networks::Real ? Studio::MakeCompute()
                                               : [this] { return makeScriptedCompute(script); }),
          window(studio) {
        window.show();
        studio.start();
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* found = window.findChild<Widget*>(name);
        if (!found) qFatal("no widget %s", name);
        return found;
    }
    bool ready() { return studio.ensemble().problems().isEmpty() && !studio.library().scanning(); }
    void setSteps(int steps) { find<SliderField>("steps")->setValue(steps); }
    void setSeed(const char* seed) {
        auto* field = find<QLineEdit>("seed");
        field->selectAll();
        QTest::keyClicks(field, seed);
    }
    void generate() { QTest::mouseClick(find<QPushButton>("generate"), Qt::LeftButton); }
    QString notice() {
        const auto bars = window.findChildren<InfoBar*>();
        return bars.isEmpty() ? QString() : bars.last()->findChild<QLabel*>("noticeText")->text();
    }

    Script script;
    Studio studio;
    MainWindow window;
};

}  // namespace afa::test
