#include <QtTest/QtTest>
#include <cmath>
#include <functional>
#include <limits>

#include "core/engine/requests.h"

using namespace afa;

namespace {

using Change = std::function<void(GenerateRequest&)>;

GenerateRequest ensembleRequest() {
    GenerateRequest request;
    request.models = {"a", "b", "c"};
    request.aggregator = "aggregator.safetensors";
    return request;
}

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const auto& problem : problems)
        text += problem.text.english() + "\n";
    return text;
}

}  // namespace
Q_DECLARE_METATYPE(Change)

/// What can be told without opening a file: every option, at and past its limits.
class TestRequests : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void requestsWithinTheLimitsAreValid_data() {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
        row("defaults", [](auto&) {});
        row("one model", [](auto& r) { r.models = {"a"}, r.aggregator = ""; });
        row("eight models", [](auto& r) { r.models.resize(8, "a"); });
        row("last host", [](auto& r) { r.host = 2; });
        for (const char* mode :
             {"afa", "last-block", "block-average", "noise-average", "single:0", "single:2"})
            row(mode, [mode](auto& r) { r.mode = mode; });
        row("fewest steps", [](auto& r) { r.steps = 1; });
        row("most steps", [](auto& r) { r.steps = 999; });
        row("most steps of dpmpp-2m", [](auto& r) { r.sampler = "dpmpp-2m", r.steps = 998; });
        row("unguided", [](auto& r) { r.cfg = 1; });
        row("negative guidance", [](auto& r) { r.cfg = -2; });
        for (const char* sampler : {"ddim", "pndm", "dpmpp-2m", "euler", "euler-a"})
            row(sampler, [sampler](auto& r) { r.sampler = sampler; });
        row("karras dpmpp-2m", [](auto& r) { r.karras = true, r.sampler = "dpmpp-2m"; });
        row("karras euler", [](auto& r) { r.karras = true, r.sampler = "euler"; });
        row("full eta", [](auto& r) { r.eta = 1; });
        row("count", [](auto& r) { r.count = 100000; });
        row("last seed", [](auto& r) { r.seed = std::numeric_limits<std::uint64_t>::max(); });
        row("sizes", [](auto& r) { r.width = 8, r.height = 16384; });
        row("one picture with everything",
            [](auto& r) { r.maps = "m", r.sheet = "s.png", r.trace = "t", r.output = "picture.png"; });
        row("latents of several pictures", [](auto& r) { r.latents = "x", r.count = 2; });
        for (const char* device : {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
            row(device, [device](auto& r) { r.compute.device = device; });
        for (const char* precision : {"auto", "fp32", "bf16", "fp16"})
            row(precision, [precision](auto& r) { r.compute.precision = precision; });
        row("threads", [](auto& r) { r.compute.threads = 4096; });
    }
    void requestsWithinTheLimitsAreValid() {
        QFETCH(Change, change);
        auto request = ensembleRequest();
        change(request);
        QCOMPARE(joined(request.validate()), std::string());
    }

    void everyProblemIsNamed_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char* name, Change change, const char* says) {
            QTest::newRow(name) << change << std::string(says);
        };
        row(
            "no model", [](auto& r) { r.models.clear(); }, "--model");
        row(
            "nine models", [](auto& r) { r.models.resize(9, "a"); }, "9 base models; at most 8");
        row(
            "host below", [](auto& r) { r.host = -1; }, "--host is -1; expected 0 to 2");
        row(
            "host past", [](auto& r) { r.host = 3; }, "--host is 3; expected 0 to 2");
        for (const char* mode : {"mix", "single", "single:", "single:x", "single:-1", "Afa", "single:0 "})
            row(
                mode, [mode](auto& r) { r.mode = mode; }, "--mode is");
        row(
            "single past", [](auto& r) { r.mode = "single:3"; }, "there are 3 models");
        row(
            "afa alone", [](auto& r) { r.mode = "afa", r.aggregator = ""; },
            "--mode afa needs an aggregator");
        row(
            "last-block alone", [](auto& r) { r.mode = "last-block", r.aggregator = ""; },
            "--mode last-block needs an aggregator");
        row(
            "maps of an average", [](auto& r) { r.mode = "block-average", r.maps = "m"; }, "--maps");
        row(
            "sheet of one model", [](auto& r) { r.mode = "single:1", r.sheet = "m.png"; }, "--sheet");
        row(
            "width below", [](auto& r) { r.width = 7; }, "--width is 7; expected 8 to 16384");
        row(
            "width past", [](auto& r) { r.width = 16385; }, "--width is 16385");
        row(
            "height negative", [](auto& r) { r.height = -64; }, "--height is -64");
        row(
            "no steps", [](auto& r) { r.steps = 0; }, "--steps is 0; expected 1 to 999");
        row(
            "steps past", [](auto& r) { r.steps = 1000; }, "--steps is 1000");
        row(
            "steps past dpmpp-2m", [](auto& r) { r.sampler = "dpmpp-2m", r.steps = 999; },
            "--steps is 999; expected 1 to 998");
        row(
            "guidance no number", [](auto& r) { r.cfg = std::nan(""); }, "--cfg");
        row(
            "guidance infinite", [](auto& r) { r.cfg = std::numeric_limits<double>::infinity(); }, "--cfg");
        row(
            "sampler", [](auto& r) { r.sampler = "magic"; }, "--sampler is \"magic\"; expected ddim, pndm");
        for (const char* sampler : {"ddim", "pndm", "euler-a"})
            row((std::string("karras ") + sampler).c_str(),
                [sampler](auto& r) { r.karras = true, r.sampler = sampler; }, "--karras is not defined");
        row(
            "eta below", [](auto& r) { r.eta = -0.1; }, "--eta must be between 0 and 1");
        row(
            "eta past", [](auto& r) { r.eta = 1.1; }, "--eta must be between 0 and 1");
        row(
            "eta no number", [](auto& r) { r.eta = std::nan(""); }, "--eta must be between 0 and 1");
        row(
            "eta elsewhere", [](auto& r) { r.eta = 0.5, r.sampler = "euler"; }, "ddim only");
        row(
            "no pictures", [](auto& r) { r.count = 0; }, "--count is 0; expected 1");
        row(
            "too many pictures", [](auto& r) { r.count = 100001; }, "--count is 100001");
        row(
            "maps of several", [](auto& r) { r.count = 2, r.maps = "m"; }, "--maps takes one picture");
        row(
            "sheet of several", [](auto& r) { r.count = 2, r.sheet = "m.SVG"; }, "--sheet takes one picture");
        row(
            "trace of several", [](auto& r) { r.count = 2, r.trace = "m"; }, "--trace takes one picture");
        row(
            "prompt of other bytes", [](auto& r) { r.prompt = "caf\xe9"; }, "--prompt is not valid UTF-8");
        row(
            "negative prompt of other bytes", [](auto& r) { r.negativePrompt = "\xff"; },
            "--negative-prompt");
        row(
            "one file twice", [](auto& r) { r.maps = "m", r.trace = "./m"; },
            "--maps and --trace name the same file, ./m");
        row(
            "one file for several", [](auto& r) { r.count = 2, r.output = "x.png"; }, "give a folder");
        for (const char* device : {"gpu", "", "cuda:", "cuda:x", "cuda:1000"})
            row((std::string("device ") + device).c_str(), [device](auto& r) { r.compute.device = device; },
                "--device is");
        row(
            "precision", [](auto& r) { r.compute.precision = "int8"; }, "--precision is \"int8\"");
        row(
            "threads below", [](auto& r) { r.compute.threads = -1; }, "--threads is -1");
        row(
            "threads past", [](auto& r) { r.compute.threads = 4097; }, "--threads is 4097");
    }
    void everyProblemIsNamed() {
        QFETCH(Change, change);
        QFETCH(std::string, says);
        auto request = ensembleRequest();
        change(request);
        const auto problems = request.validate();
        QVERIFY2(problems.size() == 1, joined(problems).c_str());
        QVERIFY2(problems[0].text.english().find(says) != std::string::npos,
                 problems[0].text.english().c_str());
    }

    void allProblemsAreToldAtOnce() {
        auto request = ensembleRequest();
        request.steps = 0;
        request.sampler = "magic";
        request.compute.device = "gpu";
        QCOMPARE(request.validate().size(), std::size_t{3});
    }

    void theModeFollowsWhatIsGiven() {
        GenerateRequest request;
        request.models = {"a"};
        QCOMPARE(request.resolvedMode(), std::string("single:0"));
        request.models = {"a", "b"};
        QCOMPARE(request.resolvedMode(), std::string("block-average"));
        request.aggregator = "x";
        QCOMPARE(request.resolvedMode(), std::string("afa"));
        request.mode = "noise-average";
        QCOMPARE(request.resolvedMode(), std::string("noise-average"));
    }

    void defaultsAreThoseOfTheCommandLineContract() {
        const GenerateRequest request;
        QCOMPARE(request.steps, 50);
        QCOMPARE(request.cfg, 7.5);
        QCOMPARE(request.sampler, std::string("ddim"));
        QCOMPARE(request.count, 1);
        QCOMPARE(request.host, 0);
        QCOMPARE(request.eta, 0.0);
        QCOMPARE(request.output, std::filesystem::path("."));
        QVERIFY(!request.seed && !request.karras && request.metadata && !request.allowOtherModels);
        QCOMPARE(request.compute.device, std::string("auto"));
        QCOMPARE(request.compute.precision, std::string("auto"));
        QCOMPARE(request.compute.threads, 0);
    }

    void benchmarkLimitsAreNamed() {
        QVERIFY(BenchmarkRequest{}.validate().empty());
        const std::pair<std::function<void(BenchmarkRequest&)>, const char*> wrong[] = {
            {[](auto& r) { r.shape = "xl"; }, "--shape is \"xl\""},
            {[](auto& r) { r.size = 7; }, "--size is 7"},
            {[](auto& r) { r.modelCount = 0; }, "--models is 0; expected 1 to 8"},
            {[](auto& r) { r.modelCount = 9; }, "--models is 9"},
            {[](auto& r) { r.repeats = 0; }, "--repeats is 0"},
            {[](auto& r) { r.models.resize(9, "a"); }, "at most 8 base models"},
            {[](auto& r) { r.compute.precision = "x"; }, "--precision"},
        };
        for (const auto& [change, says] : wrong) {
            BenchmarkRequest request;
            change(request);
            const auto problems = request.validate();
            QVERIFY2(problems.size() == 1 && problems[0].text.english().find(says) != std::string::npos,
                     says);
        }
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "test_requests.moc"
