#pragma once
#include <QtWidgets/QDialog>

namespace afa {

struct Picture;

/// Everything a picture says about how it was made.
class PictureDetails : public QDialog {
    Q_OBJECT
  public:
    explicit PictureDetails(const Picture& picture, QWidget* parent = nullptr);
};

}  // namespace afa
