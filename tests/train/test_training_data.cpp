#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/train/training_data.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;
namespace fs = std::filesystem;

namespace {

/// A picture's file, as far as listing it goes.
void addFile(const TempDir& folder, const std::string& name) {
    fs::create_directories((folder / name).parent_path());
    writeFile(folder / name, "picture");
}

QString told(const TrainingData& data) {
    QString text;
    for (const auto& picture : data.pictures)
        text += QString::fromStdString(picture.origin + " " + picture.image.filename().string() + " \"" +
                                       picture.text + "\"\n");
    for (const auto& problem : data.problems)
        text += QString::fromStdString("! " + problem.where + ": " + problem.what.english() + "\n");
    return text;
}

}  // namespace

class TrainingDataTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void jsonLinesListPicturesRelativeToTheManifest();
    void everyWrongJsonLineIsToldByItsNumber();
    void aDamagedFirstLineHidesNothing();
    void journeyDbTakesTheCaptionElseThePrompt();
    void csvFollowsRfc4180();
    void wrongCsvRowsAreToldByTheirLine();
    void cocoGivesEveryCaptionOfAPicture();
    void cocoProblemsAreToldByTheirPlace();
    void aFolderPairsPicturesWithTextsInOrder();
    void linksOfAFolderAreFollowedOnce();
    void textsAreUtf8WithOrWithoutMark();
    void unusableSourcesAreErrors_data();
    void unusableSourcesAreErrors();
    void sourcesAreJoinedInTheirOrder();
    void problemsUpToTheShareAreAllowed();
};

void TrainingDataTest::jsonLinesListPicturesRelativeToTheManifest() {
    TempDir folder;
    addFile(folder, "a.jpg");
    addFile(folder, "deep/\u00fcber \u732b.png");
    addFile(folder, "elsewhere.png");
    const auto manifest =
        writeFile(folder / "list.jsonl",
                  "\xEF\xBB\xBF{\"image\": \"a.jpg\", \"text\": \" a cat \"}\r\n\r\n"
                  "{\"text\": \"zwei \\u732b\", \"image\": \"deep/\u00fcber \u732b.png\", \"more\": 1}\n"
                  "{\"image\": \"" +
                      (folder / "elsewhere.png").string() + "\", \"text\": \"absolute\"}");
    const auto data = readTrainingData({manifest});
    QCOMPARE(told(data), QStringLiteral("list.jsonl:1 a.jpg \"a cat\"\n"
                                        "list.jsonl:3 \u00fcber \u732b.png \"zwei \u732b\"\n"
                                        "list.jsonl:4 elsewhere.png \"absolute\"\n"));
    QCOMPARE(data.pictures[1].image, folder / "deep/\u00fcber \u732b.png");
}

void TrainingDataTest::everyWrongJsonLineIsToldByItsNumber() {
    TempDir folder;
    addFile(folder, "a.jpg");
    const auto manifest = writeFile(folder / "list.jsonl",
                                    "{\"image\": \"a.jpg\", \"text\": \"good\"}\n"
                                    "{\"image\": \"a.jpg\", \"text\": \"cut\n"
                                    "{\"image\": \"gone.jpg\", \"text\": \"missing\"}\n"
                                    "{\"image\": \"a.jpg\", \"text\": \" \\t\"}\n"
                                    "{\"image\": \"a.jpg\"}\n"
                                    "{\"image\": 5, \"text\": \"number\"}\n"
                                    "[1]\n"
                                    "{\"image\": \"a.jpg\", \"text\": \"x\", \"text\": \"y\"}\n"
                                    "{\"image\": \"a.jpg\", \"text\": \"\xFF\"}\n"
                                    "{\"image\": \"a\\u0000.jpg\", \"text\": \"zero\"}\n"
                                    "{\"image\": \".\", \"text\": \"folder\"}\n"
                                    "{\"image\": \"" +
                                        std::string(5000, 'n') + "\", \"text\": \"long name\"}\n");
    const auto data = readTrainingData({manifest});
    QCOMPARE(data.pictures.size(), std::size_t{1});
    const std::vector<std::pair<std::string, std::string>> expected{
        {"list.jsonl:2", "not valid JSON"},     {"list.jsonl:3", "image missing"},
        {"list.jsonl:4", "empty caption"},      {"list.jsonl:5", "found: image"},
        {"list.jsonl:6", "found: image, text"}, {"list.jsonl:7", "expected a JSON object"},
        {"list.jsonl:8", "not valid JSON"},     {"list.jsonl:9", "not valid JSON"},
        {"list.jsonl:10", "zero byte"},         {"list.jsonl:11", "not a regular file"},
        {"list.jsonl:12", "image missing"}};
    QCOMPARE(data.problems.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(QString::fromStdString(data.problems[i].where), QString::fromStdString(expected[i].first));
        AFA_VERIFY_CONTAINS(data.problems[i].what, expected[i].second);
    }
}

