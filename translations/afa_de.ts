<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Message</name>
    <message>
        <source>%1: made for %2 base models, found %3; give as many --model as the aggregator joins</source>
        <translation>%1: für %2 Basismodelle gemacht, gewählt sind %3; wählen Sie so viele Modelle, wie der Aggregator verbindet</translation>
    </message>
    <message>
        <source>%1: does not say which base models it was trained with; taken as they are given</source>
        <translation>%1: sagt nicht, mit welchen Basismodellen er trainiert wurde; sie werden in der gegebenen Reihenfolge genommen</translation>
    </message>
    <message>
        <source>the aggregator was trained with these base models in another order; they run as it knows them: %1</source>
        <translation>Der Aggregator wurde mit diesen Basismodellen in anderer Reihenfolge trainiert; sie laufen so, wie er sie kennt: %1</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5; leave one out, or say --allow-same-models</source>
        <translation>Die Modelle %1 und %2 haben dieselben Gewichte (Kosinus %3): %4 und %5; lassen Sie eines weg, oder erlauben Sie gleiche Modelle (--allow-same-models)</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5</source>
        <translation>Die Modelle %1 und %2 haben dieselben Gewichte (Kosinus %3): %4 und %5</translation>
    </message>
    <message>
        <source>the noise weights do not sum to 1; divided by their sum</source>
        <translation>Die Gewichte des Rauschens ergeben zusammen nicht 1; sie wurden durch ihre Summe geteilt</translation>
    </message>
    <message>
        <source>the %1 has %2 tokens, %3 fit; not used: &quot;%4&quot;</source>
        <translation>Der %1 hat %2 Token, %3 passen hinein; nicht verwendet: „%4“</translation>
    </message>
    <message>
        <source>the sampler produced NaN or infinity (seed %1): a base model is damaged, or --precision %2 is too narrow for it; try --precision fp32</source>
        <translation>Der Sampler lieferte Zahlen, die nicht endlich sind (Startwert %1): Ein Basismodell ist beschädigt, oder die Genauigkeit %2 reicht ihm nicht; versuchen Sie fp32</translation>
    </message>
    <message>
        <source>%1 is %2; these models take multiples of %3</source>
        <translation>%1 ist %2; diese Modelle brauchen Vielfache von %3</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3 to %4</source>
        <translation>%1 ist %2; erlaubt ist %3 bis %4</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: %2; use --device cpu</source>
        <translation>Gerät „%1“: %2; wählen Sie den Prozessor (--device cpu)</translation>
    </message>
    <message>
        <source>the graphics card ran out of memory%1</source>
        <translation>Der Speicher der Grafikkarte reicht nicht%1</translation>
    </message>
    <message>
        <source>the machine ran out of memory%1</source>
        <translation>Der Arbeitsspeicher reicht nicht%1</translation>
    </message>
    <message>
        <source>; use a smaller picture, fewer pictures at once, fewer models or --precision bf16, or close other programs%1</source>
        <translation>; wählen Sie ein kleineres Bild, weniger Bilder auf einmal, weniger Modelle oder die Genauigkeit bf16, oder schließen Sie andere Programme%1</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>negative Prompt</translation>
    </message>
    <message>
        <source>model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the ensemble hardly uses it (collapse); leave it out, or lower --lr</source>
        <translation>Modell %1 (%2) hat in %3 von %4 Stufen weniger als 1 % des Gewichts: Das Ensemble nutzt es kaum (Kollaps); lassen Sie es weg, oder senken Sie die Lernrate</translation>
    </message>
    <message>
        <source>step %1: gradients not finite (NaN or infinite), step not taken</source>
        <translation>Schritt %1: Gradienten nicht endlich (NaN oder unendlich), der Schritt wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>expected at least %1 captioned pictures, of which %2 are held out for validation, found %3; add pictures, or name some for validation with --validation</source>
        <translation>Es braucht mindestens %1 Bilder mit Beschriftung, von denen %2 zur Prüfung zurückgehalten werden; gefunden wurden %3. Fügen Sie Bilder hinzu, oder nennen Sie eigene zur Prüfung (--validation)</translation>
    </message>
    <message>
        <source>the training data changed since the run was started; it goes on, but not as it would have</source>
        <translation>Die Trainingsdaten haben sich seit dem Beginn des Laufs geändert; er geht weiter, aber nicht so, wie er es sonst getan hätte</translation>
    </message>
    <message>
        <source>the training state could not be saved: %1</source>
        <translation>Der Stand des Trainings konnte nicht gesichert werden: %1</translation>
    </message>
    <message>
        <source>%1: holds a training run already; go on with --resume, or name another folder</source>
        <translation>%1: enthält schon einen Trainingslauf; setzen Sie ihn fort, oder nennen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run to resume, found none; check the path, or start the run without --resume</source>
        <translation>%1: Erwartet wird der Stand eines Trainings zum Fortsetzen, es gibt keinen; den Pfad prüfen oder das Training ohne --resume beginnen</translation>
    </message>
    <message>
        <source>%1: is not the base model that %2 was started with (its weights differ); put that one back, or start a new run</source>
        <translation>%1: ist nicht das Basismodell, mit dem %2 begonnen wurde (andere Gewichte); stellen Sie jenes wieder her, oder beginnen Sie einen neuen Lauf</translation>
    </message>
    <message>
        <source>%1: stopped, but the state of step %2 could not be saved; what was saved before is still there</source>
        <translation>%1: angehalten, aber der Stand von Schritt %2 konnte nicht gesichert werden; was vorher gesichert wurde, ist noch da</translation>
    </message>
    <message>
        <source>%1: cannot be written (full disk or read-only folder?); training goes on, and the history is kept in memory and in the next state that can be saved</source>
        <translation>%1: nicht beschreibbar (Platte voll oder Ordner schreibgeschützt?); das Training geht weiter, der Verlauf bleibt im Speicher und im nächsten Stand, der sich sichern lässt</translation>
    </message>
    <message>
        <source>%1: this cache entry is made anew: %2</source>
        <translation>%1: Dieser Eintrag des Zwischenspeichers wird neu gemacht: %2</translation>
    </message>
    <message>
        <source>%1 of %2 texts are longer than the %3 tokens a text encoder takes; their ends are not used</source>
        <translation>%1 von %2 Texten sind länger als die %3 Token, die ein Text-Encoder aufnimmt; ihr Ende wird nicht verwendet</translation>
    </message>
    <message>
        <source>training data: no picture with a text that can be used, of %1 entries</source>
        <translation>Trainingsdaten: unter %1 Einträgen kein Bild mit brauchbarem Text</translation>
    </message>
    <message>
        <source>training data: none of the %1 pictures can be decoded; the last: %2</source>
        <translation>Trainingsdaten: Keines der %1 Bilder lässt sich lesen; das letzte: %2</translation>
    </message>
    <message>
        <source>training data: %1 of %2 entries cannot be used, more than the share of %3 that --max-bad allows: %4</source>
        <translation>Trainingsdaten: %1 von %2 Einträgen sind nicht brauchbar, mehr als der erlaubte Anteil %3 (--max-bad): %4</translation>
    </message>
    <message>
        <source>%1: training data: the file is empty</source>
        <translation>%1: Trainingsdaten: Die Datei ist leer</translation>
    </message>
    <message>
        <source>%1: training data: expected JSON lines {&quot;image&quot;, &quot;text&quot;}, JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns image and text, separated by commas; found none of these</source>
        <translation>%1: Trainingsdaten: erwartet werden JSON-Zeilen {&quot;image&quot;, &quot;text&quot;}, Annotationen von JourneyDB, COCO-Beschriftungen (JSON) oder CSV, dessen erste Zeile die Spalten image und text nennt, durch Kommas getrennt; nichts davon wurde gefunden</translation>
    </message>
    <message>
        <source>%1: image missing: %2</source>
        <translation>%1: Bild fehlt: %2</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>Bild fehlt: %1</translation>
    </message>
    <message>
        <source>%1: empty caption</source>
        <translation>%1: leere Beschriftung</translation>
    </message>
    <message>
        <source>empty caption</source>
        <translation>leere Beschriftung</translation>
    </message>
    <message>
        <source>%1: damaged picture: %2</source>
        <translation>%1: beschädigtes Bild: %2</translation>
    </message>
    <message>
        <source>it ends early, after %1 bytes; copy it again</source>
        <translation>Es endet zu früh, nach %1 Bytes; kopieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1: expected a JPEG, PNG, WebP or BMP picture, found %2</source>
        <translation>%1: erwartet wird ein Bild in JPEG, PNG, WebP oder BMP, gefunden: %2</translation>
    </message>
    <message>
        <source>the merge could not be scored: expected a finite number; the pictures or the models are damaged</source>
        <translation>Die Mischung ließ sich nicht bewerten: Das Ergebnis ist keine endliche Zahl; die Bilder oder die Modelle sind beschädigt</translation>
    </message>
    <message>
        <source>%1: holds %2 already; go on with the search there with --resume, or name another folder</source>
        <translation>%1: enthält schon %2; setzen Sie die Suche dort fort, oder nennen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>%1: the search was started with other models than lie at %2 and %3 now; put those back, or start a new search</source>
        <translation>%1: Die Suche wurde mit anderen Modellen begonnen, als jetzt unter %2 und %3 liegen; stellen Sie jene wieder her, oder beginnen Sie eine neue Suche</translation>
    </message>
    <message>
        <source>%1 tensors passed over (EMA copies, buffers, training leftovers)</source>
        <translation>%1 Tensoren übergangen (EMA-Kopien, Puffer, Reste des Trainings)</translation>
    </message>
    <message>
        <source>a U-Net alone: text encoder and VAE must come from another model</source>
        <translation>nur ein U-Net: Text-Encoder und VAE müssen aus einem anderen Modell kommen</translation>
    </message>
    <message>
        <source>%1 layout for %2 models, %3 stages</source>
        <translation>Aufbau „%1“ für %2 Modelle, %3 Stufen</translation>
    </message>
    <message>
        <source>not bound to base models</source>
        <translation>nicht an Basismodelle gebunden</translation>
    </message>
    <message>
        <source>made for %1 (%2)</source>
        <translation>gemacht für %1 (%2)</translation>
    </message>
    <message>
        <source>passed over: %1</source>
        <translation>übergangen: %1</translation>
    </message>
    <message>
        <source>it has no U-Net</source>
        <translation>Es hat kein U-Net</translation>
    </message>
    <message>
        <source>none of its %1 tensors belongs to a U-Net, VAE or text encoder</source>
        <translation>keiner der %1 Tensoren gehört zu einem U-Net, VAE oder Text-Encoder</translation>
    </message>
    <message>
        <source>%1: %2 is not supported as a base model; this program runs Stable Diffusion 1.x models</source>
        <translation>%1: %2 wird als Basismodell nicht unterstützt; dieses Programm verwendet Modelle von Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>%1: %2 is not supported; this program runs Stable Diffusion 1.x models</source>
        <translation>%1: %2 wird nicht unterstützt; dieses Programm verwendet Modelle von Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, VAE or text encoder</source>
        <translation>%1: erwartet wird ein Modell von Stable Diffusion, gefunden wurden %2 Tensoren, keiner von einem U-Net, VAE oder Text-Encoder</translation>
    </message>
    <message>
        <source>%1: expected a model file or directory, found nothing; check the path (models are not downloaded)</source>
        <translation>%1: Hier ist keine Modelldatei und kein Modellordner; prüfen Sie den Pfad (Modelle werden nicht heruntergeladen)</translation>
    </message>
    <message>
        <source>%1: expected a folder of models, found %2; choose another folder, or attach the disk it is on</source>
        <translation>%1: kein Ordner mit Modellen (%2); wählen Sie einen anderen Ordner, oder schließen Sie den Datenträger an</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: %2</source>
        <translation>%1: keine Checkpoint-Datei: %2</translation>
    </message>
    <message>
        <source>the file is empty; download it again</source>
        <translation>Die Datei ist leer; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>an HTML page, as a failed download leaves; download it again</source>
        <translation>eine HTML-Seite, wie ein misslungener Download sie hinterlässt; laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or download the file</source>
        <translation>ein git-LFS-Zeiger auf eine Datei%1, nicht die Datei selbst; führen Sie `git lfs pull` aus, oder laden Sie die Datei herunter</translation>
    </message>
    <message>
        <source> of %1 bytes</source>
        <translation> von %1 Bytes</translation>
    </message>
    <message>
        <source>it begins with zero bytes only, as an interrupted download leaves; download it again</source>
        <translation>Sie beginnt nur mit Nullbytes, wie nach einem abgebrochenen Download; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>%1: truncated: expected %2 bytes at byte %3, found %4; download it again</source>
        <translation>%1: abgeschnitten: erwartet wurden %2 Bytes ab Byte %3, vorhanden sind %4; laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>%1; the old file is untouched</source>
        <translation>%1; die alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>%1: cannot write: a directory of this name exists</source>
        <translation>%1: nicht beschreibbar: Es gibt einen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>%1: cannot write: there is no folder %2; create it first</source>
        <translation>%1: nicht beschreibbar: Den Ordner %2 gibt es nicht; legen Sie ihn erst an</translation>
    </message>
    <message>
        <source>%1: cannot write in the folder %2: %3</source>
        <translation>%1: Im Ordner %2 lässt sich nicht schreiben: %3</translation>
    </message>
    <message>
        <source>%1: cannot write: %2</source>
        <translation>%1: nicht beschreibbar: %2</translation>
    </message>
    <message>
        <source>disk full: %1 bytes wanted, %2 available</source>
        <translation>Platte voll: %1 Bytes gebraucht, %2 frei</translation>
    </message>
    <message>
        <source>%1: cannot open: %2</source>
        <translation>%1: lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1: not a regular file</source>
        <translation>%1: keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1: expected a folder to write to, found %2; name a folder that can be made</source>
        <translation>%1: kein Ordner, in den sich schreiben lässt (%2); nennen Sie einen, der sich anlegen lässt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem nur lesbar</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>It did not work. %1</source>
        <translation>Das ging nicht. %1</translation>
    </message>
    <message>
        <source>A file is missing or cannot be used. %1</source>
        <translation>Eine Datei fehlt oder ist nicht brauchbar. %1</translation>
    </message>
    <message>
        <source>The settings or the models do not fit together. %1</source>
        <translation>Die Einstellungen oder die Modelle passen nicht zusammen. %1</translation>
    </message>
    <message>
        <source>The content cannot be used. %1</source>
        <translation>Der Inhalt ist nicht brauchbar. %1</translation>
    </message>
    <message>
        <source>%1: its U-Net has another architecture than that of %2: expected %3; found %4. Only models of one architecture can be joined or compared</source>
        <translation>%1: Sein U-Net hat eine andere Architektur als das von %2: erwartet %3; gefunden %4. Nur Modelle einer Architektur lassen sich verbinden oder vergleichen</translation>
    </message>
    <message>
        <source>%1: the aggregator was not trained with this model; it stands in for %2</source>
        <translation>%1: Der Aggregator wurde nicht mit diesem Modell trainiert; es vertritt %2</translation>
    </message>
    <message>
        <source>reading the training data</source>
        <translation>die Trainingsdaten werden gelesen</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>%1 Bilder zum Trainieren, %2 zurückgehalten, %3 px</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, checkpointing %6</source>
        <translation>Aggregatoren: %1, %2 Millionen Parameter; %3 Schritte zu %4 Bildern, Basismodelle in %5, Zwischenstände neu berechnen: %6</translation>
    </message>
    <message>
        <source>the negative prompt has no part in a picture with --cfg 1</source>
        <translation>Der negative Prompt wirkt bei --cfg 1 nicht auf das Bild</translation>
    </message>
    <message>
        <source>%1: holds a finished aggregator already; name another folder</source>
        <translation>%1: enthält schon einen fertigen Aggregator; einen anderen Ordner angeben</translation>
    </message>
    <message>
        <source>%1 would replace a file of %2 %3: %4; choose another name</source>
        <translation>%1 würde eine Datei ersetzen, die zu %2 %3 gehört: %4; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>--output %1: the model is written as safetensors, which &quot;%2&quot; does not mean; name it .safetensors</source>
        <translation>--output %1: Das Modell wird als safetensors geschrieben, was „%2“ nicht bedeutet; .safetensors als Endung wählen</translation>
    </message>
    <message>
        <source>%1: another program works in this folder; wait until it ends, or name another folder</source>
        <translation>%1: In diesem Ordner arbeitet ein anderes Programm; warten, bis es endet, oder einen anderen Ordner angeben</translation>
    </message>
</context>
</TS>
