#pragma once
#include <QtWidgets/QCheckBox>
#include <functional>

#include "core/engine/model_info.h"
#include "core/engine/requests.h"

namespace afa {

/// Whether new pictures keep their maps, and what that costs.
class KeepMapsBox : public QCheckBox {
    Q_OBJECT
  public:
    /// `request`: what would be asked for now; `host`: the model whose U-Net's shape counts, or null.
    KeepMapsBox(std::function<GenerateRequest()> request, std::function<const ModelInfo*()> host,
                QWidget* parent = nullptr);

    static bool wanted();  ///< as it was left
    /// The cost follows every number of the form.
    void follow(const QWidget& form);
    void updateCost();

  private:
    std::function<GenerateRequest()> request_;
    std::function<const ModelInfo*()> host_;
};

}  // namespace afa