void TrainingDataTest::aDamagedFirstLineHidesNothing() {
    TempDir folder;
    addFile(folder, "a.jpg");
    for (const std::string first : {"{\"image\": \"a.j", "ge\": \"a.jpg\", \"text\": \"tail\"}"}) {
        const auto manifest =
            writeFile(folder / "list.jsonl", first + "\n{\"image\": \"a.jpg\", \"text\": \"good\"}\n");
        const auto data = readTrainingData({manifest});
        QCOMPARE(data.pictures.size(), std::size_t{1});
        QCOMPARE(data.problems.size(), std::size_t{1});
        QCOMPARE(data.problems[0].where, std::string("list.jsonl:1"));
    }
}

void TrainingDataTest::journeyDbTakesTheCaptionElseThePrompt() {
    TempDir folder;
    addFile(folder, "imgs/000/a.jpg");
    addFile(folder, "000/b.jpg");
    const auto manifest = writeFile(
        folder / "train_anno.jsonl",
        R"({"img_path": "./000/a.jpg", "prompt": "cat --v 4", "Task2": {"Caption": "A cat."}, "Task1": {}})"
        "\n"
        R"({"img_path": "./000/b.jpg", "prompt": "dog --ar 3:2", "Task2": {"Caption": " "}})"
        "\n"
        R"({"img_path": "./000/b.jpg", "prompt": "a dog", "Task2": null})"
        "\n"
        R"({"img_path": "./000/b.jpg", "Task1": {}})"
        "\n");
    QCOMPARE(told(readTrainingData({manifest})),
             QStringLiteral("train_anno.jsonl:1 a.jpg \"A cat.\"\n"
                            "train_anno.jsonl:2 b.jpg \"dog --ar 3:2\"\n"
                            "train_anno.jsonl:3 b.jpg \"a dog\"\n"
                            "! train_anno.jsonl:4: expected a \"prompt\" beside \"img_path\", found: "
                            "img_path, Task1\n"));
}

void TrainingDataTest::csvFollowsRfc4180() {
    TempDir folder;
    addFile(folder, "a.jpg");
    addFile(folder, "b, c.jpg");
    const auto manifest = writeFile(folder / "list.csv",
                                    "\xEF\xBB\xBFtext,id, image\r\n"
                                    "a plain one,1,a.jpg\r\n"
                                    "\"one, with \"\"quotes\"\"\r\nand two lines\",2,\"b, c.jpg\"\r\n"
                                    "\r\n"
                                    "last without line end,3,a.jpg");
    QCOMPARE(told(readTrainingData({manifest})),
             QStringLiteral("list.csv:2 a.jpg \"a plain one\"\n"
                            "list.csv:3 b, c.jpg \"one, with \"quotes\"\r\nand two lines\"\n"
                            "list.csv:6 a.jpg \"last without line end\"\n"));
}

void TrainingDataTest::wrongCsvRowsAreToldByTheirLine() {
    TempDir folder;
    addFile(folder, "a.jpg");
    const auto manifest = writeFile(folder / "list.csv",
                                    "image,text\n"
                                    "a.jpg,too,many\n"
                                    "a.jpg\n"
                                    "gone.jpg,missing\n"
                                    "a.jpg,\n"
                                    "a.jpg,\xC3\x28\n"
                                    "a.jpg,good\n"
                                    "a.jpg,\"never closed\na.jpg,lost\n");
    QCOMPARE(told(readTrainingData({manifest})),
             QStringLiteral("list.csv:7 a.jpg \"good\"\n"
                            "! list.csv:2: expected 2 columns, found 3\n"
                            "! list.csv:3: expected 2 columns, found 1\n"
                            "! list.csv:4: image missing: %1\n"
                            "! list.csv:5: empty caption\n"
                            "! list.csv:6: the caption is not UTF-8 text; save it as UTF-8\n"
                            "! list.csv:8: a quote is opened and never closed; everything after it is lost\n")
                 .arg(QString::fromStdString((folder / "gone.jpg").string())));
}

