#pragma once
#include <QtCore/QCoreApplication>
#include <QtCore/QLockFile>
#include <QtCore/QString>
#include <optional>

namespace afa {

/// The folder of what the studio keeps, held by one program at a time.
class DataFolder {
    Q_DECLARE_TR_FUNCTIONS(DataFolder)
  public:
    /// Makes the folder. Throws FileError: cannot
    /// be made or written, or another program holds it (says so).
    explicit DataFolder(const QString& path);

    /// Removes what killed programs had begun to write. Takes as long as the folder is large: not for the GUI
    /// thread.
    void removeLeftovers() const;

    QString database() const { return path_ + "/studio.sqlite"; }
    QString pictures() const { return path_ + "/pictures"; }        ///< made with the first picture
    QString training() const { return path_ + "/training"; }        ///< a folder for each run
    QString aggregators() const { return path_ + "/aggregators"; }  ///< finished ones, for the library
    QString searches() const { return path_ + "/searches"; }        ///< of block weights
    /// Links are followed, so that there is one name for it.
    const QString& path() const { return path_; }

  private:
    QString path_;
    std::optional<QLockFile> lock_;
};

}  // namespace afa
