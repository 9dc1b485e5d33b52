#pragma once
#include <QtWidgets/QDialog>

#include "core/engine/requests.h"

namespace afa {

class PromptCounter;
class RequestPanel;
struct ModelInfo;

/// Changes a job that has not run.
class EditRequestDialog : public QDialog {
    Q_OBJECT
  public:
    EditRequestDialog(const GenerateRequest& request, const ModelInfo* host, const PromptCounter& counter,
                      QWidget* parent = nullptr);
    GenerateRequest request() const;  ///< with the models of the original

  private:
    GenerateRequest original_;
    RequestPanel* panel_;
};

}  // namespace afa
