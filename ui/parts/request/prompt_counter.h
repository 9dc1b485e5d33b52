#pragma once
#include <QtCore/QObject>
#include <memory>

#include "core/engine/prompt_tokens.h"
#include "ui/services/jobs/job_runner.h"

namespace afa {

/// Counts prompts with the host model's tokenizer, which is loaded in the background.
class PromptCounter : public QObject {
    Q_OBJECT
  public:
    explicit PromptCounter(JobRunner& background, QObject* parent = nullptr);

    void setModel(const QString& path);
    bool ready() const { return tokenizer_ != nullptr; }
    struct Count {
        int used = 0, limit = 0;
        int cutAt = -1;  ///< index of the first character that is cut; -1 = none
    };
    Count count(const QString& prompt) const;  ///< only when ready

  Q_SIGNALS:
    void changed();

  private:
    JobRunner& background_;
    QString model_;
    std::shared_ptr<const PromptTokenizer> tokenizer_;
};

}  // namespace afa
