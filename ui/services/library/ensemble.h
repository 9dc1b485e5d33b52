#pragma once
#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

#include "core/engine/requests.h"
#include "ui/services/library/library.h"

namespace afa {

/// The chosen ensemble: base models in order, host, aggregator, mode. A list model of its base models.
class Ensemble : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { PathRole = Qt::UserRole, ProblemRole, IsHostRole };

    /// Comes back as it was left; the demo models are chosen at the first start, once the library has read
    /// them.
    explicit Ensemble(Library& library, QObject* parent = nullptr);

    const QStringList& paths() const { return paths_; }
    int host() const { return host_; }
    const QString& aggregator() const { return aggregator_; }
    const QString& mode() const { return mode_; }  ///< as GenerateRequest::mode

    QString nameOf(int index) const;
    QStringList names() const;
    const ModelInfo* hostInfo() const;  ///< nullptr: none, or not read yet

    void add(const QString& path);
    void removeAt(int index);
    void move(int from, int to);
    void setHost(int index);
    void setAggregator(const QString& path);
    void setMode(const QString& mode);
    /// All at once, as from a picture.
    void set(const QStringList& paths, int host, const QString& aggregator, const QString& mode);

    struct Option {
        QString value, title;
        QString obstacle;  ///< why it cannot be chosen; "" = it can
    };
    QList<Option> aggregatorOptions() const;  ///< "" = none comes first
    QList<Option> modeOptions() const;

    QStringList problems() const;  ///< in words; empty = it can run
    QStringList warnings() const;  ///< it can run, but

    void applyTo(GenerateRequest& request) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

  Q_SIGNALS:
    void edited();  ///< anything of it, or what is known about its models

  private:
    QString modelProblem(int index) const;
    QString aggregatorObstacle(const ModelInfo& aggregator) const;
    void settle();  ///< keeps host, aggregator and mode among what is possible; saves; tells
    void chooseDemo();

    Library& library_;
    QStringList paths_;
    int host_ = 0;
    QString aggregator_, mode_;
    bool chosen_ = false;  ///< by the user or, once, for them
};

}  // namespace afa
