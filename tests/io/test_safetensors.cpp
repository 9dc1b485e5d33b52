#include <QtTest/QtTest>
#include <boost/json.hpp>
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

std::string lengthPrefix(std::uint64_t length) {
    std::string prefix(8, '\0');
    std::memcpy(prefix.data(), &length, 8);
    return prefix;
}

std::string safetensors(const std::string& header, std::size_t dataBytes) {
    std::string file = lengthPrefix(header.size()) + header;
    for (std::size_t i = 0; i < dataBytes; ++i)
        file += static_cast<char>(i);
    return file;
}

std::unique_ptr<TensorFile> openBytes(const std::string& bytes) {
    return openTensorFile(MappedFile::ofBytes("FILE", toBytes(bytes)));
}

std::string errorOf(const std::string& bytes) {
    return messageOf<FileError>([&] { openBytes(bytes); });
}

std::string header(const std::string& dtype, const std::string& shape, const std::string& offsets) {
    return R"({"a":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

/// What another reader would see: every byte of every tensor.
std::size_t readEverything(const TensorFile& file) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        for (const std::byte b : file.view(i).bytes)
            sum += std::to_integer<std::size_t>(b);
        file.release(i);
    }
    return sum;
}

}  // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsTensorsInFileOrderWithMetadata() {
        const auto file = openBytes(safetensors(
            R"({"late":{"dtype":"F16","shape":[2,3],"data_offsets":[4,16]},"__metadata__":{"k":"v"},)"
            R"("early":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})",
            16));
        QCOMPARE(file->tensors().size(), std::size_t{2});
        QCOMPARE(file->tensors()[0].name, std::string("early"));
        QVERIFY(file->tensors()[0].dtype == DType::F32);
        QCOMPARE(file->tensors()[0].numel(), std::int64_t{1});
        QCOMPARE(file->metadata().at("k"), std::string("v"));
        const TensorView late = file->view(*file->find("late"));
        QCOMPARE(late.info.shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(late.strides, (std::vector<std::int64_t>{3, 1}));
        QVERIFY(late.contiguous());
        QCOMPARE(late.bytes.size(), std::size_t{12});
        QCOMPARE(std::to_integer<int>(late.bytes[0]), 4);
        QVERIFY(!file->find("absent"));
    }

    void readsEmptyTensorsAndFilesWithoutTensors() {
        QVERIFY(openBytes(safetensors("{}", 0))->tensors().empty());
        QVERIFY(openBytes(safetensors("{}      ", 0))->tensors().empty());
        const auto file = openBytes(safetensors(header("F32", "[0,4]", "[0,0]"), 0));
        QCOMPARE(file->view(0).bytes.size(), std::size_t{0});
        QVERIFY(file->view(0).contiguous());
    }

    /// 384 = 0x180: the file begins 80 01, as a pickle of protocol 1 would.
    void aHeaderWhoseLengthBeginsLikeAPickleIsNone() {
        std::string text = header("U8", "[2]", "[0,2]");
        for (const std::size_t length : {384U, 640U, 66U * 1024U - 128U}) {
            text.resize(length, ' ');
            const auto file = openBytes(safetensors(text, 2));
            QVERIFY(!file->isPickle());
            QCOMPARE(file->tensors().size(), std::size_t{1});
        }
    }

    void refusesDamagedHeaders_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char* name, const std::string& bytes, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(reason);
        };
        const std::string good = header("F32", "[2]", "[0,8]");
        add("truncated values", safetensors(good, 7),
            "truncated: expected 70 bytes, found 69; download it again");
        add("truncated header", lengthPrefix(good.size()) + good.substr(0, 20),
            "truncated: expected at least 62 bytes, found 28; download it again");
        add("trailing bytes", safetensors(good, 9), "trailing bytes: expected 70 bytes, found 71");
        add("header above 100 MB", lengthPrefix(100'000'001) + "{}", "expected at most 100000000");
        add("length of 2^64 - 1", std::string(8, '\xFF') + "{}", "18446744073709551615");
        add("not JSON", safetensors("{\"a\":", 0), "header: not valid JSON");
        add("text after the object", safetensors("{} x", 0), "header: not valid JSON");
        add("key twice", safetensors("{\"a\":{},\"a\":{}}", 0), "the key \"a\" appears twice");
        add("inner key twice",
            safetensors(R"({"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}})", 1),
            "the key \"dtype\" appears twice");
        add("invalid UTF-8", safetensors("{\"\xC3\x28\":{}}", 0), "header: not valid JSON");
        add("overlong UTF-8", safetensors("{\"\xC0\xAF\":{}}", 0), "header: not valid JSON");
        add("deep nesting", safetensors("{\"a\":" + std::string(100000, '['), 0), "header: not valid JSON");
        add("entry is no object", safetensors(R"({"a":3})", 0), "tensor \"a\": expected an object");
        add("no dtype", safetensors(R"({"a":{"shape":[],"data_offsets":[0,4]}})", 4), "no dtype");
        add("no shape", safetensors(R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4), "no shape");
        add("no offsets", safetensors(R"({"a":{"dtype":"F32","shape":[]}})", 4), "data_offsets must be");
        add("unknown member",
            safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1}})", 1),
            "unknown member \"x\"");
        add("three offsets", safetensors(header("F32", "[2]", "[0,8,8]"), 8), "data_offsets must be");
        add("size of a type that is not read", safetensors(header("U32", "[3]", "[0,8]"), 8),
            "shape [3] in U32 does not take the 8 bytes");
        add("overlap with a type that is not read",
            safetensors(R"({"a":{"dtype":"U32","shape":[1],"data_offsets":[0,4]},)"
                        R"("b":{"dtype":"U8","shape":[4],"data_offsets":[3,7]}})",
                        7),
            "tensor \"b\" overlaps");
        add("negative extent", safetensors(header("F32", "[-2]", "[0,8]"), 8),
            "non-negative integers, found -2");
        add("fraction", safetensors(header("F32", "[2.0]", "[0,8]"), 8), "non-negative integers, found 2E0");
        add("exponent", safetensors(header("F32", "[2e0]", "[0,8]"), 8), "non-negative integers");
        add("extent is text", safetensors(header("F32", "[\"2\"]", "[0,8]"), 8),
            "non-negative integers, found \"2\"");
        add("offset above 2^63", safetensors(header("F32", "[2]", "[0,9223372036854775808]"), 8),
            "non-negative integers");
        add("negative offset", safetensors(header("F32", "[2]", "[-8,0]"), 8), "non-negative integers");
        add("end before begin", safetensors(header("F32", "[2]", "[8,0]"), 8), "ends before that");
        add("size is not shape x type", safetensors(header("F32", "[3]", "[0,8]"), 8),
            "shape [3] in F32 takes 12 bytes, data_offsets give 8");
        add("product overflows to the given size",
            safetensors(header("F32", "[4611686018427387904,4]", "[0,0]"), 0), "too large");
        add("product overflows beside a zero",
            safetensors(header("U8", "[0,4611686018427387904,4]", "[0,0]"), 0), "too large");
        add("bytes overflow", safetensors(header("F64", "[2305843009213693952]", "[0,0]"), 0), "too large");
        const std::string first = R"("a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]})";
        add("overlap",
            safetensors("{" + first + R"(,"b":{"dtype":"U8","shape":[4],"data_offsets":[3,7]}})", 7),
            "tensor \"b\" overlaps");
        add("same bytes twice",
            safetensors("{" + first + R"(,"b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})", 4),
            "tensor \"b\" overlaps");
        add("hole", safetensors("{" + first + R"(,"b":{"dtype":"U8","shape":[4],"data_offsets":[5,9]}})", 9),
            "bytes 4 to 5 before tensor \"b\" belong to no tensor");
        add("hole at the start", safetensors(header("U8", "[4]", "[1,5]"), 5), "bytes 0 to 1");
        std::string ones = "[1";
        for (int i = 0; i < 64; ++i)
            ones += ",1";
        add("65 dimensions", safetensors(header("U8", ones + "]", "[0,1]"), 1),
            "65 dimensions, expected at most 64");
        add("metadata is no object", safetensors(R"({"__metadata__":"x"})", 0),
            "__metadata__ is not an object");
    }

    void refusesDamagedHeaders() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const std::string message = errorOf(bytes.toStdString());
        AFA_VERIFY_CONTAINS(message, "FILE: damaged safetensors file: ");
        AFA_VERIFY_CONTAINS(message, reason.toStdString());
    }

    void keepsTensorsOfOtherTypesByName_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("bytes");
        for (const auto& [type, bytes] : {std::pair{"U16", 4},
                                          {"U32", 8},
                                          {"U64", 16},
                                          {"C64", 16},
                                          {"F8_E4M3", 2},
                                          {"F4", 1},
                                          {"F6_E2M3", 2},
                                          {"F33", 5},
                                          {"", 3}})
            QTest::newRow(type) << QByteArray(type) << bytes;
    }
    void keepsTensorsOfOtherTypesByName() {
        QFETCH(QByteArray, type);
        QFETCH(int, bytes);
        const std::string end = std::to_string(bytes), last = std::to_string(bytes + 4);
        const auto file = openBytes(safetensors(
            R"({"odd":{"dtype":")" + type.toStdString() + R"(","shape":[2],"data_offsets":[0,)" + end +
                R"(]},"flag":{"dtype":"BOOL","shape":[],"data_offsets":[)" + last + "," +
                std::to_string(bytes + 5) + R"(]},"w":{"dtype":"F32","shape":[1],"data_offsets":[)" + end +
                "," + last + "]}}",
            static_cast<std::size_t>(bytes) + 5));
        QCOMPARE(file->tensors().size(), std::size_t{2});
        QCOMPARE(file->view(*file->find("w")).bytes.size(), std::size_t{4});
        QCOMPARE(file->unread().size(), std::size_t{1});
        QCOMPARE(file->unread()[0].name, std::string("odd"));
        AFA_VERIFY_CONTAINS(file->unread()[0].why, "has the type " + type.toStdString() +
                                                       ", which this program does not read; convert");
    }

    void keepsMetadataThatIsNoText() {
        const auto file = openBytes(safetensors(
            R"({"__metadata__":{"n":1000,"x":1.5,"none":null,"yes":true,"list":[1,"a"],"text":"t"}})", 0));
        const std::map<std::string, std::string> expected{{"n", "1000"},          {"x", "1.5E0"},
                                                          {"none", "null"},       {"yes", "true"},
                                                          {"list", R"([1,"a"])"}, {"text", "t"}};
        QCOMPARE(file->metadata(), expected);
        QVERIFY(openBytes(safetensors(R"({"__metadata__":null})", 0))->metadata().empty());
    }

    void tellsForeignFilesFromDamagedOnes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << "the file is empty";
        QTest::newRow("HTML") << QByteArray("\xEF\xBB\xBF\r\n<!DOCTYPE html><title>404</title>")
                              << "an HTML page";
        QTest::newRow("XHTML") << QByteArray("<?xml version=\"1.0\"?>\n<html>") << "an HTML page";
        QTest::newRow("LFS") << QByteArray(
                                    "version https://git-lfs.github.com/spec/v1\noid "
                                    "sha256:00\nsize 4265146304\n")
                             << "a git-LFS pointer to a file of 4265146304 bytes";
        QTest::newRow("GGUF") << QByteArray("GGUF\x03\0\0\0\0", 9) << "a GGUF file";
        QTest::newRow("zeros") << QByteArray(100, '\0') << "interrupted download";
        QTest::newRow("text") << QByteArray("a plain {text}") << "begin with 61 20 70 6C 61 69 6E 20";
        QTest::newRow("JSON") << QByteArray("{\"a\": 1, {}}")
                              << "expected safetensors or PyTorch's zip or pickle";
        QTest::newRow("tiny") << QByteArray("\x01\x02") << "found 2 bytes that begin with 01 02";
    }

    void tellsForeignFilesFromDamagedOnes() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const std::string message = errorOf(bytes.toStdString());
        AFA_VERIFY_CONTAINS(message, "FILE: not a checkpoint file: ");
        AFA_VERIFY_CONTAINS(message, reason.toStdString());
    }

    void namesMissingFilesFoldersAndPipes() {
        const TempDir dir;
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { openTensorFile(dir / "absent"); }), "No such file");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { openTensorFile(dir.path()); }), "Is a directory");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { openTensorFile("/dev/null"); }), "not a regular file");
    }

    void writesWhatItReads() {
        const TempDir dir;
        const std::vector<TensorInfo> infos{
            {"b", DType::F16, {2, 2}}, {"a", DType::I64, {}}, {"c", DType::U8, {0, 5}}};
        const std::map<std::string, std::string> metadata{{"afa.format", "x"}, {"prompt", "\"\u732b\"\n"}};
        SafetensorsWriter writer(dir / "out.safetensors", infos, metadata);
        writer.write(toBytes("12345678"));
        writer.write(toBytes("abcdefgh"));
        writer.write({});
        QVERIFY(!std::filesystem::exists(dir / "out.safetensors"));
        writer.finish();

        const auto file = openTensorFile(dir / "out.safetensors");
        QCOMPARE(file->metadata(), metadata);
        QCOMPARE(file->tensors().size(), std::size_t{3});
        QCOMPARE(file->tensors()[0].name, std::string("b"));
        QCOMPARE(file->tensors()[1].name, std::string("a"));
        const auto values = file->view(1).bytes;
        QCOMPARE(std::vector<std::byte>(values.begin(), values.end()), toBytes("abcdefgh"));
        // The reference writer aligns the values to eight bytes, which lets readers cast in place.
        std::uint64_t length = 0;
        std::memcpy(&length, readFile(dir / "out.safetensors").data(), 8);
        QCOMPARE(length % 8, std::uint64_t{0});
        QCOMPARE(std::distance(std::filesystem::directory_iterator(dir.path()), {}), std::ptrdiff_t{1});
    }

    void writerLeavesNothingBehindUnlessComplete() {
        const TempDir dir;
        const std::vector<TensorInfo> infos{{"a", DType::U8, {2}}, {"b", DType::U8, {1}}};
        {
            SafetensorsWriter writer(dir / "x", infos);
            AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { writer.write(toBytes("123")); }),
                                "tensor \"a\": expected 2 bytes, found 3");
            writer.write(toBytes("12"));
            AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { writer.finish(); }), "2 tensors, found 1");
        }
        QVERIFY(std::filesystem::is_empty(dir.path()));
    }

    void writerRefusesWhatNobodyCouldRead() {
        const TempDir dir;
        const auto target = dir / "x";
        AFA_VERIFY_CONTAINS(messageOf<DataError>([&] {
                                SafetensorsWriter(target, {{"a", DType::U8, {1}}, {"a", DType::U8, {1}}});
                            }),
                            "two tensors are named \"a\"");
        QVERIFY(!messageOf<Error>([&] {
                     SafetensorsWriter(target, {{"\xC3\x28", DType::U8, {1}}});
                 }).empty());
        QVERIFY(!messageOf<Error>([&] {
                     SafetensorsWriter(target, {{"__metadata__", DType::U8, {1}}});
                 }).empty());
        QVERIFY(!messageOf<Error>([&] {
                     SafetensorsWriter(target, {{"a", DType::F32, {std::int64_t{1} << 62}}});
                 }).empty());
        QVERIFY(std::filesystem::is_empty(dir.path()));
    }

    void readsAHundredThousandTensors() {
        constexpr int kTensors = 100'000;
        boost::json::object entries;
        for (int i = 0; i < kTensors; ++i)
            entries["layer." + std::to_string(i)] = {{"dtype", "U8"},
                                                     {"shape", boost::json::array{1}},
                                                     {"data_offsets", boost::json::array{i, i + 1}}};
        const auto file = openBytes(safetensors(boost::json::serialize(entries), kTensors));
        QCOMPARE(file->tensors().size(), std::size_t{kTensors});
        QCOMPARE(file->find("layer.99999"), std::optional<std::size_t>(99999));
    }

    /// Whatever bytes change, the reader either opens a file whose views lie inside, or says FileError.
    void mutatedFilesNeverEscapeTheirBytes() {
        std::mt19937 random(1);
        const std::string seed = safetensors(
            R"({"__metadata__":{"k":"v"},"a":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]},)"
            R"("b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}})",
            16);
        int opened = 0, refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = seed;
            for (unsigned edits = 1 + random() % 3; edits-- > 0;) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 4) {
                    case 0:
                        bytes[at] = static_cast<char>(random());
                        break;
                    case 1:
                        bytes[at] = "0123456789,[]{}\"-.e"[random() % 19];
                        break;
                    case 2:
                        bytes.erase(at, 1 + random() % 8);
                        break;
                    default:
                        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 8));
                }
                if (bytes.empty()) break;
            }
            try {
                readEverything(*openBytes(bytes));
                ++opened;
            } catch (const FileError&) {
                ++refused;
            }
        }
        QVERIFY(opened > 0);
        QVERIFY(refused > opened);
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
