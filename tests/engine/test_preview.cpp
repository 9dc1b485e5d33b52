// The picture shown while another is made: told after every evaluation, and close to what the VAE decodes.
#include <QtTest/QtTest>
#include <cmath>

#include "core/engine/demo_models.h"
#include "core/engine/engine.h"
#include "tests/support/files.h"

using namespace afa;

namespace {

constexpr int kFactor = 4;  // the demo VAE's pixels per latent
// A linear map of 4 channels cannot draw edges, and PNDM's last state mixes four predictions of which the
// preview shows one: measured 13 (DDIM, Euler) and 34 (PNDM) of 255, against 84 and more to a picture of
// another prompt.
constexpr double kMeanDistance = 40;

/// Mean absolute difference between the preview and the picture averaged over the latents' blocks.
double distance(const Image& preview, const Image& picture) {
    double sum = 0;
    for (int y = 0; y < preview.height; ++y)
        for (int x = 0; x < preview.width; ++x)
            for (int c = 0; c < 3; ++c) {
                double block = 0;
                for (int dy = 0; dy < kFactor; ++dy)
                    for (int dx = 0; dx < kFactor; ++dx)
                        block += picture.rgb[static_cast<std::size_t>(
                            ((y * kFactor + dy) * picture.width + x * kFactor + dx) * 3 + c)];
                const auto at = static_cast<std::size_t>((y * preview.width + x) * 3 + c);
                sum += std::abs(preview.rgb[at] - block / (kFactor * kFactor));
            }
    return sum / static_cast<double>(preview.rgb.size());
}

}  // namespace

class TestPreview : public QObject {
    Q_OBJECT

    test::TempDir dir_;
    Engine engine_;

    struct Made {
        std::vector<PicturePreview> previews;
        Image picture;
    };
    Made make(const std::string& sampler, bool karras, const std::string& prompt) {
        GenerateRequest request;
        request.models = {demoModelsFolder() / "animals"};
        request.prompt = prompt;
        request.steps = 12;
        request.cfg = 4;
        request.sampler = sampler;
        request.karras = karras;
        request.seed = 3;
        request.output = dir_.path();
        request.compute.precision = "fp32";
        Made made;
        GenerateEvents events;
        events.preview = [&](const PicturePreview& preview) { made.previews.push_back(preview); };
        made.picture = engine_.generate(request, events).pictures.at(0).image;
        return made;
    }

  private Q_SLOTS:
    void comesAfterEveryEvaluationAndEndsNearThePicture_data() {
        QTest::addColumn<QString>("sampler");
        QTest::addColumn<bool>("karras");
        QTest::addColumn<int>("evaluations");
        QTest::newRow("ddim") << "ddim" << false << 12;
        QTest::newRow("pndm") << "pndm" << false << 13;
        QTest::newRow("euler, between timesteps") << "euler" << true << 12;
    }
    void comesAfterEveryEvaluationAndEndsNearThePicture() {
        QFETCH(QString, sampler);
        QFETCH(bool, karras);
        QFETCH(int, evaluations);
        const auto made = make(sampler.toStdString(), karras, "a cat on a green background");
        QCOMPARE(static_cast<int>(made.previews.size()), evaluations);
        for (int i = 0; i < evaluations; ++i) {
            const auto& preview = made.previews[static_cast<std::size_t>(i)];
            QCOMPARE(preview.step, i + 1);
            QCOMPARE(preview.steps, evaluations);
            QCOMPARE(preview.image.width, made.picture.width / kFactor);
            QCOMPARE(preview.image.height, made.picture.height / kFactor);
        }
        const double near = distance(made.previews.back().image, made.picture);
        const auto other = make(sampler.toStdString(), karras, "a fox on a black background");
        const double far = distance(made.previews.back().image, other.picture);
        qInfo("near %g far %g", near, far);
        QVERIFY2(near < kMeanDistance, qPrintable(QString::number(near)));
        QVERIFY2(far > 2 * near, qPrintable(QString("%1 against %2").arg(far).arg(near)));
    }

    void askingForItChangesNothingInThePicture() {
        const auto with = make("ddim", false, "a cat on a green background");
        GenerateRequest request;
        request.models = {demoModelsFolder() / "animals"};
        request.prompt = "a cat on a green background";
        request.steps = 12;
        request.cfg = 4;
        request.seed = 3;
        request.output = dir_.path();
        request.compute.precision = "fp32";
        QVERIFY(engine_.generate(request).pictures.at(0).image.rgb == with.picture.rgb);
    }
};

QTEST_GUILESS_MAIN(TestPreview)
#include "test_preview.moc"
