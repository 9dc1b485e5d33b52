#include "ui/compute_thread.h"

#include "core/engine/engine.h"

namespace afa {
namespace {

class Worker : public QObject {
  public:
    Engine engine;
};

}  // namespace

ComputeThread::ComputeThread(QObject* parent) : QObject(parent), worker_(new Worker) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.setObjectName("compute");
    thread_.start();
}

ComputeThread::~ComputeThread() {
    thread_.quit();
    thread_.wait();
}

void ComputeThread::askDevice() {
    QMetaObject::invokeMethod(worker_, [this] {
        try {
            const auto device = static_cast<Worker*>(worker_)->engine.device();
            Q_EMIT deviceFound(QString::fromStdString(device.description));
        } catch (const std::exception& error) {
            Q_EMIT deviceFailed(QString::fromUtf8(error.what()));
        }
    });
}

}  // namespace afa
