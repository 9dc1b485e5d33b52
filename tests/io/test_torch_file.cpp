#include <QtTest/QtTest>
#include <cstring>
#include <random>

#include "core/base/error.h"
#include "core/io/mapped_file.h"
#include "core/io/safetensors.h"
#include "core/io/tensor_file.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

std::filesystem::path data(const std::string& name) {
    return std::string(AFA_TEST_DATA "/pickles/") + name;
}

std::unique_ptr<TensorFile> openBytes(const std::string& bytes) {
    return openTensorFile(MappedFile::ofBytes("FILE", toBytes(bytes)));
}

std::string errorOf(const std::string& bytes) {
    return messageOf<FileError>([&] { openBytes(bytes); });
}

/// The values in row-major order. Reaches every element through the strides, so that sanitizers see a bad
/// view.
std::string gathered(const TensorView& view) {
    const std::size_t element = dtypeSize(view.info.dtype);
    std::string out;
    std::vector<std::int64_t> at(view.info.shape.size());
    for (std::int64_t n = 0; n < view.info.numel(); ++n) {
        std::size_t offset = 0;
        for (std::size_t d = 0; d < at.size(); ++d)
            offset += static_cast<std::size_t>(at[d] * view.strides[d]) * element;
        const auto bytes = view.bytes.subspan(offset).first(element);
        out.append(reinterpret_cast<const char*>(bytes.data()), element);
        for (std::size_t d = at.size(); d-- > 0;) {
            if (++at[d] < view.info.shape[d]) break;
            at[d] = 0;
        }
    }
    return out;
}

template <typename Number>
std::string littleEndian(Number value) {
    std::string out(sizeof value, '\0');
    std::memcpy(out.data(), &value, sizeof value);
    return out;
}

// Opcodes of hand-made pickles.
std::string text(const std::string& value) {
    return "X" + littleEndian(static_cast<std::uint32_t>(value.size())) + value;
}
std::string number(std::int64_t value) {
    return "\x8a\x08" + littleEndian(value);
}
std::string global(const std::string& module, const std::string& name) {
    return "c" + module + "\n" + name + "\n";
}
std::string tuple(const std::string& items) {
    return "(" + items + "t";
}
std::string numbers(const std::vector<std::int64_t>& values) {
    std::string items;
    for (const std::int64_t value : values)
        items += number(value);
    return tuple(items);
}
std::string pickle(const std::string& body) {
    return "\x80\x02" + body + ".";
}
std::string dict(const std::string& items) {
    return "}(" + items + "u";
}

std::string storage(const std::string& type, const std::string& key, std::int64_t numel,
                    const std::string& view = "N") {
    return tuple(text("storage") + global("torch", type) + text(key) + text("cpu") + number(numel) + view) +
           "Q";
}
std::string tensor(const std::string& storageCode, std::int64_t offset,
                   const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    return global("torch._utils", "_rebuild_tensor_v2") +
           tuple(storageCode + number(offset) + numbers(shape) + numbers(strides) + "\x89" +
                 global("collections", "OrderedDict") + ")R") +
           "R";
}