void TrainingDataTest::cocoGivesEveryCaptionOfAPicture() {
    TempDir folder;
    addFile(folder, "val2017/1.jpg");
    addFile(folder, "val2017/2.jpg");
    fs::create_directories(folder / "annotations");
    const std::string document = R"({"info": {"year": 2017},
 "images": [{"id": 20, "file_name": "2.jpg", "width": 640}, {"id": 10, "file_name": "1.jpg"}],
 "annotations": [{"image_id": 10, "id": 5, "caption": "first of one"},
                 {"image_id": 20, "id": 6, "caption": "of two\n"},
                 {"image_id": 10, "id": 7, "caption": "second of one"}]})";
    auto oneLine = document;
    std::replace(oneLine.begin(), oneLine.end(), '\n', ' ');
    for (const auto& text : {document, oneLine}) {
        const auto data = readTrainingData({writeFile(folder / "annotations/captions_val2017.json", text)});
        QCOMPARE(told(data),
                 QStringLiteral("captions_val2017.json:annotations[0] 1.jpg \"first of one\"\n"
                                "captions_val2017.json:annotations[1] 2.jpg \"of two\"\n"
                                "captions_val2017.json:annotations[2] 1.jpg \"second of one\"\n"));
    }
}

void TrainingDataTest::cocoProblemsAreToldByTheirPlace() {
    TempDir folder;
    addFile(folder, "1.jpg");
    const auto manifest = writeFile(folder / "captions.json", R"({
 "images": [{"id": 1, "file_name": "1.jpg"}, {"id": 1, "file_name": "2.jpg"}, {"file_name": "3.jpg"}, 7,
            {"id": 4, "file_name": "gone.jpg"}],
 "annotations": [{"image_id": 9, "caption": "nobody"}, {"image_id": "1", "caption": "text id"}, null,
                 {"image_id": 4, "caption": "gone"}, {"image_id": 1, "caption": "good"}]})");
    const auto data = readTrainingData({manifest});
    QCOMPARE(data.pictures.size(), std::size_t{1});
    std::string places;
    for (const auto& problem : data.problems)
        places += problem.where.substr(problem.where.find(':') + 1) + " ";
    QCOMPARE(places, std::string("images[1] images[2] images[3] annotations[0] annotations[1] annotations[2] "
                                 "annotations[3] "));
    const auto wrong = writeFile(folder / "wrong.json", R"({"images": {}, "annotations": []})");
    AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { readTrainingData({wrong}); }),
                        "expected a list \"images\"");
}

void TrainingDataTest::aFolderPairsPicturesWithTextsInOrder() {
    TempDir folder;
    for (const std::string name : {"b.PNG", "a.jpg", "c.webp", "sub/a.jpeg", "no text.bmp", ".hidden.jpg"})
        addFile(folder, name);
    writeFile(folder / "a.txt", "of a\r\n");
    writeFile(folder / "b.txt", "\xEF\xBB\xBFof b");
    writeFile(folder / "c.txt", "\n");
    writeFile(folder / "sub/a.txt", "of sub/a");
    writeFile(folder / "alone.txt", "no picture");
    writeFile(folder / "other.md", "not looked at");
    const auto root = QString::fromStdString(folder.path().string());
    QCOMPARE(told(readTrainingData({folder.path()})),
             QStringLiteral(
                 "%1/a.txt a.jpg \"of a\"\n"
                 "%1/b.txt b.PNG \"of b\"\n"
                 "%1/sub/a.txt a.jpeg \"of sub/a\"\n"
                 "! %1/c.txt: empty caption\n"
                 "! %1/no text.bmp: no caption: expected no text.txt beside it\n"
                 "! %1/alone.txt: image missing: no .jpg, .png, .webp, .bmp or .tif of this name beside "
                 "it\n")
                 .arg(root));
}

