#pragma once
#include <QtCore/QObject>

#include "ui/services/comparing/comparison.h"
#include "ui/services/queue/generation_queue.h"

namespace afa {

class Ensemble;

/// The same prompt and seed by every single model and by every way the engine knows to join them, the
/// adaptive one last (the paper's Fig. 5). `mergeRecipe`: of equal weights, for the merged model.
QList<GenerateRequest> modesToCompare(const GenerateRequest& base, const Ensemble& ensemble,
                                      const QString& mergeRecipe);
/// The same at 50, 20 and 10 steps (Fig. 7).
QList<GenerateRequest> fewerSteps(const GenerateRequest& base);

/// Writes the recipe of equal weights into the folder, where it is not there yet. Throws FileError.
QString equalMergeRecipe(const QString& folder);

/// A comparison whose pictures are still being made: jobs of the queue like any others.
class ComparisonRun : public QObject {
    Q_OBJECT
  public:
    /// Puts one job for each request on the queue. Throws FileError.
    ComparisonRun(GenerationQueue& queue, const QList<GenerateRequest>& requests, const QStringList& models,
                  const QString& aggregator, QObject* parent = nullptr);

    const Comparison& comparison() const { return comparison_; }
    int finished() const;  ///< jobs that have ended, whichever way

  Q_SIGNALS:
    void changed();

  private:
    void refresh();
    QString stateOf(qint64 id) const;

    GenerationQueue& queue_;
    Comparison comparison_;
    QList<qint64> jobs_;
};

}  // namespace afa