const std::string kMagic = pickle(std::string("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12));
const std::string kProtocol = pickle("M\xe9\x03");
const std::string kSystem = pickle(dict(text("little_endian") + "\x88"));

/// The legacy stream with one storage "0" of `values`, four bytes an element.
std::string legacy(const std::string& object, const std::string& values = std::string(24, 'v')) {
    return kMagic + kProtocol + kSystem + pickle(object) + pickle("](" + text("0") + "e") +
           littleEndian<std::int64_t>(static_cast<std::int64_t>(values.size() / 4)) + values;
}

std::string oneTensor(std::int64_t offset, const std::vector<std::int64_t>& shape,
                      const std::vector<std::int64_t>& strides) {
    return legacy(dict(text("a") + tensor(storage("FloatStorage", "0", 6), offset, shape, strides)));
}

void replaceAll(std::string& bytes, const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
}

}  // namespace

class TestTorchFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void showsTheValuesThatTorchSaved_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"zip.pt", "legacy.pt", "zip_protocol4.pt", "legacy_protocol5.pt",
                                 "deflated.pt", "lightning.ckpt", "lightning_legacy.ckpt", "model.pt"})
            QTest::newRow(name) << QString(name);
    }

    void showsTheValuesThatTorchSaved() {
        QFETCH(QString, name);
        const auto expected = openSafetensors(data("expected.safetensors"));
        const auto file = openTensorFile(data(name.toStdString()));
        QCOMPARE(file->tensors().size(), expected->tensors().size());
        for (std::size_t i = 0; i < expected->tensors().size(); ++i) {
            const TensorView want = expected->view(i);
            const auto index = file->find(want.info.name);
            QVERIFY2(index.has_value(), want.info.name.c_str());
            const TensorView got = file->view(*index);
            QCOMPARE(dtypeName(got.info.dtype), dtypeName(want.info.dtype));
            QCOMPARE(got.info.shape, want.info.shape);
            QVERIFY2(gathered(got) == gathered(want), want.info.name.c_str());
            file->release(*index);
            QVERIFY2(gathered(got) == gathered(want), "after release");
        }
        // Order of the dict, and the strides as they were: a transposed view is not row-major.
        QCOMPARE(file->tensors()[0].name, std::string("f32"));
        QVERIFY(!file->view(*file->find("transposed")).contiguous());
        QVERIFY(file->view(*file->find("whole")).contiguous());
    }

    void tellsWhatTrainingLeftBehind() {
        const auto file = openTensorFile(data("lightning.ckpt"));
        const auto& notes = file->notes();
        const auto has = [&](const std::string& note) {
            return std::find(notes.begin(), notes.end(), note) != notes.end();
        };
        QVERIFY(has("pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint"));
        QVERIFY(has("entry \"optimizer_states\""));
        QVERIFY(!has("entry \"state_dict\""));
        QVERIFY(openTensorFile(data("zip.pt"))->notes().empty());
    }

    void opensPicklesWithoutTensors() {
        QVERIFY(openTensorFile(data("no_tensors.pt"))->tensors().empty());
        QVERIFY(openBytes(pickle(dict(text("a") + number(1))))->tensors().empty());
    }

    void namesTensorsOfInnerDicts() {
        const auto file = openTensorFile(data("embedding.pt"));
        QCOMPARE(file->tensors().size(), std::size_t{1});
        QCOMPARE(file->tensors()[0].name, std::string("string_to_param.*"));
    }

    /// Python itself wrote them, one per protocol: whatever lies beside the weights, these are read.
    void readsTheWeightsBesideAnyPythonObject_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"leftovers_p1.pt", "leftovers_p2.pt", "leftovers_p3.pt", "leftovers_p4.pt", "leftovers_p5.pt"})
            QTest::newRow(name) << QString(name);
    }
    void readsTheWeightsBesideAnyPythonObject() {
        QFETCH(QString, name);
        const auto file = openTensorFile(data(name.toStdString()));
        QCOMPARE(file->tensors().size(), std::size_t{1});
        QCOMPARE(file->tensors()[0].name, std::string("weight"));
        std::string expected;
        for (int i = 0; i < 6; ++i)
            expected += littleEndian(static_cast<float>(i));
        QVERIFY(gathered(file->view(0)) == expected);
        QVERIFY(file->unread().empty());
        for (const auto& danger : file->wouldRun())  // enumerations are rebuilt by getattr
            QVERIFY2(danger == "builtins.getattr" || danger == "__builtin__.getattr", danger.c_str());
    }

    void tellsWhatWouldRunByName_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const auto add = [](const char* title, const std::string& bytes, const char* name) {
            QTest::newRow(title) << QByteArray::fromStdString(bytes) << QString(name);
        };
        const std::string command = tuple(text("echo harm"));
        const auto beside = [](const std::string& code) {
            return legacy(
                dict(text("w") + tensor(storage("FloatStorage", "0", 6), 0, {6}, {1}) + text("b") + code));
        };
        add("REDUCE", beside(global("os", "system") + command + "R"), "os.system");
        add("posix", beside(global("posix", "system") + command + "R"), "posix.system");
        add("eval", beside(global("builtins", "eval") + command + "R"), "builtins.eval");
        add("getattr", beside(global("__builtin__", "getattr") + command + "R"), "__builtin__.getattr");
        add("never called", beside(global("os", "system")), "os.system");
        add("STACK_GLOBAL", beside(text("subprocess") + text("Popen") + "\x93"), "subprocess.Popen");
        add("INST", beside("(" + text("echo") + "ios\nsystem\n"), "os.system");
        add("OBJ", beside("(" + global("os", "system") + text("echo") + "o"), "os.system");
        add("NEWOBJ", beside(global("runpy", "run_path") + command + "\x81"), "runpy.run_path");
        add("nt", beside(global("nt", "system") + command + "R"), "nt.system");
        add("called and dropped", beside(global("os", "system") + command + "R0N"), "os.system");
        add("as a state", beside(global("a", "B") + ")R" + global("builtins", "exec") + command + "Rb"),
            "builtins.exec");
        add("in a partial", beside(global("functools", "partial") + tuple(global("os", "system")) + "R)R"),
            "os.system");
        add("torch.hub", beside(global("torch.hub", "load") + command + "R"), "torch.hub.load");
        add("a submodule", beside(global("importlib.util", "find_spec") + command + "R"),
            "importlib.util.find_spec");
        add("control characters", beside(global("os", "x\x1b[2J")), "os.x?[2J");
    }
    void tellsWhatWouldRunByName() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const auto file = openBytes(bytes.toStdString());
        QCOMPARE(file->wouldRun(), std::vector<std::string>{name.toStdString()});
        QCOMPARE(gathered(file->view(*file->find("w"))), std::string(24, 'v'));
    }

    void unknownClassesArePassedOver() {
        for (const auto& [module, name] :
             {std::pair{"lightningrod", "x"}, {"ossified", "system"}, {"a.os", "b"}}) {
            const auto file = openBytes(pickle(dict(text("a") + global(module, name) + ")R")));
            QVERIFY(file->wouldRun().empty());
            QCOMPARE(file->notes(), std::vector<std::string>{std::string(module) + "." + name});
        }
    }

    /// A weight that is not plain data is not read, by its name; the others are.
    void weightsThatDependOnCodeAreTold_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("why");
        const auto add = [](const char* title, const std::string& value, const char* why) {
            QTest::newRow(title) << QByteArray::fromStdString(value) << QString(why);
        };
        const std::string block = storage("FloatStorage", "0", 6);
        const std::string run = global("os", "system") + tuple(text("echo")) + "R";
        const std::string made = global("a", "b") + ")R";
        const std::string rest = numbers({6}) + numbers({1}) + "\x89}";
        const auto built = [&](const std::string& arguments) {
            return global("torch._utils", "_rebuild_tensor_v2") + tuple(arguments) + "R";
        };
        add("the weight itself", run, "would run `os.system`");
        add("its storage", built(run + number(0) + rest), "would run `os.system`");
        add("its offset", built(block + made + rest), "is made by `a.b`");
        add("its shape", built(block + number(0) + run + numbers({1}) + "\x89}"), "would run `os.system`");
        add("an extent", built(block + number(0) + tuple(run) + numbers({1}) + "\x89}"),
            "would run `os.system`");
        add("all arguments", global("torch._utils", "_rebuild_tensor_v2") + run + "R",
            "is made by `torch._utils._rebuild_tensor_v2`");
        add("a parameter", global("torch._utils", "_rebuild_parameter") + tuple(made + "\x88}") + "R",
            "is made by `a.b`");
        add("an unknown builder", global("torch._utils", "_rebuild_sparse_tensor") + tuple(block) + "R",
            "is made by `torch._utils._rebuild_sparse_tensor`");
        add("another type", tensor(storage("ComplexFloatStorage", "0", 3), 0, {3}, {1}),
            "has the type ComplexFloatStorage");
    }
    void weightsThatDependOnCodeAreTold() {
        QFETCH(QByteArray, value);
        QFETCH(QString, why);
        const std::string values(24, 'v');
        const auto code = dict(text("bad") + value.toStdString() + text("n") + number(1));
        const std::string stream =
            kMagic + kProtocol + kSystem + pickle(code) +
            (value.contains("storage")
                 ? pickle("](" + text("0") + "e") +
                       littleEndian<std::int64_t>(value.contains("Complex") ? 3 : 6) + values
                 : pickle("]"));
        const auto file = openBytes(stream);
        QVERIFY(file->tensors().empty());
        QCOMPARE(file->unread().size(), std::size_t{1});
        QCOMPARE(file->unread()[0].name, std::string("bad"));
        AFA_VERIFY_CONTAINS(file->unread()[0].why, why.toStdString());
    }

    /// A class of its own that is filled with keys is a dict, unless code would run for it.
    void dictsOfAnyClassHoldWeights() {
        const auto filled = [](const std::string& maker) {
            return openBytes(legacy(dict(text("state_dict") + maker + "(" + text("w") +
                                         tensor(storage("FloatStorage", "0", 6), 0, {6}, {1}) + "u")));
        };
        QVERIFY(filled(global("easydict", "EasyDict") + ")\x81")->find("w").has_value());
        const auto file = filled(global("os", "popen") + ")R");
        QVERIFY(file->tensors().empty());
        QCOMPARE(file->unread()[0].name, std::string("state_dict"));
    }

    void readsWholeModulesAndProgramsNot() {
        const auto module = openTensorFile(data("module.pt"));
        QVERIFY(module->tensors().empty());
        AFA_VERIFY_CONTAINS(module->unread().at(0).why, "is made by `torch.nn.modules.linear.Linear`");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([] { openTensorFile(data("torchscript.pt")); }),
                            "a TorchScript program");
        std::string tar(1024, 'x');
        tar.replace(257, 5, "ustar");
        AFA_VERIFY_CONTAINS(errorOf(tar), "FILE: a tar archive, as PyTorch before 0.1.10 wrote");
    }

    void viewsStayInsideTheirStorage_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        constexpr std::int64_t kHuge = std::int64_t{1} << 62;
        const auto add = [](const char* title, bool good, std::int64_t offset,
                            const std::vector<std::int64_t>& shape,
                            const std::vector<std::int64_t>& strides) {
            QTest::newRow(title) << QByteArray::fromStdString(oneTensor(offset, shape, strides)) << good;
        };
        add("all", true, 0, {2, 3}, {3, 1});
        add("last element", true, 5, {}, {});
        add("strided to the last", true, 1, {3}, {2});
        add("transposed", true, 0, {3, 2}, {1, 3});
        add("repeated", true, 5, {100}, {0});
        add("empty at the end", true, 6, {0}, {1});
        add("huge stride of extent one", true, 0, {1}, {kHuge});
        add("64 dimensions", true, 0, std::vector<std::int64_t>(64, 1), std::vector<std::int64_t>(64, 2));
        add("65 dimensions", false, 0, std::vector<std::int64_t>(65, 1), std::vector<std::int64_t>(65, 2));
        add("one too many", false, 0, {7}, {1});
        add("offset of one too many", false, 1, {6}, {1});
        add("offset beyond", false, 6, {}, {});
        add("empty beyond the end", false, 7, {0}, {1});
        add("stride one too long", false, 0, {3}, {3});
        add("negative stride", false, 5, {2}, {-1});
        add("negative offset", false, -1, {1}, {1});
        add("negative extent", false, 0, {-1}, {1});
        add("strides missing", false, 0, {2, 3}, {1});
        add("stride overflows", false, 0, {5, 2}, {kHuge, 1});
        add("offset overflows", false, std::numeric_limits<std::int64_t>::max(), {2}, {1});
        add("shape overflows", false, 0, {kHuge, kHuge}, {0, 0});
        add("repeated to exhaust memory", false, 0, {kHuge / 8}, {0});
    }

    void viewsStayInsideTheirStorage() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        if (good) {
            const auto file = openBytes(bytes.toStdString());
            QCOMPARE(gathered(file->view(0)).size(),
                     static_cast<std::size_t>(file->tensors()[0].numel()) * 4);
        } else {
            AFA_VERIFY_CONTAINS(errorOf(bytes.toStdString()), "FILE: damaged PyTorch file: tensor \"a\": ");
        }
    }

    void readsViewsOfLegacyStorages() {
        const std::string view = tuple(text("7") + number(2) + number(3));
        const std::string values = "aaaabbbbccccddddeeeeffff";
        const auto file = openBytes(
            legacy(dict(text("a") + tensor(storage("FloatStorage", "0", 6, view), 1, {2}, {1})), values));
        QCOMPARE(gathered(file->view(0)), std::string("ddddeeee"));
        const std::string beyond = tuple(text("7") + number(4) + number(3));
        AFA_VERIFY_CONTAINS(
            errorOf(legacy(dict(text("a") + tensor(storage("FloatStorage", "0", 6, beyond), 0, {1}, {1})),
                           values)),
            "a view beyond the storage");
    }

    void refusesDamagedStreams_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char* title, const std::string& bytes, const char* reason) {
            QTest::newRow(title) << QByteArray::fromStdString(bytes) << QString(reason);
        };
        const std::string good = oneTensor(0, {6}, {1});
        const std::string block = storage("FloatStorage", "0", 6);
        add("values cut", good.substr(0, good.size() - 1), "truncated: expected 24 bytes");
        add("pickle cut", good.substr(0, 60), "truncated");
        add("other count", legacy(dict(text("a") + tensor(storage("FloatStorage", "0", 5), 0, {5}, {1}))),
            "storage 0: expected 5 elements, found 6");
        add("storage missing", legacy(dict(text("a") + tensor(storage("FloatStorage", "1", 6), 0, {6}, {1}))),
            "a storage that no tensor refers to");
        add("one storage, two types",
            legacy(dict(text("a") + tensor(block, 0, {6}, {1}) + text("b") +
                        tensor(storage("IntStorage", "0", 6), 0, {6}, {1}))),
            "described in two ways");
        add("name twice",
            legacy(dict(text("a") + tensor(block, 0, {6}, {1}) + text("a") + tensor(block, 0, {6}, {1}))),
            "two tensors are named \"a\"");
        add("name not UTF-8", legacy(dict(text("\xC3\x28") + tensor(block, 0, {6}, {1}))), "not valid UTF-8");
        add("surrogate in a name", legacy(dict(text("\xED\xA0\x80") + tensor(block, 0, {6}, {1}))),
            "not valid UTF-8");
        add("storages of a plain pickle", pickle(dict(text("a") + tensor(block, 0, {6}, {1}))),
            "refers to storages without holding any");
        add("trailing bytes", pickle(dict("")) + "x", "trailing bytes");
        add("other protocol", kMagic + pickle("K\x01"), "expected protocol 1001");
        add("unknown opcode", pickle("\xF0"), "unknown opcode 240");
        add("empty stack", pickle("0"), "the stack is empty");
        add("no value", pickle(""), "ends with 0 values");
        add("no mark", pickle("t"), "no mark on the stack");
        add("below the mark",
            pickle("N(0"
                   "0"
                   "0"),
            "the stack is empty");
        add("nothing in the memo", pickle("h\x05"), "nothing at place 5 of the memo");
        add("key without value", pickle("}(Nu"), "a key without a value");
        add("items for a number", pickle("K\x01(Nu"), "a key without a value");
        add("items for None", pickle("N(NNu"), "items for a value that takes none");
        add("call of a number", pickle("K\x01)R"), "a call of what is no global");
        add("protocol 9", std::string("\x80\x05\x80\x09N."), "protocol 9, expected at most 5");
        add("text longer than the file", pickle("X\xff\xff\xff\xff"), "truncated");
        add("bytes of 2^64 - 1", pickle("\x8e\xff\xff\xff\xff\xff\xff\xff\xff"), "truncated");
        add("extension registry", pickle("\x82\x01"), "unknown opcode 130");
        add("no digits", pickle("I\n"), "not an integer");
        add("marks without end", pickle(std::string(100'000, '(')), "more than 1000 levels");
        add("objects without end", pickle(std::string(5'000'000, ']')), "more than 4000000");
        add("copies without end",
            pickle("](" + tuple("NN") + std::string(3000, '2') + "eq" +
                   std::string("\0"
                               "0",
                               2) +
                   "(" +
                   [] {
                       std::string calls;
                       for (int i = 0; i < 2000; ++i)
                           calls +=
                               global("collections", "OrderedDict") + "h" + std::string(1, '\0') + "\x85R0";
                       return calls;
                   }()),
            "copied items");
    }

    void refusesDamagedStreams() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const std::string message = errorOf(bytes.toStdString());
        AFA_VERIFY_CONTAINS(message, "FILE: damaged PyTorch file: ");
        AFA_VERIFY_CONTAINS(message, reason.toStdString());
    }

    void cyclesAndDeepNestingAreHarmless() {
        QVERIFY(openBytes(pickle("}q\x01(" + text("self") + "h\x01u"))->tensors().empty());
        QVERIFY(openBytes(pickle("]" + std::string(100'000, '\x85')))->tensors().empty());
    }

    void refusesDamagedArchives() {
        const std::string good = readFile(data("zip.pt"));
        QVERIFY(errorOf(good).empty());
        // The pickle, the first entry, ends at byte 1575; the storages hold 350 bytes.
        AFA_VERIFY_CONTAINS(errorOf(good.substr(0, 1700)),
                            "truncated: found 1700 bytes, expected more than 1925; download it again");
        AFA_VERIFY_CONTAINS(errorOf(good.substr(0, good.size() / 2)),
                            "expected the zip directory at their end");
        AFA_VERIFY_CONTAINS(errorOf(good.substr(0, 1000)), "damaged PyTorch file: pickle: truncated");
        AFA_VERIFY_CONTAINS(errorOf(good.substr(0, 20)), "damaged PyTorch file: zip: truncated");
        for (const std::size_t cut : {1, 17, 18, 20})  // within the end record
            AFA_VERIFY_CONTAINS(errorOf(good.substr(0, good.size() - cut)), "damaged PyTorch file: ");

        std::string bytes = good;
        replaceAll(bytes, "data.pkl", "dota.pkl");
        AFA_VERIFY_CONTAINS(errorOf(bytes),
                            "not a checkpoint file: a zip archive without PyTorch's data.pkl");
        bytes = good;
        bytes[bytes.find("data.pkl") + 1] = 'o';
        AFA_VERIFY_CONTAINS(errorOf(bytes), "differs from its header");
        bytes = good;
        replaceAll(bytes, "/data/3", "/data/X");
        AFA_VERIFY_CONTAINS(errorOf(bytes), "no zip entry zip/data/3");
        bytes = good;
        replaceAll(bytes, "/data/3", "/data/4");
        AFA_VERIFY_CONTAINS(errorOf(bytes), "two zip entries are named");
        bytes = good;
        bytes[bytes.find("ccollections") + 1] = 'k';
        AFA_VERIFY_CONTAINS(errorOf(bytes), "data.pkl does not match its checksum");
        bytes = good;
        bytes.replace(bytes.find("little"), 6, "BigBig");
        AFA_VERIFY_CONTAINS(errorOf(bytes), "does not match its checksum");

        bytes = readFile(data("deflated.pt"));
        QVERIFY(errorOf(bytes).empty());
        bytes[bytes.find("data.pkl") + 20] ^= 0x40;
        AFA_VERIFY_CONTAINS(errorOf(bytes), "data.pkl");
    }

    /// Whatever bytes change, the readers either open a file whose views lie inside, or say FileError.
    void mutatedFilesNeverEscapeTheirBytes_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"zip.pt", "legacy.pt", "deflated.pt", "lightning_legacy.ckpt", "zip_protocol4.pt"})
            QTest::newRow(name) << QString(name);
    }

    void mutatedFilesNeverEscapeTheirBytes() {
        QFETCH(QString, name);
        const std::string seed = readFile(data(name.toStdString()));
        std::mt19937 random(1);
        int opened = 0, refused = 0;
        for (int round = 0; round < 4000; ++round) {
            std::string bytes = seed;
            for (unsigned edits = 1 + random() % 4; edits-- > 0;) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 4) {
                    case 0:
                        bytes[at] = static_cast<char>(random());
                        break;
                    case 1:
                        bytes[at] ^= static_cast<char>(1 << random() % 8);
                        break;
                    case 2:
                        bytes.erase(at, 1 + random() % 4);
                        break;
                    default:
                        bytes.insert(at, bytes.substr(random() % bytes.size(), 1 + random() % 16));
                }
            }
            try {
                const auto file = openBytes(bytes);
                for (std::size_t i = 0; i < file->tensors().size(); ++i) {
                    gathered(file->view(i));
                    file->release(i);
                }
                ++opened;
            } catch (const FileError&) {
                ++refused;
            }
        }
        QVERIFY(opened > 0);
        QVERIFY(refused > 0);
    }
};

QTEST_GUILESS_MAIN(TestTorchFile)
#include "test_torch_file.moc"
