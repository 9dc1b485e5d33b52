#include <QtTest/QtTest>
#include <filesystem>
#include <mutex>
#include <new>
#include <set>
#include <stdexcept>
#include <thread>

#include "core/base/error.h"
#include "core/tensor/runtime.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

class TestRuntime : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void unknownDevicesAreRefusedWithTheChoice_data() {
        QTest::addColumn<std::string>("name");
        for (const auto* name :
             {"gpu", "", "CPU", "cuda:", "cuda:-1", "cuda:x", "cuda:1x", "cuda:1000", "cuda 0"})
            QTest::newRow(*name ? name : "empty") << std::string(name);
    }
    void unknownDevicesAreRefusedWithTheChoice() {
        QFETCH(std::string, name);
        const auto message = messageOf<ConfigError>([&] { chooseDevice(name); });
        AFA_VERIFY_CONTAINS(message, "'" + name + "'");
        AFA_VERIFY_CONTAINS(message, "expected auto, cpu, cuda or cuda:N");
    }

    void theProcessorIsAlwaysThere() {
        QVERIFY(chooseDevice("cpu").is_cpu());
        QVERIFY(chooseDevice("auto").is_cpu() || chooseDevice("auto").is_cuda());
        const auto described = QString::fromStdString(deviceDescription(torch::kCPU, torch::kFloat32));
        QVERIFY2(described.startsWith("CPU (") && described.endsWith(", fp32)"), qPrintable(described));
    }

    void cudaWithoutACardIsAPlainMessage() {
        if (chooseDevice("auto").is_cuda()) QSKIP("this machine has a card that CUDA can use");
        for (const std::string name : {"cuda", "cuda:0", "cuda:7"}) {
            const auto message = messageOf<ConfigError>([&] { chooseDevice(name); });
            AFA_VERIFY_CONTAINS(message, "'" + name + "'");
            AFA_VERIFY_CONTAINS(message, "use --device cpu");
            QVERIFY2(message.find('\n') == std::string::npos && message.size() < 400, message.c_str());
        }
        if (!std::filesystem::exists("/dev/nvidia0"))
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([] { chooseDevice("cuda"); }), "no NVIDIA driver");
    }

    void precisionsHaveTheirNames() {
        QCOMPARE(choosePrecision("fp32", torch::kCPU), torch::kFloat32);
        QCOMPARE(choosePrecision("bf16", torch::kCPU), torch::kBFloat16);
        QCOMPARE(choosePrecision("fp16", torch::kCPU), torch::kFloat16);
        QCOMPARE(choosePrecision("auto", torch::Device(torch::kCUDA, 0)), torch::kFloat16);
        const auto automatic = choosePrecision("auto", torch::kCPU);
        QVERIFY(automatic == torch::kFloat32 || automatic == torch::kBFloat16);
        for (const std::string name : {"int8", "", "FP32", "float32"})
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { choosePrecision(name, torch::kCPU); }),
                                "'" + name + "'; expected auto, fp32, bf16 or fp16");
    }

    // at::parallel_for is a template: built without OpenMP it runs on one thread and says nothing.
    void loopsOfThisProjectRunOnSeveralThreads() {
        at::set_num_threads(2);
        std::mutex mutex;
        std::set<std::thread::id> threads;
        at::parallel_for(0, 2, 1, [&](std::int64_t, std::int64_t) {
            const std::scoped_lock lock(mutex);
            threads.insert(std::this_thread::get_id());
        });
        QCOMPARE(threads.size(), 2U);
    }

    void smallNetworksTakeOneThreadUnlessAskedOtherwise() {
        const double demo = 9 * 2 * 16.0 * 16 * 48 * 48, stableDiffusion = 9 * 2 * 64.0 * 64 * 320 * 320;
        QCOMPARE(threadsWorthUsing(0, demo), 1);
        QCOMPARE(threadsWorthUsing(2, demo), 2);
        QCOMPARE(threadsWorthUsing(0, stableDiffusion), 0);  // all
    }

    void threadsNeverExceedTheCores() {
        configureCpu(1);
        QCOMPARE(at::get_num_threads(), 1);
        configureCpu(0);
        const int cores = at::get_num_threads();
        QVERIFY(cores >= 1);
        configureCpu(4096);
        QCOMPARE(at::get_num_threads(), cores);
    }

    void runningOutOfMemoryBecomesOutOfMemory() {
        constexpr std::int64_t kPetabyte = std::int64_t{1} << 50;
        const auto tensor = messageOf<OutOfMemory>(
            [] { translateTorchErrors([] { torch::empty({kPetabyte}, torch::kUInt8); }); });
        AFA_VERIFY_CONTAINS(tensor, "out of memory");
        AFA_VERIFY_CONTAINS(tensor, "use a smaller picture");
        QVERIFY2(tensor.find('\n') == std::string::npos, tensor.c_str());
        AFA_VERIFY_CONTAINS(
            messageOf<OutOfMemory>([] { translateTorchErrors([] { throw std::bad_alloc(); }); }),
            "out of memory");
    }

    void torchErrorsBecomeOneLine() {
        const auto message = messageOf<Error>([] {
            translateTorchErrors([] { torch::matmul(torch::zeros({2, 3}), torch::zeros({2, 3})); });
        });
        QVERIFY2(message.starts_with("libtorch: ") && message.find('\n') == std::string::npos,
                 message.c_str());
        QCOMPARE(
            messageOf<Error>([] { translateTorchErrors([] { throw std::runtime_error("first\nsecond"); }); }),
            std::string("first"));
    }

    void ownErrorsAndResultsPassThrough() {
        QVERIFY_THROWS_EXCEPTION(Cancelled, translateTorchErrors([] { throw Cancelled(); }));
        QCOMPARE(messageOf<FileError>([] { translateTorchErrors([] { throw FileError("a\nb"); }); }),
                 std::string("a\nb"));
        QCOMPARE(translateTorchErrors([] { return 7; }), 7);
    }
};

QTEST_GUILESS_MAIN(TestRuntime)
#include "test_runtime.moc"