void TrainingDataTest::linksOfAFolderAreFollowedOnce() {
    TempDir folder, elsewhere;
    addFile(folder, "a.jpg");
    writeFile(folder / "a.txt", "of a");
    addFile(elsewhere, "b.jpg");
    writeFile(elsewhere / "b.txt", "of b");
    std::filesystem::create_directory_symlink(elsewhere.path(), folder / "link");
    std::filesystem::create_symlink("loop", folder / "loop");
    std::filesystem::create_directory_symlink(folder.path(), elsewhere / "back");
    std::filesystem::create_symlink("nowhere", folder / "notes.md");
    std::filesystem::create_symlink("nowhere", folder / "c.jpg");
    writeFile(folder / "c.txt", "of c");
    const auto data = readTrainingData({folder.path()});
    QCOMPARE(data.pictures.size(), 2U);
    QVERIFY(data.pictures[1].image.string().ends_with("link/b.jpg"));
    QCOMPARE(data.problems.size(), 1U);  // the picture that is not there
    QVERIFY2(data.problems[0].where.find("c.jpg") != std::string::npos ||
                 data.problems[0].what.english().find("c.jpg") != std::string::npos,
             data.problems[0].what.english().c_str());
}

void TrainingDataTest::textsAreUtf8WithOrWithoutMark() {
    TempDir folder;
    addFile(folder, "a.jpg");
    writeFile(folder / "a.txt", "caf\xE9");  // Windows-1252, as old editors save it
    AFA_VERIFY_CONTAINS(readTrainingData({folder.path()}).problems.at(0).what, "not UTF-8");
    writeFile(folder / "a.txt", std::string("\xFF\xFE"
                                            "a\0",
                                            4));  // UTF-16, as Windows' editor may save it
    QCOMPARE(readTrainingData({folder.path()}).pictures.at(0).text, std::string("a"));
}

void TrainingDataTest::unusableSourcesAreErrors_data() {
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QString(" \n") << "the file is empty";
    QTest::newRow("prose") << QString("a cat\na dog\n") << "expected JSON lines";
    QTest::newRow("CSV without the columns")
        << QString("path,caption\na.jpg,cat\n") << "columns image and text";
    QTest::newRow("bars") << QString("image|text\na.jpg|cat\n") << "separated by commas";
}

void TrainingDataTest::unusableSourcesAreErrors() {
    QFETCH(const QString, content);
    QFETCH(const QString, message);
    TempDir folder;
    const auto file = writeFile(folder / "list", content.toStdString());
    const auto error = messageOf<FileError>([&] { readTrainingData({file}); });
    AFA_VERIFY_CONTAINS(error, message.toStdString());
    AFA_VERIFY_CONTAINS(error, file.string());
    AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { readTrainingData({folder / "nowhere"}); }), "nowhere");
    AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { readTrainingData({folder.path()}); }), "found no picture");
}

void TrainingDataTest::sourcesAreJoinedInTheirOrder() {
    TempDir folder;
    addFile(folder, "a.jpg");
    const auto two = writeFile(folder / "two.csv", "image,text\na.jpg,two\n");
    const auto one = writeFile(folder / "one.jsonl", "{\"image\":\"a.jpg\",\"text\":\"one\"}\n");
    QCOMPARE(told(readTrainingData({two, one})),
             QStringLiteral("two.csv:2 a.jpg \"two\"\none.jsonl:1 a.jpg \"one\"\n"));
}

void TrainingDataTest::problemsUpToTheShareAreAllowed() {
    std::vector<DataProblem> problems;
    for (int i = 1; i <= 7; ++i)
        problems.push_back({"list.csv:" + std::to_string(i), Message::of("image missing: %1", "x")});
    requireFewProblems(problems, 700, 0.01);
    requireFewProblems({}, 0, 0.0);
    const auto error = messageOf<DataError>([&] { requireFewProblems(problems, 699, 0.01); });
    AFA_VERIFY_CONTAINS(error, "7 of 699");
    AFA_VERIFY_CONTAINS(error, "list.csv:5: image missing");
    AFA_VERIFY_CONTAINS(error, "and 2 more");
    QVERIFY(error.find("list.csv:6") == std::string::npos);
}

QTEST_APPLESS_MAIN(TrainingDataTest)
#include "test_training_data.moc"
