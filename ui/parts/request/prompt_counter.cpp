#include "ui/parts/request/prompt_counter.h"

#include <QtCore/QPointer>

#include "ui/services/jobs/function_job.h"

namespace afa {

PromptCounter::PromptCounter(JobRunner& background, QObject* parent)
    : QObject(parent), background_(background) {}

void PromptCounter::setModel(const QString& path) {
    if (path == model_ || path.isEmpty()) return;
    model_ = path;
    auto loaded = std::make_shared<std::shared_ptr<const PromptTokenizer>>();
    const QPointer<PromptCounter> self(this);
    background_.start(std::make_unique<FunctionJob>(
        [path, loaded](const JobContext&) { *loaded = PromptTokenizer::forModel(path.toStdString()); },
        [self, path, loaded](const JobEnd& end) {
            // A model whose tokenizer cannot be read is told about when it is to run.
            if (!self || self->model_ != path || end.outcome != JobEnd::Outcome::Done) return;
            self->tokenizer_ = *loaded;
            Q_EMIT self->changed();
        }));
}

PromptCounter::Count PromptCounter::count(const QString& prompt) const {
    const QByteArray utf8 = prompt.toUtf8();
    const auto tokens = tokenizer_->count({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    const auto begin = static_cast<qsizetype>(tokens.cutBegin);
    return {tokens.used, tokens.limit,
            begin >= utf8.size() ? -1 : static_cast<int>(QString::fromUtf8(utf8.left(begin)).size())};
}

}  // namespace afa
