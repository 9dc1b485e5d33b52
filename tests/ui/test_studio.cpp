// The whole studio as a user meets it: an empty home, the demo models, a window.
#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QProcess>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include "core/engine/memory.h"
#include "core/engine/picture_request.h"
#include "core/engine/request_json.h"
#include "tests/support/picture_bytes.h"
#include "tests/ui/program.h"
#include "ui/pages/create/create_page.h"
#include "ui/pages/create/gallery_panel.h"
#include "ui/pages/queue/edit_request_dialog.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/request/prompt_counter.h"
#include "ui/parts/request/request_panel.h"
#include "ui/parts/widgets/info_bar.h"
#include "ui/parts/widgets/slider_field.h"
#include "ui/services/jobs/inline_runner.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

using namespace afa;
using test::Networks;
using test::Program;

class TestStudio : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }

    void cleanup() { home_.reset(); }

    // First: where models were loaded before, their memory would serve again unseen.
    void modelsAreLoadedWhenAskedFor() {
        Program program(home_->data(), Networks::Real);
        QSignalSpy device(&program.studio, &Studio::deviceFound);
        AFA_TRY(program.ready() && device.size() == 1);  // the compute library is in memory
        QSignalSpy loaded(&program.studio, &Studio::modelsLoaded);
        auto* load = program.find<QPushButton>("loadModels");
        const auto before = memoryFigures().process;
        load->click();
        QVERIFY(!load->isEnabled());
        AFA_TRY(loaded.size() == 1);
        QVERIFY(loaded[0][0].toBool());
        QVERIFY(load->isEnabled());
        constexpr std::uint64_t kLess =
            10'000'000;  // bytes; three U-Nets of 3.8 million values in bf16 are 23
        QVERIFY(memoryFigures().process > before + kLess);

        while (program.studio.ensemble().rowCount() > 0)
            program.studio.ensemble().removeAt(0);
        load->click();
        AFA_TRY(loaded.size() == 2);
        QVERIFY(!loaded[1][0].toBool());
        QVERIFY2(program.notice().contains("could not be loaded"), qPrintable(program.notice()));
    }

    void fromAnEmptyHomeToPicturesAndBackAfterARestart() {
        QString first;
        {
            Program program(home_->data(), Networks::Real);
            QVERIFY(QTest::qWaitForWindowExposed(&program.window));
            AFA_TRY(program.ready());
            QCOMPARE(program.studio.ensemble().rowCount(), 3);
            QCOMPARE(program.find<QSpinBox>("width")->value(), 64);
            QVERIFY(!program.find<QPlainTextEdit>("prompt")->toPlainText().isEmpty());

            program.setSteps(3);
            program.setSeed("7");
            QSignalSpy previews(&program.studio.queue(), &GenerationQueue::previewed);
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 1);
            QCOMPARE(previews.size(), 3);
            first = program.studio.gallery().at(0).path;
            const QImage picture(first);
            QCOMPARE(picture.size(), QSize(64, 64));
            AFA_TRY(program.find<Canvas>("canvas")->image().size() == picture.size());
            const auto made = readPictureRequest(first.toStdString());
            QCOMPARE(made.request.seed.value_or(0), 7U);
            QCOMPARE(made.request.steps, 3);
            QCOMPARE(made.request.mode, "afa");

            program.generate();  // the seed is locked, as it was typed
            AFA_TRY(program.studio.gallery().size() == 2);
            QCOMPARE(QImage(program.studio.gallery().at(0).path), picture);

            program.find<QPlainTextEdit>("prompt")->setPlainText("something else");
            program.setSteps(9);
            program.find<QAction>("useSettings")->trigger();
            QCOMPARE(program.find<QPlainTextEdit>("prompt")->toPlainText(),
                     QString::fromStdString(made.request.prompt));
            QCOMPARE(program.find<SliderField>("steps")->value(), 3.0);

            program.find<QAction>("anotherSeed")->trigger();
            AFA_TRY(program.studio.gallery().size() == 3);
            QVERIFY(program.studio.gallery().at(0).seed != 7);
            QVERIFY(QImage(program.studio.gallery().at(0).path) != picture);

            program.setSteps(900);
            program.generate();
            AFA_TRY(program.studio.queue().progress().now.phase == "denoise");
            const auto cancelled = program.studio.queue().runningId();
            QTest::keyClick(&program.window, Qt::Key_Escape);
            AFA_TRY(program.studio.queue().runningId() == 0);
            QCOMPARE(program.studio.queue().find(cancelled)->state, QueueEntry::State::Cancelled);
            QCOMPARE(program.studio.gallery().size(), 3);

            // Left with one job running and one waiting.
            program.generate();
            program.generate();
            AFA_TRY(program.studio.queue().progress().now.phase == "denoise");
            program.window.close();
        }
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        QCOMPARE(program.studio.gallery().size(), 3);
        QVERIFY(program.studio.queue().paused());
        QCOMPARE(program.studio.queue().pendingCount(), 2);
        QCOMPARE(program.find<SliderField>("steps")->value(), 900.0);
        QVERIFY(program.find<QPushButton>("resumeQueue")->isVisible());
        program.studio.queue().cancelAll();
        QCOMPARE(program.studio.queue().pendingCount(), 0);
    }

    void picturesThatFailAreToldAndTheQueueGoesOn() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto& queue = program.studio.queue();
        const auto ends = [&](test::Script::End end, const char* why) {
            program.script.endNext(end, why);
            program.generate();
            return QTest::qWaitFor([&] { return queue.runningId() == 0; }, test::kPatience);
        };
        QVERIFY(ends(test::Script::End::OutOfMemory, "the scripted device has no room"));
        QCOMPARE(queue.entries().last().state, QueueEntry::State::Failed);
        QVERIFY2(program.notice().contains("no room"), qPrintable(program.notice()));
        QVERIFY(ends(test::Script::End::Failed, "a scripted weight is no number"));
        QCOMPARE(queue.entries().last().state, QueueEntry::State::Failed);
        QVERIFY2(program.notice().contains("no number"), qPrintable(program.notice()));
        QVERIFY(ends(test::Script::End::Cancelled, ""));
        QCOMPARE(queue.entries().last().state, QueueEntry::State::Cancelled);
        QCOMPARE(program.studio.gallery().size(), 0);
        QVERIFY(ends(test::Script::End::Done, ""));
        QCOMPARE(queue.entries().last().state, QueueEntry::State::Done);
        QCOMPARE(program.studio.gallery().size(), 1);
    }

    void aSlowPictureTellsEachStepAndStopsBetweenTwo() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto& queue = program.studio.queue();
        program.setSteps(5);
        QSignalSpy previews(&queue, &GenerationQueue::previewed);
        program.script.hold();
        program.generate();
        for (int step = 1; step <= 3; ++step) {
            program.script.step();
            AFA_TRY(previews.size() == step);
            AFA_TRY(queue.progress().now.done == step);
        }
        QVERIFY(program.find<QAction>("cancelAction")->isEnabled());
        program.find<QAction>("cancelAction")->trigger();
        AFA_TRY(queue.runningId() == 0);
        QCOMPARE(queue.entries().last().state, QueueEntry::State::Cancelled);
        QCOMPARE(previews.size(), 3);
        QCOMPARE(program.studio.gallery().size(), 0);
    }

    void theLastRequestsStayWhenTheQueueIsTidied() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.studio.queue().setPaused(true);
        for (const auto* prompt : {"first", "second", "first"}) {
            program.find<QPlainTextEdit>("prompt")->setPlainText(prompt);
            program.setSeed("7");
            program.generate();
        }
        program.studio.queue().cancelAll();
        program.studio.queue().removeEnded();
        auto* recent = program.find<QToolButton>("recent")->menu();
        Q_EMIT recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 2);  // each once, the newest first
        QVERIFY(recent->actions()[0]->text().startsWith("first"));
        recent->actions()[1]->trigger();
        QCOMPARE(program.find<QPlainTextEdit>("prompt")->toPlainText(), "second");
    }

    void theWindowFitsASmallScreen() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        const QSize least = program.window.minimumSizeHint();
        QVERIFY2(least.height() <= 680 && least.width() <= 1240,  // of 1280 x 720, less a title bar
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void actionsAreOfThePictureThatIsShown() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.setSteps(1);
        program.generate();
        auto& gallery = program.studio.gallery();
        AFA_TRY(gallery.size() == 1);
        const QString kept = gallery.at(0).path;
        AFA_TRY(program.find<QAction>("favourite")->isEnabled());
        program.find<QAction>("favourite")->trigger();
        program.find<QToolButton>("favouritesOnly")->setChecked(true);
        // The new picture is shown, and the gallery's filter hides it.
        program.generate();
        AFA_TRY(gallery.size() == 2 && program.studio.queue().runningId() == 0);
        const QString shown = gallery.at(0).path;
        QVERIFY(shown != kept);
        QVERIFY(!program.find<QAction>("favourite")->isChecked());
        program.find<QAction>("trashPictures")->trigger();
        AFA_TRY(gallery.size() == 1);
        QCOMPARE(gallery.at(0).path, kept);
        QVERIFY(QFile::exists(kept) && !QFile::exists(shown));
    }

    void whatIsChosenGoesToTheTrashNotWhatWasLetGo() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.setSteps(1);
        auto& gallery = program.studio.gallery();
        program.studio.queue().suspend();  // as when the program is being left ..
        for (int i = 0; i < 3; ++i)
            program.generate();
        QCOMPARE(gallery.size(), 0);
        program.studio.queue().resume();  // .. and stays after all
        AFA_TRY(gallery.size() == 3 && program.studio.queue().runningId() == 0);
        auto* view = program.find<QListView>("galleryView");
        auto* selection = view->selectionModel();
        for (int row = 0; row < 2; ++row)
            selection->select(view->model()->index(row, 0), QItemSelectionModel::Select);
        selection->setCurrentIndex(view->model()->index(2, 0), QItemSelectionModel::Deselect);
        const QString letGo = gallery.at(2).path;
        const auto answer = [&](QMessageBox::StandardButton button) {
            QTimer::singleShot(0, &program.window, [button] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                if (box) box->button(button)->click();
            });
            program.find<QAction>("trashPictures")->trigger();  // several: asks first
        };
        answer(QMessageBox::No);
        QCOMPARE(gallery.size(), 3);
        answer(QMessageBox::Yes);
        AFA_TRY(gallery.size() == 1);
        QCOMPARE(gallery.at(0).path, letGo);
    }

    void keysThatDeleteLettersDeleteNoPictures() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.setSteps(1);
        program.generate();
        auto& gallery = program.studio.gallery();
        AFA_TRY(gallery.size() == 1 && program.find<QAction>("trashPictures")->isEnabled());
        program.window.activateWindow();
        auto* prompt = program.find<QPlainTextEdit>("prompt");
        prompt->setPlainText("a dog and a pizza");
        prompt->setFocus();
        QTest::keyClick(prompt, Qt::Key_Delete, Qt::ControlModifier);
        QTest::keyClick(prompt, Qt::Key_Delete);
        QCOMPARE(gallery.size(), 1);
        QVERIFY(prompt->toPlainText().size() < 17);
        auto* view = program.find<QListView>("galleryView");
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Delete);
        AFA_TRY(gallery.size() == 0);
    }

    /// Who scrolls the form changes nothing in it; who is in a field does.
    void theWheelScrollsAndChangesOnlyTheFieldInFocus() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.window.activateWindow();
        const auto turn = [](QWidget* widget) {
            const QPointF at(widget->rect().center());
            QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(widget, &event);
        };
        auto* sampler = program.find<QComboBox>("sampler");
        auto* width = program.find<QSpinBox>("width");
        sampler->setCurrentIndex(0);
        program.find<QPlainTextEdit>("prompt")->setFocus();
        const int before = width->value();
        turn(sampler);
        turn(width);
        QCOMPARE(sampler->currentIndex(), 0);
        QCOMPARE(width->value(), before);
        // A real turn of the wheel gives the focus to what takes it that way, before anybody can look.
        for (const QWidget* field : {static_cast<QWidget*>(sampler), static_cast<QWidget*>(width)})
            QCOMPARE(field->focusPolicy(), Qt::StrongFocus);
        sampler->setFocus();
        turn(sampler);
        QCOMPARE(sampler->currentIndex(), 1);
    }

    void aPictureWithTheNameOfATrashedOneHasItsOwnThumbnail() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.setSteps(2);
        program.setSeed("7");
        auto* prompt = program.find<QPlainTextEdit>("prompt");
        prompt->setPlainText("a dog on a blue background");
        program.generate();
        auto& gallery = program.studio.gallery();
        auto& thumbnails = program.studio.thumbnails();
        AFA_TRY(gallery.size() == 1);
        const QString path = gallery.at(0).path;
        AFA_TRY(!thumbnails.get(path).isNull());
        const QImage first = thumbnails.get(path).toImage();
        AFA_TRY(program.find<QAction>("trashPictures")->isEnabled());
        program.find<QAction>("trashPictures")->trigger();
        AFA_TRY(gallery.size() == 0);
        prompt->setPlainText("an apple on a yellow background");
        program.generate();
        AFA_TRY(gallery.size() == 1);
        QCOMPARE(gallery.at(0).path, path);
        AFA_TRY(!thumbnails.get(path).isNull());
        QVERIFY(thumbnails.get(path).toImage() != first);

        // Another program took the file away; what is made under its name is another picture.
        QVERIFY(QFile::remove(path));
        prompt->setPlainText("a pizza on a green background");
        program.generate();
        AFA_TRY(gallery.size() == 1 && gallery.at(0).prompt.startsWith("a pizza"));
    }

    void aJobThatIsEditedKeepsWhatTheFormDoesNotShow() {
        GenerateRequest request;
        request.models = {"/a", "/b"};
        request.mode = "merge";
        request.mergeRecipe = "{}";
        request.vae = "/v";
        request.width = 512;
        request.height = 768;
        request.steps = 20;
        request.seed = 3;
        request.magicT0 = 400;
        request.keepMaps = true;
        InlineRunner runner;
        const PromptCounter counter(runner);
        EditRequestDialog dialog(request, nullptr, counter);
        dialog.findChild<SliderField*>("steps")->setValue(30);
        auto wanted = request;
        wanted.steps = 30;
        QCOMPARE(generateRequestJson(dialog.request()), generateRequestJson(wanted));
    }

    void aPictureOfAnotherProgramRestoresWhatAppliesAndListsTheRest() {
        const QString path = home_->file("other.png");
        QImage picture(64, 64, QImage::Format_RGB888);
        picture.fill(Qt::blue);
        picture.setText(
            "parameters",
            "a castle\nNegative prompt: fog\nSteps: 31, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 12, "
            "Size: 100x64, Model hash: 0123456789, Model: dreamy, Clip skip: 2");
        QVERIFY(picture.save(path));
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto* page = program.window.findChild<CreatePage*>();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &drop);
        QCOMPARE(program.find<QPlainTextEdit>("prompt")->toPlainText(), "a castle");
        QCOMPARE(program.find<QPlainTextEdit>("negativePrompt")->toPlainText(), "fog");
        QCOMPARE(program.find<SliderField>("steps")->value(), 31.0);
        QCOMPARE(program.find<SliderField>("cfg")->value(), 6.5);
        QCOMPARE(program.find<QComboBox>("sampler")->currentData().toString(), "dpmpp-2m");
        QCOMPARE(program.find<QLineEdit>("seed")->text(), "12");
        QCOMPARE(program.find<QSpinBox>("width")->value(),
                 96);  // 100 is no multiple of what these models take
        QVERIFY2(program.notice().contains("except 3"),
                 qPrintable(program.notice()));  // model, size, clip skip
        QCOMPARE(program.studio.ensemble().rowCount(), 3);
    }

    /// Dropped on the page: JPEG and WebP as PNG. What the picture does not say stays; one that cannot be
    /// read changes nothing.
    void ofOtherProgramsOnlyWhatIsSaidChanges() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto* prompt = program.find<QPlainTextEdit>("prompt");
        auto* negative = program.find<QPlainTextEdit>("negativePrompt");
        const auto drop = [&](const char* name, const std::string& bytes) {
            const QString path = home_->file(name);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(bytes));
            file.close();
            QMimeData mime;
            mime.setUrls({QUrl::fromLocalFile(path)});
            auto* page = program.window.findChild<CreatePage*>();
            // Qt passes a drop on to where the dragging was accepted.
            QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(page, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(page, &event);
        };
        const auto form = [&] {
            return generateRequestJson(program.window.findChild<RequestPanel*>()->request());
        };
        prompt->setPlainText("before");
        negative->setPlainText("dust");
        program.setSteps(9);
        program.find<SliderField>("cfg")->setValue(3);
        program.find<QSpinBox>("count")->setValue(5);
        const auto before = form();

        const std::string fooocus = test::pngText("fooocus_scheme", "fooocus");
        drop("damaged.png", test::png(fooocus + test::pngText("parameters", "{\"prompt\": \"a dog\"")));
        QVERIFY2(program.notice().contains("Fooocus"), qPrintable(program.notice()));
        QCOMPARE(form(), before);
        drop("unknown.png", test::png(test::pngText("parameters", "{\"steps\": 3}")));
        QVERIFY2(program.notice().contains("does not know"), qPrintable(program.notice()));
        QCOMPARE(form(), before);
        drop("holiday.jpg", test::jpeg(test::jpegSegment(0xFE, "My holiday")));
        QVERIFY2(program.notice().contains("carries no settings"), qPrintable(program.notice()));
        QCOMPARE(form(), before);

        drop("little.png", test::png(fooocus + test::pngText("parameters", "{\"prompt\": \"a dog\"}")));
        QCOMPARE(prompt->toPlainText(), "a dog");
        QCOMPARE(negative->toPlainText(), "dust");
        QCOMPARE(program.find<SliderField>("steps")->value(), 9.0);
        QCOMPARE(program.find<SliderField>("cfg")->value(), 3.0);
        QCOMPARE(program.find<QSpinBox>("count")->value(), 5);
        QVERIFY2(program.notice().contains("Fooocus"), qPrintable(program.notice()));

        const auto comment = [](const char16_t* text) {
            return test::exifBlock(std::string("UNICODE\0", 8) + test::utf16(text, false), true);
        };
        drop("told.JPG", test::jpegWithExif(comment(u"un café\nNegative prompt: fog\nSteps: 12, Seed: 4")));
        QCOMPARE(prompt->toPlainText(), QString::fromUtf8("un café"));
        QCOMPARE(negative->toPlainText(), "fog");
        QCOMPARE(program.find<SliderField>("steps")->value(), 12.0);
        QCOMPARE(program.find<SliderField>("cfg")->value(), 3.0);
        QCOMPARE(program.find<QLineEdit>("seed")->text(), "4");
        QVERIFY2(program.notice().contains("Stable Diffusion WebUI"), qPrintable(program.notice()));
        program.window.openFiles({home_->file("little.png")});
        QCOMPARE(prompt->toPlainText(), "a dog");
        drop("told.webp", test::webp(test::webpChunk("EXIF", comment(u"a cat\nSteps: 13, CFG scale: 200"))));
        QCOMPARE(prompt->toPlainText(), "a cat");
        QCOMPARE(program.find<SliderField>("steps")->value(), 13.0);
        QVERIFY2(program.notice().contains("except 2"), qPrintable(program.notice()));  // CFG, seed
    }

    void aPictureWithoutSettingsIsToldAndChangesNothing() {
        const QString path = home_->file("plain.png");
        QImage picture(8, 8, QImage::Format_RGB888);
        picture.fill(Qt::blue);
        QVERIFY(picture.save(path));
        Program program(home_->data());
        AFA_TRY(program.ready());
        const QString prompt = program.find<QPlainTextEdit>("prompt")->toPlainText();
        program.window.openFiles({path});
        QVERIFY2(program.notice().contains("no settings"), qPrintable(program.notice()));
        QCOMPARE(program.find<QPlainTextEdit>("prompt")->toPlainText(), prompt);
    }

    void thePromptsTokensAreCountedAndWhatIsCutIsMarked() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto* prompt = program.find<QPlainTextEdit>("prompt");
        auto* count = program.window.findChild<QLabel*>("tokenCount");
        prompt->setPlainText("a cat");
        AFA_TRY(count->text() == "2 / 75");
        QVERIFY(prompt->extraSelections().isEmpty());
        QString longPrompt = "cat";
        for (int i = 1; i < 75; ++i)
            longPrompt += " cat";
        prompt->setPlainText(longPrompt + " ümlaut dog");
        QCOMPARE(prompt->extraSelections().size(), 1);
        QCOMPARE(prompt->extraSelections().first().cursor.selectedText().trimmed(), "ümlaut dog");
        QVERIFY(prompt->extraSelections().first().format.fontStrikeOut());
    }

    void generateWithoutModelsSaysWhatToDo() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        while (program.studio.ensemble().rowCount() > 0)
            program.studio.ensemble().removeAt(0);
        program.generate();
        QVERIFY2(program.notice().contains("Library"), qPrintable(program.notice()));
        QVERIFY(program.studio.queue().entries().isEmpty());
    }

    void aModelThatIsDeletedWhileChosenFailsInWordsAndTheQueueGoesOn() {
        const auto copy = home_->file("models/copy");
        QDir().mkpath(home_->file("models"));
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        const QString demo = program.studio.ensemble().paths().first();
        std::filesystem::copy(demo.toStdString(), copy.toStdString(),
                              std::filesystem::copy_options::recursive);
        program.studio.library().addFolder(home_->file("models"));
        AFA_TRY(program.studio.library().find(copy) != nullptr);
        program.studio.ensemble().set({copy}, 0, {}, "single:0");
        QDir(copy).removeRecursively();
        program.setSteps(2);
        program.generate();
        AFA_TRY(!program.studio.queue().entries().isEmpty() &&
                program.studio.queue().entries().last().state == QueueEntry::State::Failed);
        QVERIFY2(program.notice().contains("copy"), qPrintable(program.notice()));
        program.studio.ensemble().set({demo}, 0, {}, "single:0");
        program.generate();
        AFA_TRY(program.studio.gallery().size() == 1);
    }

    // Qt triggers neither of two actions with one shortcut.
    void aSecondProgramOnTheSameDataSaysSoAndLeaves() {
        Program program(home_->data());
        QString message;
        try {
            Studio second(home_->data());
        } catch (const FileError& error) {
            message = QString::fromUtf8(error.what());
        }
        QVERIFY2(message.contains("already open"), qPrintable(message));
    }

    void settingsAndPageComeBack() {
        {
            Program program(home_->data());
            AFA_TRY(program.ready());
            program.find<QPlainTextEdit>("prompt")->setPlainText("kept");
            program.find<QComboBox>("sampler")->setCurrentIndex(3);
            program.setSeed("77");
            program.window.showPage("queue");
            program.window.close();
        }
        Program program(home_->data());
        QCOMPARE(program.find<QPlainTextEdit>("prompt")->toPlainText(), "kept");
        QCOMPARE(program.find<QComboBox>("sampler")->currentIndex(), 3);
        QCOMPARE(program.find<QLineEdit>("seed")->text(), "77");
        QVERIFY2(program.find<QToolButton>("seedLock")->isChecked(), "a seed that was typed is kept");
        QVERIFY(program.find<QAction>("tab2")->isChecked());
    }
};

QTEST_MAIN(TestStudio)
#include "test_studio.moc"
