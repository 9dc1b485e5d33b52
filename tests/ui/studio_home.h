#pragma once
#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

namespace afa::test {

/// An empty home: settings, data and trash of their own, gone with the test.
class StudioHome {
  public:
    StudioHome() {
        QCoreApplication::setOrganizationName("afa-studio-test");
        QCoreApplication::setApplicationName("afa-studio-test");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, dir_.filePath("settings"));
        qputenv("XDG_DATA_HOME", dir_.filePath("share").toUtf8());
        qputenv("HOME", dir_.path().toUtf8());
    }
    QString data() const { return dir_.filePath("data"); }
    QString file(const QString& name) const { return dir_.filePath(name); }

  private:
    QTemporaryDir dir_;
};

}  // namespace afa::test
