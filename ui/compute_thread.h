#pragma once
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <memory>

namespace afa {

class Engine;

/// The one thread that owns the engine. Asked by queued calls, answers by signals.
class ComputeThread : public QObject {
    Q_OBJECT
  public:
    explicit ComputeThread(QObject* parent = nullptr);
    ~ComputeThread() override;  ///< waits for the work in hand

    void askDevice();

  Q_SIGNALS:
    void deviceFound(const QString& description);
    void deviceFailed(const QString& message);

  private:
    QThread thread_;
    QObject* worker_;  ///< lives on the thread; its deletion there ends the engine there
};

}  // namespace afa
