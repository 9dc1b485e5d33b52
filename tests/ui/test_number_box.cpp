#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>

#include "ui/parts/widgets/number_box.h"

using namespace afa;

/// What a person types or pastes into a field of a number is that number, or is not taken.
class TestNumberBox : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void bothDecimalSignsMeanTheSame_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        for (const char* language : {"en", "de", "zh_CN"}) {
            for (const char* half : {"7.5", "7,5"})
                QTest::addRow("%s %s", language, half) << language << half << 7.5;
            QTest::addRow("%s less than one", language) << language << ",25" << 0.25;
            QTest::addRow("%s whole", language) << language << "12" << 12.0;
            QTest::addRow("%s two signs", language)
                << language << "1,2.5" << 1.25;  // the second is not taken
        }
    }
    void bothDecimalSignsMeanTheSame() {
        QFETCH(const QString, language);
        QFETCH(const QString, typed);
        QFETCH(const double, value);
        DecimalBox box;
        box.setLocale(QLocale(language));
        box.setRange(0, 5000);
        box.selectAll();
        QTest::keyClicks(&box, typed);
        box.interpretText();
        QCOMPARE(box.value(), value);
        if (typed.count(',') + typed.count('.') > 1) return;
        box.setValue(1);
        box.selectAll();
        QGuiApplication::clipboard()->setText(typed);
        box.findChild<QLineEdit*>()->paste();
        box.interpretText();
        QCOMPARE(box.value(), value);
    }

    void wholeNumbersTakeNoDecimalSign() {
        NumberBox box(true);
        box.setLocale(QLocale("en"));
        box.setRange(0, 5000);
        box.setValue(3);
        box.selectAll();
        QGuiApplication::clipboard()->setText("7,5");
        box.findChild<QLineEdit*>()->paste();
        box.interpretText();
        QCOMPARE(box.value(), 3.0);
    }
};

QTEST_MAIN(TestNumberBox)
#include "test_number_box.moc"
