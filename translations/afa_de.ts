<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Message</name>
    <message>
        <source>%1: not valid JSON: the key &quot;%2&quot; appears twice</source>
        <translation>%1: kein gültiges JSON: der Schlüssel „%2“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>%1: not valid JSON: %2</source>
        <translation>%1: kein gültiges JSON: %2</translation>
    </message>
    <message>
        <source>%1: expected a tensor &quot;latents&quot; %2, found none</source>
        <translation>%1: erwartet wird ein Tensor „latents“ %2, es gibt keinen</translation>
    </message>
    <message>
        <source>%1: tensor &quot;latents&quot;: expected %2, found %3</source>
        <translation>%1: Tensor „latents“: erwartet %2, gefunden %3</translation>
    </message>
    <message>
        <source>%1: tensor &quot;latents&quot; holds values that are not finite</source>
        <translation>%1: Tensor „latents“ enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>a base model&apos;s noise prediction is not finite: it is damaged, or the precision is too narrow for it; try %1</source>
        <translation>Die Rauschvorhersage eines Basismodells ist nicht endlich: Es ist beschädigt, oder die Genauigkeit reicht ihm nicht; versuchen Sie %1</translation>
    </message>
    <message>
        <source>the compute library could not be opened from %1: %2; install AFA Studio again, or run packaging/run.sh to build it with libtorch</source>
        <translation>Die Rechenbibliothek ließ sich nicht aus %1 öffnen: %2; installieren Sie AFA Studio neu, oder bauen Sie sie mit libtorch (packaging/run.sh)</translation>
    </message>
    <message>
        <source>%1: its settings of %2</source>
        <translation>%1: seine Einstellungen von %2</translation>
    </message>
    <message>
        <source>%1: its settings of %2: expected a JSON object, found another JSON value</source>
        <translation>%1: seine Einstellungen von %2: erwartet wird ein JSON-Objekt, gefunden wurde ein anderer JSON-Wert</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>eine endliche Zahl</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>combine: expected weights [B, N, h, w] for %1 features, found %2%3</source>
        <translation>combine: erwartet werden Gewichte [B, N, h, w] für %1 Merkmale, gefunden %2%3</translation>
    </message>
    <message>
        <source> for features %1</source>
        <translation> für Merkmale %1</translation>
    </message>
    <message>
        <source>combineMean: expected features [B, C, h, w], found none</source>
        <translation>combineMean: erwartet werden Merkmale [B, C, h, w], es gibt keine</translation>
    </message>
    <message>
        <source>%1: damaged capability file: %2</source>
        <translation>%1: beschädigte Datei eines Entrauschungsvermögens: %2</translation>
    </message>
    <message>
        <source>%1: not a capability file: expected the metadata %2, found none</source>
        <translation>%1: keine Datei eines Entrauschungsvermögens: erwartet wird die Angabe %2, sie fehlt</translation>
    </message>
    <message>
        <source>block weights need maps, and this record has none: no stage was joined by an aggregator</source>
        <translation>Blockgewichte brauchen Karten, und diese Aufzeichnung hat keine: Kein Aggregator hat eine Stufe verbunden</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made: %2</source>
        <translation>%1: Der Ordner lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>%1: not a maps file: expected the metadata %2, found none</source>
        <translation>%1: keine Kartendatei: erwartet wird die Angabe %2, sie fehlt</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a different %1 per level</source>
        <translation>je Ebene ein anderes %1</translation>
    </message>
    <message>
        <source>%1: expected the tensor %2, found none among %3; the file is incomplete or no such model</source>
        <translation>%1: erwartet wird der Tensor %2, unter %3 ist er nicht; die Datei ist unvollständig oder kein solches Modell</translation>
    </message>
    <message>
        <source>%1: %2: expected at least %3 dimensions, none empty, found %4</source>
        <translation>%1: %2: erwartet werden mindestens %3 Dimensionen, keine leer, gefunden %4</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>ein Text wird erwartet</translation>
    </message>
    <message>
        <source>not a place in the memo</source>
        <translation>kein Platz im Memo</translation>
    </message>
    <message>
        <source>%1: a picture of %2 x %3 pixels cannot have %4 bytes</source>
        <translation>%1: ein Bild von %2 x %3 Pixeln kann nicht %4 Bytes haben</translation>
    </message>
    <message>
        <source>%1: the picture could not be encoded as PNG: %2</source>
        <translation>%1: Das Bild ließ sich nicht als PNG kodieren: %2</translation>
    </message>
    <message>
        <source>a UTF-16 text that ends within a letter; save it as UTF-8</source>
        <translation>ein Text in UTF-16, der mitten in einem Zeichen endet; speichern Sie ihn als UTF-8</translation>
    </message>
    <message>
        <source>a UTF-16 text with half a letter at byte %1; save it as UTF-8</source>
        <translation>ein Text in UTF-16 mit einem halben Zeichen bei Byte %1; speichern Sie ihn als UTF-8</translation>
    </message>
    <message>
        <source>a text in UTF-32; save it as UTF-8</source>
        <translation>ein Text in UTF-32; speichern Sie ihn als UTF-8</translation>
    </message>
    <message>
        <source>a zero byte at byte %1: a text in UTF-16 without its mark, or no text; save it as UTF-8</source>
        <translation>ein Nullbyte bei Byte %1: ein Text in UTF-16 ohne seine Kennung, oder kein Text; speichern Sie ihn als UTF-8</translation>
    </message>
    <message>
        <source>a text chunk without its separator</source>
        <translation>ein Textblock ohne sein Trennzeichen</translation>
    </message>
    <message>
        <source>zlib is not available</source>
        <translation>zlib ist nicht verfügbar</translation>
    </message>
    <message>
        <source>a compressed text cannot be unpacked</source>
        <translation>ein gepackter Text lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>%1: expected non-negative integers, found %2</source>
        <translation>%1: erwartet werden nicht negative ganze Zahlen, gefunden %2</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; is too large: %3</source>
        <translation>%1: Tensor „%2“ ist zu groß: %3</translation>
    </message>
    <message>
        <source>%1: two tensors are named &quot;%2&quot;</source>
        <translation>%1: zwei Tensoren heißen „%2“</translation>
    </message>
    <message>
        <source>%1: header</source>
        <translation>%1: Kopf</translation>
    </message>
    <message>
        <source>%1: the header is larger than the format allows</source>
        <translation>%1: Der Kopf ist größer, als das Format erlaubt</translation>
    </message>
    <message>
        <source>%1: expected a text file of at most %2 bytes, found %3</source>
        <translation>%1: erwartet wird eine Textdatei von höchstens %2 Bytes, gefunden %3</translation>
    </message>
    <message>
        <source>two zip entries end in data.pkl</source>
        <translation>zwei Zip-Einträge enden auf data.pkl</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: a zip archive without PyTorch&apos;s data.pkl; unpack it first</source>
        <translation>%1: keine Checkpoint-Datei: ein Zip-Archiv ohne das data.pkl von PyTorch; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>%1: a TorchScript program, which is never run; save its state_dict with torch.save instead</source>
        <translation>%1: ein TorchScript-Programm, das nie ausgeführt wird; speichern Sie stattdessen sein state_dict mit torch.save</translation>
    </message>
    <message>
        <source>%1: expected a non-negative integer</source>
        <translation>%1: erwartet wird eine nicht negative ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>a list of numbers holds the weights of two models, found %1; write the recipe as .json</source>
        <translation>eine Liste von Zahlen fasst die Gewichte zweier Modelle, gefunden %1; schreiben Sie das Rezept als .json</translation>
    </message>
    <message>
        <source>internal: no torch type for %1</source>
        <translation>intern: kein Typ von torch für %1</translation>
    </message>
    <message>
        <source>unknown device &apos;%1&apos;; expected auto, cpu, cuda or cuda:N</source>
        <translation>unbekanntes Gerät „%1“; erwartet wird auto, cpu, cuda oder cuda:N</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: %2; use %3</source>
        <translation>Gerät „%1“: %2; wählen Sie %3</translation>
    </message>
    <message>
        <source>device &apos;%1&apos;: this machine has %2 CUDA device(s), counted from 0</source>
        <translation>Gerät „%1“: Dieser Rechner hat %2 CUDA-Gerät(e), gezählt ab 0</translation>
    </message>
    <message>
        <source>unknown precision &apos;%1&apos;; expected auto, fp32, bf16 or fp16</source>
        <translation>unbekannte Präzision „%1“; erwartet wird auto, fp32, bf16 oder fp16</translation>
    </message>
    <message>
        <source>%1: no such file (a tokenizer&apos;s)</source>
        <translation>%1: Diese Datei (eines Tokenizers) gibt es nicht</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1: nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: expected a tokenizer&apos;s text file, found something that is not a plain file</source>
        <translation>%1: erwartet wird die Textdatei eines Tokenizers, gefunden wurde etwas, das keine gewöhnliche Datei ist</translation>
    </message>
    <message>
        <source>%1: %2 bytes is too large for a tokenizer&apos;s file (at most %3)</source>
        <translation>%1: %2 Bytes sind zu viel für die Datei eines Tokenizers (höchstens %3)</translation>
    </message>
    <message>
        <source>%1: token %2 is not in the vocabulary of %3 tokens</source>
        <translation>%1: Das Token %2 ist nicht im Vokabular von %3 Token</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>Bild fehlt: %1</translation>
    </message>
    <message>
        <source>%1: training data: COCO captions: expected a list &quot;%2&quot;</source>
        <translation>%1: Trainingsdaten: COCO-Beschriftungen: erwartet wird eine Liste „%2“</translation>
    </message>
    <message>
        <source>%1: expected a tensor %2, found none</source>
        <translation>%1: erwartet wird ein Tensor %2, es gibt keinen</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run, found %2; check the path, or start the run without %3%4</source>
        <translation>%1: erwartet wird der Stand eines Trainingslaufs, gefunden: %2; prüfen Sie den Pfad, oder beginnen Sie den Lauf ohne %3%4</translation>
    </message>
    <message>
        <source>none that is sound</source>
        <translation>keiner, der heil ist</translation>
    </message>
</context>
<context>
    <name>afa::Message</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>SHA-256 is not available in this OpenSSL</source>
        <translation>SHA-256 ist in diesem OpenSSL nicht verfügbar</translation>
    </message>
    <message>
        <source>%1: expected a message, found another JSON value</source>
        <translation>%1: erwartet wird eine Meldung, gefunden wurde ein anderer JSON-Wert</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can be one number or two: a decimal fraction takes a point, %2; two numbers are %3.0</source>
        <translation>„%1“ kann eine Zahl sein oder zwei: Ein Dezimalbruch hat einen Punkt, %2; zwei Zahlen sind %3.0</translation>
    </message>
    <message>
        <source>; a decimal fraction takes a point (0.5, not 0,5)</source>
        <translation>; ein Dezimalbruch hat einen Punkt (0.5, nicht 0,5)</translation>
    </message>
    <message>
        <source>ddim, pndm, dpmpp-2m, euler or euler-a</source>
        <translation>ddim, pndm, dpmpp-2m, euler oder euler-a</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>das Rezept</translation>
    </message>
    <message>
        <source>%1: expected captioned pictures, found none to use</source>
        <translation>%1: erwartet werden beschriftete Bilder, es gibt keine brauchbaren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: expected the name of a file to write, found a folder</source>
        <translation>%1: erwartet wird der Name einer Datei, gefunden wurde ein Ordner</translation>
    </message>
    <message>
        <source>%1: does not say which models it is for; name them with %2</source>
        <translation>%1: sagt nicht, für welche Modelle es ist; nennen Sie sie mit %2</translation>
    </message>
    <message>
        <source>%1: does not say which files its models are; name them with %2</source>
        <translation>%1: sagt nicht, welche Dateien seine Modelle sind; nennen Sie sie mit %2</translation>
    </message>
    <message>
        <source>%1: does not fit its architecture: %2</source>
        <translation>%1: passt nicht zu seiner Architektur: %2</translation>
    </message>
    <message>
        <source>%1 is %2; these models take multiples of %3</source>
        <translation>%1 ist %2; diese Modelle brauchen Vielfache von %3</translation>
    </message>
    <message>
        <source>%1: its VAE makes latents of %2 channels, the U-Net takes %3; choose a VAE of the models&apos; family</source>
        <translation>%1: Seine VAE macht Latents mit %2 Kanälen, das U-Net nimmt %3; wählen Sie eine VAE aus der Familie der Modelle</translation>
    </message>
    <message>
        <source>%1: it predicts values that are not finite (NaN or infinite), though its weights are: %2</source>
        <translation>%1: Es sagt Werte vorher, die nicht endlich sind (NaN oder unendlich), obwohl seine Gewichte es sind: %2</translation>
    </message>
    <message>
        <source>even fp32 is too narrow for it; use another model</source>
        <translation>Selbst fp32 reicht ihm nicht; nehmen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>the precision %1 is too narrow for it; choose %2</source>
        <translation>Die Präzision %1 reicht ihm nicht; wählen Sie %2</translation>
    </message>
    <message>
        <source>the %1 has %2 tokens, %3 fit; not used: &quot;%4&quot;</source>
        <translation>Der %1 hat %2 Token, %3 passen hinein; nicht verwendet: „%4“</translation>
    </message>
    <message>
        <source>the merge %1</source>
        <translation>die Verschmelzung %1</translation>
    </message>
    <message>
        <source>%1: its U-Net made values that are not finite (NaN or infinite) at sampler step %2, stage %3 (seed %4), though its weights are: %5</source>
        <translation>%1: Sein U-Net lieferte Werte, die nicht endlich sind (NaN oder unendlich), bei Samplerschritt %2, Stufe %3 (Startwert %4), obwohl seine Gewichte es sind: %5</translation>
    </message>
    <message>
        <source>the sampler produced NaN or infinity (seed %1): a base model is damaged, or %2 is too narrow for it; try %3</source>
        <translation>Der Sampler lieferte Zahlen, die nicht endlich sind (Startwert %1): Ein Basismodell ist beschädigt, oder %2 reicht ihm nicht; versuchen Sie %3</translation>
    </message>
    <message>
        <source>%1: its VAE made values that are not finite in %2; the picture was decoded once more in fp32</source>
        <translation>%1: Seine VAE lieferte in %2 Werte, die nicht endlich sind; das Bild wurde noch einmal in fp32 dekodiert</translation>
    </message>
    <message>
        <source>%1: its VAE made values that are not finite (NaN or infinite) from sound latents, in fp32 too; use another VAE (%2)</source>
        <translation>%1: Seine VAE lieferte aus heilen Latents Werte, die nicht endlich sind (NaN oder unendlich), auch in fp32; nehmen Sie eine andere VAE (%2)</translation>
    </message>
    <message>
        <source>the noise weights do not sum to 1; divided by their sum</source>
        <translation>Die Gewichte des Rauschens ergeben zusammen nicht 1; sie wurden durch ihre Summe geteilt</translation>
    </message>
    <message>
        <source>%1: expected an aggregator, found %2; check the path%3</source>
        <translation>%1: erwartet wird ein Aggregator, gefunden: %2; prüfen Sie den Pfad%3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: does not say which base models it was trained with; taken as they are given</source>
        <translation>%1: sagt nicht, mit welchen Basismodellen er trainiert wurde; sie werden in der gegebenen Reihenfolge genommen</translation>
    </message>
    <message>
        <source>%1: the aggregator was not trained with this model; it stands in for %2</source>
        <translation>%1: Der Aggregator wurde nicht mit diesem Modell trainiert; es vertritt %2</translation>
    </message>
    <message>
        <source>the aggregator was trained with these base models in another order; they run as it knows them: %1</source>
        <translation>Der Aggregator wurde mit diesen Basismodellen in anderer Reihenfolge trainiert; sie laufen so, wie er sie kennt: %1</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>negative Prompt</translation>
    </message>
    <message>
        <source>the negative prompt has no part in a picture with %1</source>
        <translation>Der negative Prompt wirkt bei %1 nicht auf das Bild</translation>
    </message>
    <message>
        <source>%1: its text encoder knows %2 tokens, the host&apos;s tokenizer gave number %3; choose a %4 whose tokenizer all models share</source>
        <translation>%1: Sein Text-Encoder kennt %2 Token, der Tokenizer des Hauptmodells gab die Nummer %3; wählen Sie mit %4 ein Hauptmodell, dessen Tokenizer alle Modelle teilen</translation>
    </message>
    <message>
        <source>%1: its text encoder is %2 wide, its U-Net takes %3</source>
        <translation>%1: Sein Text-Encoder ist %2 breit, sein U-Net nimmt %3</translation>
    </message>
    <message>
        <source>%1: its text encoder made values that are not finite (NaN or infinite), though its weights are: %2</source>
        <translation>%1: Sein Text-Encoder lieferte Werte, die nicht endlich sind (NaN oder unendlich), obwohl seine Gewichte es sind: %2</translation>
    </message>
    <message>
        <source>models %1 (%2) and %3 (%4) hold the same weights (cosine %5); leave one out</source>
        <translation>Die Modelle %1 (%2) und %3 (%4) haben dieselben Gewichte (Kosinus %5); lassen Sie eines weg</translation>
    </message>
    <message>
        <source>routing gain %1%, 95% interval %2% to %3%</source>
        <translation>Gewinn durch Zuteilung %1 %, 95-%-Intervall %2 % bis %3 %</translation>
    </message>
    <message>
        <source>not worth training: the models hardly differ in what they are good at (%1, under 2%)</source>
        <translation>Ein Training lohnt sich nicht: Die Modelle unterscheiden sich kaum darin, was sie gut können (%1, unter 2 %)</translation>
    </message>
    <message>
        <source>not worth training as measured, but not certain: take more %1 (%2)</source>
        <translation>Nach dieser Messung lohnt sich ein Training nicht, aber das ist nicht sicher: Nehmen Sie mehr %1 (%2)</translation>
    </message>
    <message>
        <source>probably worth training, but not certain: take more %1 (%2)</source>
        <translation>Ein Training lohnt sich wahrscheinlich, aber das ist nicht sicher: Nehmen Sie mehr %1 (%2)</translation>
    </message>
    <message>
        <source>worth training: the models are good at different places (%1)</source>
        <translation>Ein Training lohnt sich: Die Modelle sind an verschiedenen Stellen gut (%1)</translation>
    </message>
    <message>
        <source>%1: holds a training run already; go on with %2, or name another folder</source>
        <translation>%1: enthält schon einen Trainingslauf; setzen Sie ihn fort (%2), oder nennen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>%1: expected the state of a training run to resume, found none; check the path, or start the run without %2</source>
        <translation>%1: erwartet wird der Stand eines Trainingslaufs zum Fortsetzen, es gibt keinen; prüfen Sie den Pfad, oder beginnen Sie den Lauf ohne %2</translation>
    </message>
    <message>
        <source>%1: holds a finished aggregator already; name another folder</source>
        <translation>%1: enthält schon einen fertigen Aggregator; einen anderen Ordner angeben</translation>
    </message>
    <message>
        <source>the run was trained by %1 processes and goes on with %2: its steps hold another number of pictures now</source>
        <translation>Der Lauf wurde von %1 Prozessen trainiert und geht mit %2 weiter: Seine Schritte umfassen nun eine andere Zahl von Bildern</translation>
    </message>
    <message>
        <source>the training state could not be saved: %1</source>
        <translation>Der Stand des Trainings konnte nicht gesichert werden: %1</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>models %1 and %2 hold the same weights (cosine %3): %4 and %5</source>
        <translation>Die Modelle %1 und %2 haben dieselben Gewichte (Kosinus %3): %4 und %5</translation>
    </message>
    <message>
        <source>%1; leave one out, or say %2</source>
        <translation>%1; lassen Sie eines weg, oder erlauben Sie gleiche Modelle (%2)</translation>
    </message>
    <message>
        <source>%1: is not the base model that %2 was started with (its weights differ); put that one back, or start a new run</source>
        <translation>%1: ist nicht das Basismodell, mit dem %2 begonnen wurde (andere Gewichte); stellen Sie jenes wieder her, oder beginnen Sie einen neuen Lauf</translation>
    </message>
    <message>
        <source>reading the training data</source>
        <translation>die Trainingsdaten werden gelesen</translation>
    </message>
    <message>
        <source>the training data changed since the run was started; it goes on, but not as it would have</source>
        <translation>Die Trainingsdaten haben sich seit dem Beginn des Laufs geändert; er geht weiter, aber nicht so, wie er es sonst getan hätte</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>%1 Bilder zum Trainieren, %2 zurückgehalten, %3 px</translation>
    </message>
    <message>
        <source>%1: cannot be written (full disk or read-only folder?); training goes on, and the history is kept in memory and in the next state that can be saved</source>
        <translation>%1: nicht beschreibbar (Platte voll oder Ordner schreibgeschützt?); das Training geht weiter, der Verlauf bleibt im Speicher und im nächsten Stand, der sich sichern lässt</translation>
    </message>
    <message>
        <source>aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, checkpointing %6</source>
        <translation>Aggregatoren: %1, %2 Millionen Parameter; %3 Schritte zu %4 Bildern, Basismodelle in %5, Zwischenstände neu berechnen: %6</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1: its state is of another aggregator than asked for</source>
        <translation>%1: Sein Stand ist von einem anderen Aggregator, als verlangt wird</translation>
    </message>
    <message>
        <source>step %1: gradients not finite (NaN or infinite), step not taken</source>
        <translation>Schritt %1: Gradienten nicht endlich (NaN oder unendlich), der Schritt wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1: stopped, but the state of step %2 could not be saved; what was saved before is still there</source>
        <translation>%1: angehalten, aber der Stand von Schritt %2 konnte nicht gesichert werden; was vorher gesichert wurde, ist noch da</translation>
    </message>
    <message>
        <source>expected at least %1 captioned pictures, of which %2 are held out for validation, found %3; add pictures, or name some for validation with %4</source>
        <translation>Es braucht mindestens %1 Bilder mit Beschriftung, von denen %2 zur Prüfung zurückgehalten werden; gefunden wurden %3. Fügen Sie Bilder hinzu, oder nennen Sie eigene zur Prüfung (%4)</translation>
    </message>
    <message>
        <source>the aggregator asked for</source>
        <translation>der verlangte Aggregator</translation>
    </message>
    <message>
        <source>%1: expected a list that ends with these models&apos; last stage, %2, so that one noise prediction comes out</source>
        <translation>%1: erwartet wird eine Liste, die mit der letzten Stufe dieser Modelle endet, %2, damit eine einzige Rauschvorhersage herauskommt</translation>
    </message>
    <message>
        <source>the sampler&apos;s steps: expected 1 to %1, found %2</source>
        <translation>Schritte des Samplers: erwartet werden 1 bis %1, gefunden %2</translation>
    </message>
    <message>
        <source>the sampler&apos;s first step: expected 0 to %1, found %2</source>
        <translation>erster Schritt des Samplers: erwartet wird 0 bis %1, gefunden %2</translation>
    </message>
    <message>
        <source>unknown sampler &quot;%1&quot;; expected %2</source>
        <translation>unbekannter Sampler „%1“; erwartet wird %2</translation>
    </message>
    <message>
        <source>eta is defined for the sampler ddim only, not for %1</source>
        <translation>eta ist nur für den Sampler ddim definiert, nicht für %1</translation>
    </message>
    <message>
        <source>Karras noise levels are defined for dpmpp-2m and euler, not for %1</source>
        <translation>Rauschstufen nach Karras sind für dpmpp-2m und euler definiert, nicht für %1</translation>
    </message>
    <message>
        <source>the sampler&apos;s steps: too many for a schedule of %1 training timesteps; use fewer</source>
        <translation>Schritte des Samplers: zu viele für einen Plan von %1 Zeitschritten des Trainings; nehmen Sie weniger</translation>
    </message>
    <message>
        <source>%1: the timings would go there, but another file has this name; choose another %2</source>
        <translation>%1: Hierhin kämen die Zeiten, aber eine andere Datei hat diesen Namen; wählen Sie einen anderen Namen (%2)</translation>
    </message>
    <message>
        <source>%1: expected one or more modes</source>
        <translation>%1: erwartet wird mindestens ein Modus</translation>
    </message>
    <message>
        <source>%1 names a mode twice</source>
        <translation>%1 nennt einen Modus zweimal</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation>%1 und %2 schließen einander aus</translation>
    </message>
    <message>
        <source>%1 is of one mode, not for %2</source>
        <translation>%1 gilt für einen Modus, nicht für %2</translation>
    </message>
    <message>
        <source>%1 with %2: one picture (%3)</source>
        <translation>%1 mit %2: ein einziges Bild (%3)</translation>
    </message>
    <message>
        <source>%1: at most %2 pictures; fewer modes or %3</source>
        <translation>%1: höchstens %2 Bilder; wählen Sie weniger Modi oder weniger %3</translation>
    </message>
    <message>
        <source>%1 is for the mode %2, which %3 does not name</source>
        <translation>%1 ist für den Modus %2, den %3 nicht nennt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: not to be changed when a run is resumed; start a new one in another folder, or leave the option out</source>
        <translation>%1: nicht zu ändern, wenn ein Lauf fortgesetzt wird; beginnen Sie einen neuen in einem anderen Ordner, oder lassen Sie die Einstellung weg</translation>
    </message>
    <message>
        <source>no captioned pictures given (%1)</source>
        <translation>keine beschrifteten Bilder angegeben (%1)</translation>
    </message>
    <message>
        <source>%1 must be between 0 and 1</source>
        <translation>%1 muss zwischen 0 und 1 liegen</translation>
    </message>
    <message>
        <source>no picture given (%1)</source>
        <translation>kein Bild angegeben (%1)</translation>
    </message>
    <message>
        <source>no timesteps given (%1)</source>
        <translation>keine Zeitschritte angegeben (%1)</translation>
    </message>
    <message>
        <source>%1 names one twice</source>
        <translation>%1 nennt einen zweimal</translation>
    </message>
    <message>
        <source>a %1 per model</source>
        <translation>%1 je Modell</translation>
    </message>
    <message>
        <source>a whole number from 0 to 18446744073709551615</source>
        <translation>eine ganze Zahl von 0 bis 18446744073709551615</translation>
    </message>
    <message>
        <source>%1: its graph of ComfyUI has no sampler that this program knows</source>
        <translation>%1: Sein Graph von ComfyUI hat keinen Sampler, den dieses Programm kennt</translation>
    </message>
    <message>
        <source>%1: it holds ComfyUI&apos;s `workflow` without the `prompt` that was run</source>
        <translation>%1: enthält den `workflow` von ComfyUI ohne den `prompt`, der ausgeführt wurde</translation>
    </message>
    <message>
        <source>%1: its settings of InvokeAI: image: expected an object</source>
        <translation>%1: seine Einstellungen von InvokeAI: image: erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>%1: its `parameters` are JSON of a program that this one does not know: it has no &quot;prompt&quot;</source>
        <translation>%1: Seine `parameters` sind JSON eines Programms, das dieses nicht kennt: Es hat keinen &quot;prompt&quot;</translation>
    </message>
    <message>
        <source>%1: its settings of SwarmUI: sui_image_params: expected an object</source>
        <translation>%1: seine Einstellungen von SwarmUI: sui_image_params: erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>the VAE</source>
        <translation>der VAE</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>dem Modell</translation>
    </message>
    <message>
        <source>no base model given (%1)</source>
        <translation>kein Basismodell angegeben (%1)</translation>
    </message>
    <message>
        <source>%1 is %2; expected weighted, add-difference or mbw</source>
        <translation>%1 ist %2; erlaubt ist weighted, add-difference oder mbw</translation>
    </message>
    <message>
        <source>%1 is %2; expected same, fp16, bf16, fp32 or fp64</source>
        <translation>%1 ist %2; erlaubt ist same, fp16, bf16, fp32 oder fp64</translation>
    </message>
    <message>
        <source>%1 is %2; expected a preset&apos;s name (afa merge %3) or numbers</source>
        <translation>%1 ist %2; erlaubt ist der Name einer Vorgabe (afa merge %3) oder Zahlen</translation>
    </message>
    <message>
        <source>%1 and %2 are for %3, not for %4</source>
        <translation>%1 und %2 sind für %3, nicht für %4</translation>
    </message>
    <message>
        <source>%1 is not for %2</source>
        <translation>%1 ist nicht für %2</translation>
    </message>
    <message>
        <source>weights must be finite numbers</source>
        <translation>Gewichte müssen endliche Zahlen sein</translation>
    </message>
    <message>
        <source>no output given (%1)</source>
        <translation>keine Ausgabe angegeben (%1)</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 or more</source>
        <translation>%1 ist %2; erlaubt ist 0 oder mehr</translation>
    </message>
    <message>
        <source>%1: holds %2 already; go on with the search there with %3, or name another folder</source>
        <translation>%1: enthält schon %2; setzen Sie die Suche dort fort (%3), oder nennen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>%1: the search was started with other models than lie at %2 and %3 now; put those back, or start a new search</source>
        <translation>%1: Die Suche wurde mit anderen Modellen begonnen, als jetzt unter %2 und %3 liegen; stellen Sie jene wieder her, oder beginnen Sie eine neue Suche</translation>
    </message>
    <message>
        <source>%1: trials: expected shares of %2 blocks, found %3</source>
        <translation>%1: trials: erwartet werden Anteile von %2 Blöcken, gefunden %3</translation>
    </message>
    <message>
        <source>the merge could not be scored: expected a finite number; the pictures or the models are damaged</source>
        <translation>Die Mischung ließ sich nicht bewerten: Das Ergebnis ist keine endliche Zahl; die Bilder oder die Modelle sind beschädigt</translation>
    </message>
    <message>
        <source>the number of prompts</source>
        <translation>die Zahl der Prompts</translation>
    </message>
    <message>
        <source>no folder for the search given (%1)</source>
        <translation>kein Ordner für die Suche angegeben (%1)</translation>
    </message>
    <message>
        <source>%1: expected two models (%2), found %3</source>
        <translation>%1: erwartet werden zwei Modelle (%2), gefunden %3</translation>
    </message>
    <message>
        <source>%1 is %2; expected linear or binary-mid</source>
        <translation>%1 ist %2; erlaubt ist linear oder binary-mid</translation>
    </message>
    <message>
        <source>%1 must be one of 0, 0.1, .. 1</source>
        <translation>%1 muss 0, 0.1, .. oder 1 sein</translation>
    </message>
    <message>
        <source>nothing to score by: give captioned pictures (%1) or a command (%2)</source>
        <translation>Es gibt nichts, wonach bewertet wird: Geben Sie beschriftete Bilder (%1) oder einen Befehl (%2) an</translation>
    </message>
    <message>
        <source>%1 needs pictures to score: give prompts (%2, %3)</source>
        <translation>%1 braucht Bilder zum Bewerten: Geben Sie Prompts an (%2, %3)</translation>
    </message>
    <message>
        <source>%1 must be more than 0 and at most 86400 seconds</source>
        <translation>%1 muss größer als 0 und höchstens 86400 Sekunden sein</translation>
    </message>
    <message>
        <source>finite numbers with commas between them</source>
        <translation>endliche Zahlen mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>%1: expected the state of a search, found no file; name the folder that the search was started with%2</source>
        <translation>%1: erwartet wird der Stand einer Suche, es gibt keine Datei; nennen Sie den Ordner, mit dem die Suche begonnen wurde%2</translation>
    </message>
    <message>
        <source>&quot;afa.merge-search&quot;</source>
        <translation>&quot;afa.merge-search&quot;</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>%1: expected a folder of models, found %2; choose another folder, or attach the disk it is on%3</source>
        <translation>%1: kein Ordner mit Modellen (%2); wählen Sie einen anderen Ordner, oder schließen Sie den Datenträger an%3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>%1: expected MODEL:FIRST-LAST,.. such as 0:0-11,1:12-24</source>
        <translation>%1: erwartet wird MODELL:ERSTER-LETZTER,.. wie 0:0-11,1:12-24</translation>
    </message>
    <message>
        <source>%1: names model %2; there are %3, counted from 0</source>
        <translation>%1: nennt Modell %2; es gibt %3, gezählt ab 0</translation>
    </message>
    <message>
        <source>%1: expected steps within 0-%2, found %3-%4</source>
        <translation>%1: erwartet werden Schritte in 0-%2, gefunden %3-%4</translation>
    </message>
    <message>
        <source>%1: step %2 has two models</source>
        <translation>%1: Schritt %2 hat zwei Modelle</translation>
    </message>
    <message>
        <source>%1: step %2 has no model</source>
        <translation>%1: Schritt %2 hat kein Modell</translation>
    </message>
    <message>
        <source>a whole number that is not negative</source>
        <translation>eine ganze Zahl, die nicht negativ ist</translation>
    </message>
    <message>
        <source>%1 is for %2, not for %3</source>
        <translation>%1 ist für %2, nicht für %3</translation>
    </message>
    <message>
        <source>%1 needs %2, such as 0:0-11,1:12-24</source>
        <translation>%1 braucht %2, etwa 0:0-11,1:12-24</translation>
    </message>
    <message>
        <source>%1: a recipe&apos;s file and a recipe are given; one of them counts</source>
        <translation>%1: Die Datei eines Rezepts und ein Rezept sind angegeben; nur eines davon zählt</translation>
    </message>
    <message>
        <source>%1 needs two or more models</source>
        <translation>%1 braucht zwei Modelle oder mehr</translation>
    </message>
    <message>
        <source>%1 is for several models; a merge has its first model&apos;s tokenizer</source>
        <translation>%1 ist für mehrere Modelle; eine Verschmelzung hat den Tokenizer ihres ersten Modells</translation>
    </message>
    <message>
        <source>%1: expected %2 numbers, one per model, whose sum is not 0%3</source>
        <translation>%1: erwartet werden %2 Zahlen, eine je Modell, deren Summe nicht 0 ist%3</translation>
    </message>
    <message>
        <source>%1 sum to %2 instead of 1; divided by it, a model would have no part%3</source>
        <translation>%1: Die Summe ist %2 statt 1; durch sie geteilt, hätte ein Modell keinen Anteil%3</translation>
    </message>
    <message>
        <source>%1 is %2; expected 1 or 2</source>
        <translation>%1 ist %2; erlaubt ist 1 oder 2</translation>
    </message>
    <message>
        <source>%1 must be a finite number</source>
        <translation>%1 muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>%1: expected one number or %2, one per model, found %3</source>
        <translation>%1: erwartet wird eine Zahl oder %2, eine je Modell, gefunden %3</translation>
    </message>
    <message>
        <source>%1 must be finite numbers</source>
        <translation>%1 müssen endliche Zahlen sein</translation>
    </message>
    <message>
        <source>%1: expected one or %2, one per model, found %3</source>
        <translation>%1: erwartet wird einer oder %2, einer je Modell, gefunden %3</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3</source>
        <translation>%1 ist %2; erlaubt ist %3</translation>
    </message>
    <message>
        <source>%1 is %2 but there are %3 models (single:0 to single:%4)</source>
        <translation>%1 ist %2, aber es gibt %3 Modelle (single:0 bis single:%4)</translation>
    </message>
    <message>
        <source>%1 needs an aggregator (%2)</source>
        <translation>%1 braucht einen Aggregator (%2)</translation>
    </message>
    <message>
        <source>%1 and %2 name the same file, %3</source>
        <translation>%1 und %2 nennen dieselbe Datei, %3</translation>
    </message>
    <message>
        <source>%1 is %2; pictures are written as .png</source>
        <translation>%1 ist %2; Bilder werden als .png geschrieben</translation>
    </message>
    <message>
        <source>%1 and %2 need %3 afa, last-block or magicfusion: %4 has no maps</source>
        <translation>%1 und %2 brauchen %3 afa, last-block oder magicfusion: %4 hat keine Karten</translation>
    </message>
    <message>
        <source>%1 is %2; with %3 the last seed would pass 2^64 - 1</source>
        <translation>%1 ist %2; mit %3 läge der letzte Startwert über 2^64 - 1</translation>
    </message>
    <message>
        <source>%1 is not defined for the sampler %2</source>
        <translation>%1 ist für den Sampler %2 nicht definiert</translation>
    </message>
    <message>
        <source>%1 is defined for the sampler ddim only</source>
        <translation>%1 ist nur für den Sampler ddim definiert</translation>
    </message>
    <message>
        <source>%1 takes one picture; %2 is %3</source>
        <translation>%1 ist für ein einziges Bild; %2 ist %3</translation>
    </message>
    <message>
        <source>%1 names one .png file; with %2 give a folder</source>
        <translation>%1 nennt eine .png-Datei; geben Sie mit %2 einen Ordner an</translation>
    </message>
    <message>
        <source>%1 is %2; expected sd15 or demo</source>
        <translation>%1 ist %2; erlaubt ist sd15 oder demo</translation>
    </message>
    <message>
        <source>at most 8 base models</source>
        <translation>höchstens 8 Basismodelle</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found %4</source>
        <translation>%1: %2: erwartet %3, gefunden %4</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>ein Pfad</translation>
    </message>
    <message>
        <source>a list of paths</source>
        <translation>eine Liste von Pfaden</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3 to %4</source>
        <translation>%1 ist %2; erlaubt ist %3 bis %4</translation>
    </message>
    <message>
        <source>%1 is %2; expected one of %3</source>
        <translation>%1 ist %2; erlaubt ist eines von %3</translation>
    </message>
    <message>
        <source>an ensemble joins at least 2 base models (%1), found %2</source>
        <translation>Ein Ensemble verbindet mindestens 2 Basismodelle (%1), gefunden %2</translation>
    </message>
    <message>
        <source>%1 base models; at most %2 run together</source>
        <translation>%1 Basismodelle; höchstens %2 laufen zusammen</translation>
    </message>
    <message>
        <source>no training data given (%1)</source>
        <translation>keine Trainingsdaten angegeben (%1)</translation>
    </message>
    <message>
        <source>no folder for the run given (%1)</source>
        <translation>kein Ordner für den Lauf angegeben (%1)</translation>
    </message>
    <message>
        <source>%1 is not a multiple of %2</source>
        <translation>%1 ist kein Vielfaches von %2</translation>
    </message>
    <message>
        <source>%1 is %2; expected all, last or ascending numbers such as 13,24,25</source>
        <translation>%1 ist %2; erlaubt ist all, last oder aufsteigende Zahlen wie 13,24,25</translation>
    </message>
    <message>
        <source>%1: gradients vanish in it; use bf16 or fp32</source>
        <translation>%1: Gradienten verschwinden darin; nehmen Sie bf16 oder fp32</translation>
    </message>
    <message>
        <source>%1: expected a JSON object, found something else</source>
        <translation>%1: erwartet wird ein JSON-Objekt, gefunden wurde etwas anderes</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>eine Liste von Zahlen</translation>
    </message>
    <message>
        <source>at most 64 numbers</source>
        <translation>höchstens 64 Zahlen</translation>
    </message>
    <message>
        <source>%1: expected a training history, but it cannot be read; check its permissions</source>
        <translation>%1: erwartet wird der Verlauf eines Trainings, aber er ist nicht lesbar; prüfen Sie die Zugriffsrechte</translation>
    </message>
    <message>
        <source>&quot;training-state&quot;</source>
        <translation>&quot;training-state&quot;</translation>
    </message>
    <message>
        <source>1 (the state was written by a newer program)</source>
        <translation>1 (der Stand wurde von einem neueren Programm geschrieben)</translation>
    </message>
    <message>
        <source>%1 is %2; expected auto, cpu, cuda or cuda:I</source>
        <translation>%1 ist %2; erlaubt ist auto, cpu, cuda oder cuda:I</translation>
    </message>
    <message>
        <source>%1 is %2; expected auto, fp32, bf16 or fp16</source>
        <translation>%1 ist %2; erlaubt ist auto, fp32, bf16 oder fp16</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 (all cores) to 4096</source>
        <translation>%1 ist %2; erlaubt ist 0 (alle Kerne) bis 4096</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8 text</source>
        <translation>%1 ist kein gültiger UTF-8-Text</translation>
    </message>
    <message>
        <source>%1 base model; expected %2 or more</source>
        <translation>%1 Basismodell; erwartet werden %2 oder mehr</translation>
    </message>
    <message>
        <source>%1 is %2; expected 0 to %3</source>
        <translation>%1 ist %2; erlaubt ist 0 bis %3</translation>
    </message>
    <message>
        <source>%1 would replace a file of %2 %3: %4; choose another name</source>
        <translation>%1 würde eine Datei ersetzen, die zu %2 %3 gehört: %4; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>%1 is %2; expected a name ending in .png or .svg</source>
        <translation>%1 ist %2; erwartet wird ein Name, der auf .png oder .svg endet</translation>
    </message>
    <message>
        <source>%1: the model is written as safetensors, which %2 does not mean; name it .safetensors</source>
        <translation>%1: Das Modell wird als safetensors geschrieben, was %2 nicht bedeutet; wählen Sie .safetensors als Endung</translation>
    </message>
    <message>
        <source>the models&apos; U-Nets differ: model 0 has %1; model %2 has %3. Only models of one architecture can be joined</source>
        <translation>Die U-Nets der Modelle unterscheiden sich: Modell 0 hat %1; Modell %2 hat %3. Nur Modelle einer Architektur lassen sich verbinden</translation>
    </message>
    <message>
        <source>the aggregator does not fit the models: it is made for %1 %2, the models have %3</source>
        <translation>Der Aggregator passt nicht zu den Modellen: Er ist gemacht für %1 %2, die Modelle haben %3</translation>
    </message>
    <message>
        <source>the aggregator joins %1 models, %2 were given</source>
        <translation>Der Aggregator verbindet %1 Modelle, angegeben sind %2</translation>
    </message>
    <message>
        <source>text width</source>
        <translation>Textbreite</translation>
    </message>
    <message>
        <source>time embedding width</source>
        <translation>Breite der Zeiteinbettung</translation>
    </message>
    <message>
        <source>the aggregator does not fit the models: it joins stage %1, the models have %2 stages</source>
        <translation>Der Aggregator passt nicht zu den Modellen: Er verbindet Stufe %1, die Modelle haben %2 Stufen</translation>
    </message>
    <message>
        <source>stage %1 of width</source>
        <translation>Stufe %1 der Breite</translation>
    </message>
    <message>
        <source>mode %1: expected an index from 0 to 0, as there is 1 model</source>
        <translation>Modus %1: erwartet wird ein Index von 0 bis 0, denn es gibt 1 Modell</translation>
    </message>
    <message>
        <source>mode %1: expected an index from 0 to %2, as there are %3 models</source>
        <translation>Modus %1: erwartet wird ein Index von 0 bis %2, denn es gibt %3 Modelle</translation>
    </message>
    <message>
        <source>unknown mode &quot;%1&quot;: expected afa, single:I, block-average, noise-average or last-block</source>
        <translation>unbekannter Modus „%1“: erwartet wird afa, single:I, block-average, noise-average oder last-block</translation>
    </message>
    <message>
        <source>an ensemble takes 1 to %1 models, found %2</source>
        <translation>Ein Ensemble nimmt 1 bis %1 Modelle, gefunden %2</translation>
    </message>
    <message>
        <source>weights of a noise average: expected one for each of %1 models, found %2</source>
        <translation>Gewichte eines Rauschmittels: erwartet wird eines für jedes von %1 Modellen, gefunden %2</translation>
    </message>
    <message>
        <source>mode single:%1: there are %2 models, counted from 0</source>
        <translation>Modus single:%1: Es gibt %2 Modelle, gezählt ab 0</translation>
    </message>
    <message>
        <source>modes afa and last-block need an aggregator, none was given</source>
        <translation>Die Modi afa und last-block brauchen einen Aggregator, es ist keiner angegeben</translation>
    </message>
    <message>
        <source>the aggregator does not join the last stage, %1, so that the models&apos; noise predictions would stay apart; use one whose stages hold it</source>
        <translation>Der Aggregator verbindet die letzte Stufe, %1, nicht, sodass die Rauschvorhersagen der Modelle getrennt blieben; nehmen Sie einen, dessen Stufen sie enthalten</translation>
    </message>
    <message>
        <source>expected one text per model, %1, found %2</source>
        <translation>erwartet wird ein Text je Modell, %1, gefunden %2</translation>
    </message>
    <message>
        <source>text of a model: expected [B, L, %1], found %2</source>
        <translation>Text eines Modells: erwartet [B, L, %1], gefunden %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the ensemble has no text yet</source>
        <translation>Das Ensemble hat noch keinen Text</translation>
    </message>
    <message>
        <source>expected x [B, 4, h, w], timesteps [B] and texts [B, L, D], found %1, %2 and %3</source>
        <translation>erwartet werden x [B, 4, h, w], timesteps [B] und texts [B, L, D], gefunden %1, %2 und %3</translation>
    </message>
    <message>
        <source>MagicFusion&apos;s mode: expected 1 or 2, found %1</source>
        <translation>Modus von MagicFusion: erwartet wird 1 oder 2, gefunden %1</translation>
    </message>
    <message>
        <source>MagicFusion: expected two or more models and one k for each, found %1 models and %2 k</source>
        <translation>MagicFusion: erwartet werden zwei Modelle oder mehr und ein k für jedes, gefunden %1 Modelle und %2 k</translation>
    </message>
    <message>
        <source>aggregator file: no tensor %1, which its config calls for</source>
        <translation>Aggregatordatei: kein Tensor %1, den ihre Konfiguration verlangt</translation>
    </message>
    <message>
        <source>aggregator file: %1: expected %2, found %3</source>
        <translation>Aggregatordatei: %1: erwartet %2, gefunden %3</translation>
    </message>
    <message>
        <source>aggregator file: %1 holds values beyond fp32, in which an aggregator runs; use another</source>
        <translation>Aggregatordatei: %1 enthält Werte jenseits von fp32, worin ein Aggregator rechnet; nehmen Sie eine andere</translation>
    </message>
    <message>
        <source>aggregator file: expected %1 tensors for its config, found %2</source>
        <translation>Aggregatordatei: erwartet werden %1 Tensoren für ihre Konfiguration, gefunden %2</translation>
    </message>
    <message>
        <source>aggregator: expected time embeddings and texts of %1 models, found %2 and %3</source>
        <translation>Aggregator: erwartet werden Zeiteinbettungen und Texte von %1 Modellen, gefunden %2 und %3</translation>
    </message>
    <message>
        <source>aggregator: stage %1 has no SABW</source>
        <translation>Aggregator: Stufe %1 hat kein SABW</translation>
    </message>
    <message>
        <source>aggregator, stage %1: expected %2 features [B, %3, h, w], found %4%5</source>
        <translation>Aggregator, Stufe %1: erwartet werden %2 Merkmale [B, %3, h, w], gefunden %4%5</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>%1: expected F32 [%2, h, w], found %3 %4</source>
        <translation>%1: erwartet F32 [%2, h, w], gefunden %3 %4</translation>
    </message>
    <message>
        <source>%1: expected the size of the other timesteps, %2 x %3, found %4 x %5</source>
        <translation>%1: erwartet wird die Größe der anderen Zeitschritte, %2 x %3, gefunden %4 x %5</translation>
    </message>
    <message>
        <source>%1: expected finite values of 0 or less, found %2</source>
        <translation>%1: erwartet werden endliche Werte von höchstens 0, gefunden %2</translation>
    </message>
    <message>
        <source>picture: expected U8 [H, W, 3], found %1 %2</source>
        <translation>picture: erwartet U8 [H, W, 3], gefunden %1 %2</translation>
    </message>
    <message>
        <source>%1: not a capability file: expected afa.format &quot;capability&quot;, found &quot;%2&quot;</source>
        <translation>%1: keine Datei eines Entrauschungsvermögens: erwartet wird afa.format „capability“, gefunden „%2“</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the capability format, found %2; a newer program wrote this file</source>
        <translation>%1: erwartet wird Version 1 des Formats, gefunden %2; ein neueres Programm hat diese Datei geschrieben</translation>
    </message>
    <message>
        <source>1 to %1 names</source>
        <translation>1 bis %1 Namen</translation>
    </message>
    <message>
        <source>afa.noise_samples: expected a whole number</source>
        <translation>afa.noise_samples: erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>expected tensors named capability.&lt;timestep&gt;, found %1</source>
        <translation>erwartet werden Tensoren namens capability.&lt;timestep&gt;, gefunden %1</translation>
    </message>
    <message>
        <source>expected tensors named capability.&lt;timestep&gt;, found none</source>
        <translation>erwartet werden Tensoren namens capability.&lt;timestep&gt;, es gibt keine</translation>
    </message>
    <message>
        <source>a sheet shows 1 to %1 models; there are %2</source>
        <translation>Ein Blatt zeigt 1 bis %1 Modelle; es gibt %2</translation>
    </message>
    <message>
        <source>there is no timestep to draw</source>
        <translation>Es gibt keinen Zeitschritt zu zeichnen</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer timesteps</source>
        <translation>Das Blatt hätte %1 x %2 Pixel, mehr als 200 Megapixel; wählen Sie weniger Zeitschritte</translation>
    </message>
    <message>
        <source>the scorer&apos;s command &quot;%1&quot;</source>
        <translation>der Bewertungsbefehl „%1“</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 ließ sich nicht starten: %2</translation>
    </message>
    <message>
        <source>%1 was ended after %2 seconds without a result; make it faster or allow it more time</source>
        <translation>%1 wurde nach %2 Sekunden ohne Ergebnis beendet; machen Sie ihn schneller, oder geben Sie ihm mehr Zeit</translation>
    </message>
    <message>
        <source>%1: expected one number on standard output, found more than %2 bytes: &quot;%3&quot;</source>
        <translation>%1: erwartet wird eine Zahl auf der Standardausgabe, gefunden mehr als %2 Bytes: „%3“</translation>
    </message>
    <message>
        <source>%1 failed with status %2</source>
        <translation>%1 scheiterte mit Status %2</translation>
    </message>
    <message>
        <source>%1 failed with status %2: %3</source>
        <translation>%1 scheiterte mit Status %2: %3</translation>
    </message>
    <message>
        <source>%1: expected one finite number on standard output, found %2</source>
        <translation>%1: erwartet wird eine endliche Zahl auf der Standardausgabe, gefunden: %2</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer pictures or a smaller side</source>
        <translation>Das Blatt hätte %1 x %2 Pixel, mehr als 200 Megapixel; wählen Sie weniger Bilder oder eine kleinere Seite</translation>
    </message>
    <message>
        <source>the pictures of a sheet are %1 to %2 pixels on their longer side, not %3</source>
        <translation>Die Bilder eines Blatts haben an ihrer längeren Seite %1 bis %2 Pixel, nicht %3</translation>
    </message>
    <message>
        <source>there is no picture to put on the sheet</source>
        <translation>Es gibt kein Bild für das Blatt</translation>
    </message>
    <message>
        <source>the maps record has no step %1; it has steps %2</source>
        <translation>Die Kartenaufzeichnung hat keinen Schritt %1; sie hat die Schritte %2</translation>
    </message>
    <message>
        <source>the maps record has no stage %1; it has stages %2</source>
        <translation>Die Kartenaufzeichnung hat keine Stufe %1; sie hat die Stufen %2</translation>
    </message>
    <message>
        <source>a sheet shows 1 to %1 models; the record has %2</source>
        <translation>Ein Blatt zeigt 1 bis %1 Modelle; die Aufzeichnung hat %2</translation>
    </message>
    <message>
        <source>a map on a sheet is %1 to %2 pixels long; %3 was asked for</source>
        <translation>Eine Karte auf einem Blatt ist %1 bis %2 Pixel lang; verlangt wurden %3</translation>
    </message>
    <message>
        <source>a sheet&apos;s scale is 1 to %1; %2 was asked for</source>
        <translation>Der Maßstab eines Blatts ist 1 bis %1; verlangt wurde %2</translation>
    </message>
    <message>
        <source>the record has one half only (0): the picture was made without guidance, or by MagicFusion, whose mask is of both halves</source>
        <translation>Die Aufzeichnung hat nur eine Hälfte (0): Das Bild wurde ohne Guidance gemacht, oder mit MagicFusion, dessen Maske für beide Hälften gilt</translation>
    </message>
    <message>
        <source>halves of a record are 0 (with prompt) and 1 (without); %1 was asked for</source>
        <translation>Die Hälften einer Aufzeichnung sind 0 (mit Prompt) und 1 (ohne); verlangt wurde %1</translation>
    </message>
    <message>
        <source>the record has no maps to draw: no stage was joined by an aggregator</source>
        <translation>Die Aufzeichnung hat keine Karten zum Zeichnen: Kein Aggregator hat eine Stufe verbunden</translation>
    </message>
    <message>
        <source>the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer stages or steps, or a smaller cell or scale</source>
        <translation>Das Blatt hätte %1 x %2 Pixel, mehr als 200 Megapixel; wählen Sie weniger Stufen oder Schritte, oder kleinere Karten oder einen kleineren Maßstab</translation>
    </message>
    <message>
        <source>routing gain: no pictures were measured</source>
        <translation>Gewinn durch Zuteilung: es wurden keine Bilder gemessen</translation>
    </message>
    <message>
        <source>routing gain: expected two noise samples or more, found %1</source>
        <translation>Gewinn durch Zuteilung: erwartet werden zwei Rauschproben oder mehr, gefunden %1</translation>
    </message>
    <message>
        <source>routing gain: a picture&apos;s errors differ in number from the others&apos;</source>
        <translation>Gewinn durch Zuteilung: die Fehler eines Bildes sind anders an Zahl als die der anderen</translation>
    </message>
    <message>
        <source>&quot;paper&quot; or &quot;release&quot;</source>
        <translation>&quot;paper&quot; oder &quot;release&quot;</translation>
    </message>
    <message>
        <source>%1: not an aggregator: expected the metadata afa.format &quot;aggregator&quot;, found %2</source>
        <translation>%1: kein Aggregator: erwartet wird die Angabe afa.format „aggregator“, gefunden: %2</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the aggregator format, found %2; a newer program wrote this file</source>
        <translation>%1: erwartet wird Version 1 des Aggregatorformats, gefunden %2; ein neueres Programm hat diese Datei geschrieben</translation>
    </message>
    <message>
        <source>%1: afa.base_models: expected %2 models, found %3</source>
        <translation>%1: afa.base_models: erwartet werden %2 Modelle, gefunden %3</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; %3</source>
        <translation>%1: Tensor „%2“ %3</translation>
    </message>
    <message>
        <source>%1: num_experts: expected the %2 of model_config.json, found %3</source>
        <translation>%1: num_experts: erwartet wird %2 wie in model_config.json, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected the sizes of aggregator_0/config.json, found others</source>
        <translation>%1: erwartet werden die Größen von aggregator_0/config.json, gefunden wurden andere</translation>
    </message>
    <message>
        <source>%1 (aggregator)</source>
        <translation>%1 (Aggregator)</translation>
    </message>
    <message>
        <source>%1: the aggregator&apos;s tensors and its config disagree: %2</source>
        <translation>%1: Die Tensoren des Aggregators und seine Konfiguration widersprechen einander: %2</translation>
    </message>
    <message>
        <source>%1: not an aggregator: expected a .safetensors file, or a directory with model_config.json and aggregator_0, found neither in this directory</source>
        <translation>%1: kein Aggregator: erwartet wird eine .safetensors-Datei oder ein Ordner mit model_config.json und aggregator_0, in diesem Ordner ist keines davon</translation>
    </message>
    <message>
        <source>%1: made for %2 base models, found %3; give as many %4 as the aggregator joins</source>
        <translation>%1: für %2 Basismodelle gemacht, gewählt sind %3; wählen Sie so viele Modelle (%4), wie der Aggregator verbindet</translation>
    </message>
    <message>
        <source>expected %1 from 1 to %2, found %3</source>
        <translation>erwartet: %1 von 1 bis %2, gefunden %3</translation>
    </message>
    <message>
        <source>base models</source>
        <translation>Basismodelle</translation>
    </message>
    <message>
        <source>a hidden size</source>
        <translation>eine innere Breite</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>a text width</source>
        <translation>eine Textbreite</translation>
    </message>
    <message>
        <source>a time embedding width</source>
        <translation>eine Breite der Zeiteinbettung</translation>
    </message>
    <message>
        <source>a time width</source>
        <translation>eine Zeitbreite</translation>
    </message>
    <message>
        <source>a hidden time width</source>
        <translation>eine innere Zeitbreite</translation>
    </message>
    <message>
        <source>expected an even width of the time sinusoid, found %1</source>
        <translation>erwartet wird eine gerade Breite der Zeitsinuskurve, gefunden %1</translation>
    </message>
    <message>
        <source>expected a hidden size divisible by the heads, found %1 and %2</source>
        <translation>erwartet wird eine innere Breite, die durch die Köpfe teilbar ist, gefunden %1 und %2</translation>
    </message>
    <message>
        <source>expected a hidden size divisible by the 32 groups of the release layout, found %1</source>
        <translation>erwartet wird eine innere Breite, die durch die 32 Gruppen des Aufbaus „release“ teilbar ist, gefunden %1</translation>
    </message>
    <message>
        <source>expected one channel count for each aggregated stage, found %1 stages and %2 channel counts</source>
        <translation>erwartet wird eine Kanalzahl für jede verbundene Stufe, gefunden %1 Stufen und %2 Kanalzahlen</translation>
    </message>
    <message>
        <source>expected ascending stages from 1 without repetition</source>
        <translation>erwartet werden aufsteigende Stufen ab 1 ohne Wiederholung</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>%1: the authors&apos; layout cannot hold this aggregator: %2</source>
        <translation>%1: Der Aufbau der Autoren kann diesen Aggregator nicht fassen: %2</translation>
    </message>
    <message>
        <source>expected the release layout, found the paper layout; the two are different networks</source>
        <translation>erwartet wird der Aufbau „release“, gefunden wurde „paper“; die beiden sind verschiedene Netze</translation>
    </message>
    <message>
        <source>expected weights per position, found one weight per stage (spatial off)</source>
        <translation>erwartet werden Gewichte je Position, gefunden wurde ein Gewicht je Stufe (spatial aus)</translation>
    </message>
    <message>
        <source>expected all stages from 1, found no stage %1</source>
        <translation>erwartet werden alle Stufen ab 1, es fehlt Stufe %1</translation>
    </message>
    <message>
        <source>the aggregator was made for %1 models, %2 are given</source>
        <translation>Der Aggregator wurde für %1 Modelle gemacht, angegeben sind %2</translation>
    </message>
    <message>
        <source>the model %1 (%2) is none of those the aggregator was made for: expected %3; use that model, or allow other models (%4)</source>
        <translation>Das Modell %1 (%2) ist keines von denen, für die der Aggregator gemacht wurde: erwartet %3; nehmen Sie jenes Modell, oder erlauben Sie andere Modelle (%4)</translation>
    </message>
    <message>
        <source>%1: cannot write: %2</source>
        <translation>%1: nicht beschreibbar: %2</translation>
    </message>
    <message>
        <source>%1; the old file is untouched</source>
        <translation>%1; die alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>, %1 available</source>
        <translation>, %1 frei</translation>
    </message>
    <message>
        <source>file size limit reached: %1 bytes wanted%2</source>
        <translation>Grenze der Dateigröße erreicht: %1 Bytes gebraucht%2</translation>
    </message>
    <message>
        <source>disk full: %1 bytes wanted%2</source>
        <translation>Platte voll: %1 Bytes gebraucht%2</translation>
    </message>
    <message>
        <source>%1: cannot write: a directory of this name exists</source>
        <translation>%1: nicht beschreibbar: Es gibt einen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>%1: cannot write: a device or pipe of this name exists; name a file</source>
        <translation>%1: nicht beschreibbar: Es gibt ein Gerät oder eine Pipe dieses Namens; nennen Sie eine Datei</translation>
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
        <source>%1: truncated: expected %2 bytes at byte %3, found %4; download it again</source>
        <translation>%1: abgeschnitten: erwartet wurden %2 Bytes ab Byte %3, vorhanden sind %4; laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>give another VAE with %1, or a model that has one as the host (%2; in the window: Library, Make host)</source>
        <translation>geben Sie eine andere VAE an (%1), oder nehmen Sie ein Modell, das eine hat, als Hauptmodell (%2; im Fenster: Bibliothek, Zum Hauptmodell machen)</translation>
    </message>
    <message>
        <source>it has to come with the U-Net: give a checkpoint that holds both, or the model&apos;s diffusers directory</source>
        <translation>er muss mit dem U-Net kommen: Geben Sie einen Checkpoint an, der beide enthält, oder den diffusers-Ordner des Modells</translation>
    </message>
    <message>
        <source>give a complete checkpoint with %1; a VAE alone goes to %2</source>
        <translation>geben Sie einen vollständigen Checkpoint an (%1); eine VAE allein gehört zu %2</translation>
    </message>
    <message>
        <source>%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, VAE or text encoder</source>
        <translation>%1: erwartet wird ein Modell von Stable Diffusion, gefunden wurden %2 Tensoren, keiner von einem U-Net, VAE oder Text-Encoder</translation>
    </message>
    <message>
        <source>%1; &quot;%2&quot; %3</source>
        <translation>%1; „%2“ %3</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Text-Encoder</translation>
    </message>
    <message>
        <source>%1: its U-Net has another architecture than that of %2: expected %3; found %4. Only models of one architecture can be joined or compared</source>
        <translation>%1: Sein U-Net hat eine andere Architektur als das von %2: erwartet %3; gefunden %4. Nur Modelle einer Architektur lassen sich verbinden oder vergleichen</translation>
    </message>
    <message>
        <source>%1: expected %2, found %3</source>
        <translation>%1: erwartet %2, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected floating-point values, found %2</source>
        <translation>%1: erwartet werden Gleitkommawerte, gefunden %2</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1, ..</source>
        <translation>%1, ..</translation>
    </message>
    <message>
        <source>%1 tensors missing (%2)</source>
        <translation>%1 Tensoren fehlen (%2)</translation>
    </message>
    <message>
        <source>%1 tensors unexpected (%2)</source>
        <translation>%1 Tensoren unerwartet (%2)</translation>
    </message>
    <message>
        <source>%1 tensors of another shape or type (%2)</source>
        <translation>%1 Tensoren von anderer Form oder anderem Typ (%2)</translation>
    </message>
    <message>
        <source>all tensors as expected</source>
        <translation>alle Tensoren wie erwartet</translation>
    </message>
    <message>
        <source>%1: expected a model file or directory, found nothing; check the path (models are not downloaded)%2</source>
        <translation>%1: Hier ist keine Modelldatei und kein Modellordner; prüfen Sie den Pfad (Modelle werden nicht heruntergeladen)%2</translation>
    </message>
    <message>
        <source>%1: %2 is not supported as a base model; this program runs Stable Diffusion 1.x models</source>
        <translation>%1: %2 wird als Basismodell nicht unterstützt; dieses Programm verwendet Modelle von Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>%1: expected a diffusers model (model_index.json) or one of its components (config.json), found neither</source>
        <translation>%1: erwartet wird ein diffusers-Modell (model_index.json) oder einer seiner Bestandteile (config.json), gefunden wurde keines davon</translation>
    </message>
    <message>
        <source>%1: expected the config of a U-Net (UNet2DConditionModel), VAE (AutoencoderKL) or CLIP text encoder, found another</source>
        <translation>%1: erwartet wird die Konfiguration eines U-Net (UNet2DConditionModel), einer VAE (AutoencoderKL) oder eines CLIP-Text-Encoders, gefunden wurde eine andere</translation>
    </message>
    <message>
        <source>%1 has no %2, only: %3; %4</source>
        <translation>%1 hat kein(e) %2, nur: %3; %4</translation>
    </message>
    <message>
        <source>%1: expected a folder of weights, found none</source>
        <translation>%1: erwartet wird ein Ordner mit Gewichten, es gibt keinen</translation>
    </message>
    <message>
        <source>%1: expected %2, found neither; the download is incomplete</source>
        <translation>%1: erwartet wird %2, gefunden wurde keines davon; der Download ist unvollständig</translation>
    </message>
    <message>
        <source>%1: %2: expected the name of a file in the same folder, found &quot;%3&quot;</source>
        <translation>%1: %2: erwartet wird der Name einer Datei im selben Ordner, gefunden „%3“</translation>
    </message>
    <message>
        <source>%1: weight_map: expected tensors, found none</source>
        <translation>%1: weight_map: erwartet werden Tensoren, es gibt keine</translation>
    </message>
    <message>
        <source>%1: expected the tensor %2, which %3 says is in this file, found none</source>
        <translation>%1: erwartet wird der Tensor %2, der laut %3 in dieser Datei ist, er fehlt</translation>
    </message>
    <message>
        <source>%1: expected vocab.json and merges.txt, or tokenizer.json, found neither</source>
        <translation>%1: erwartet werden vocab.json und merges.txt oder tokenizer.json, gefunden wurde keines davon</translation>
    </message>
    <message>
        <source>%1: %2: expected %3 as in Stable Diffusion 1.x, found %4; this program does not run such a model</source>
        <translation>%1: %2: erwartet wird %3 wie bei Stable Diffusion 1.x, gefunden: %4; dieses Programm verwendet ein solches Modell nicht</translation>
    </message>
    <message>
        <source>none (diffusers&apos; default is another)</source>
        <translation>nichts (die Vorgabe von diffusers ist eine andere)</translation>
    </message>
    <message>
        <source>a noise schedule</source>
        <translation>ein Rauschplan</translation>
    </message>
    <message>
        <source>the name is too long; systems take 255 bytes for a name and about 4000 for a path</source>
        <translation>der Name ist zu lang; Systeme nehmen 255 Bytes für einen Namen und etwa 4000 für einen Pfad</translation>
    </message>
    <message>
        <source>its links lead in a circle; name the file or folder itself</source>
        <translation>die Verknüpfungen führen im Kreis; geben Sie die Datei oder den Ordner selbst an</translation>
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
        <source>%1: cannot be read: %2</source>
        <translation>%1: nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: cannot be used: %2</source>
        <translation>%1: nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>a file or folder</source>
        <translation>eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>; &quot;%1&quot; was not expanded by the shell: write the folder itself</source>
        <translation>; „%1“ wurde von der Shell nicht ersetzt: schreiben Sie den Ordner selbst</translation>
    </message>
    <message>
        <source>; &quot;~&quot; was not expanded, as in quotes: write %1</source>
        <translation>; „~“ wurde nicht ersetzt, wie in Anführungszeichen: schreiben Sie %1</translation>
    </message>
    <message>
        <source>%1: cannot write there%2, or ./%3 if that is meant</source>
        <translation>%1: Dorthin lässt sich nicht schreiben%2, oder ./%3, wenn das gemeint ist</translation>
    </message>
    <message>
        <source>%1: %2: expected floating-point values, found %3; convert the model to F16 or F32</source>
        <translation>%1: %2: erwartet werden Gleitkommawerte, gefunden %3; wandeln Sie das Modell in F16 oder F32 um</translation>
    </message>
    <message>
        <source>1 value in 1 tensor is NaN or infinite, the first in &quot;%1&quot; (%2 NaN, %3 infinite)</source>
        <translation>1 Wert in 1 Tensor ist NaN oder unendlich, der erste in „%1“ (%2 NaN, %3 unendlich)</translation>
    </message>
    <message>
        <source>%1 values in 1 tensor are NaN or infinite, the first in &quot;%2&quot; (%3 NaN, %4 infinite)</source>
        <translation>%1 Werte in 1 Tensor sind NaN oder unendlich, der erste in „%2“ (%3 NaN, %4 unendlich)</translation>
    </message>
    <message>
        <source>%1 values in %2 tensors are NaN or infinite, the first in &quot;%3&quot; (%4 NaN, %5 infinite)</source>
        <translation>%1 Werte in %2 Tensoren sind NaN oder unendlich, der erste in „%3“ (%4 NaN, %5 unendlich)</translation>
    </message>
    <message>
        <source>%1: the weights are damaged: %2; get %3 anew, or use another</source>
        <translation>%1: Die Gewichte sind beschädigt: %2; besorgen Sie %3 neu, oder nehmen Sie eine andere</translation>
    </message>
    <message>
        <source>the weights are damaged: %1</source>
        <translation>Die Gewichte sind beschädigt: %1</translation>
    </message>
    <message>
        <source>%1: another program works in this folder; wait until it ends, or name another folder</source>
        <translation>%1: In diesem Ordner arbeitet ein anderes Programm; warten, bis es endet, oder einen anderen Ordner angeben</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: %2</source>
        <translation>%1: keine Checkpoint-Datei: %2</translation>
    </message>
    <message>
        <source> of %1 bytes</source>
        <translation> von %1 Bytes</translation>
    </message>
    <message>
        <source>a GGUF file (llama.cpp)</source>
        <translation>eine GGUF-Datei (llama.cpp)</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>an HDF5 file (Keras)</source>
        <translation>eine HDF5-Datei (Keras)</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>ein gzip-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a 7z archive; unpack it first</source>
        <translation>ein 7z-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>ein RAR-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>the file is empty; download it again</source>
        <translation>Die Datei ist leer; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or download the file</source>
        <translation>ein git-LFS-Zeiger auf eine Datei%1, nicht die Datei selbst; führen Sie `git lfs pull` aus, oder laden Sie die Datei herunter</translation>
    </message>
    <message>
        <source>an HTML page, as a failed download leaves; download it again</source>
        <translation>eine HTML-Seite, wie ein misslungener Download sie hinterlässt; laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>it begins with zero bytes only, as an interrupted download leaves; download it again</source>
        <translation>Sie beginnt nur mit Nullbytes, wie nach einem abgebrochenen Download; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>%1: expected a JSON object, found another JSON value</source>
        <translation>%1: erwartet wird ein JSON-Objekt, gefunden wurde ein anderer JSON-Wert</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found nothing</source>
        <translation>%1: %2: erwartet wird %3, es ist nichts da</translation>
    </message>
    <message>
        <source>%1: %2: expected %3, found %4%5</source>
        <translation>%1: %2: erwartet wird %3, gefunden %4%5</translation>
    </message>
    <message>
        <source>; a decimal fraction takes a point and no quotes: 0.5</source>
        <translation>; ein Dezimalbruch hat einen Punkt und keine Anführungszeichen: 0.5</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>whole numbers from %1 to %2</source>
        <translation>ganze Zahlen von %1 bis %2</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>%1: cannot open: %2%3</source>
        <translation>%1: lässt sich nicht öffnen: %2%3</translation>
    </message>
    <message>
        <source>%1: not a regular file</source>
        <translation>%1: keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1: damaged maps file: %2</source>
        <translation>%1: beschädigte Kartendatei: %2</translation>
    </message>
    <message>
        <source>%1: expected weights from 0 to 1, found %2</source>
        <translation>%1: erwartet werden Gewichte von 0 bis 1, gefunden %2</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1 over the models, found %2</source>
        <translation>%1: erwartet werden Gewichte, die über die Modelle zusammen 1 ergeben, gefunden %2</translation>
    </message>
    <message>
        <source>%1: stages</source>
        <translation>%1: stages</translation>
    </message>
    <message>
        <source>all stages from 1, ascending</source>
        <translation>alle Stufen ab 1, aufsteigend</translation>
    </message>
    <message>
        <source>%1: %2: expected %3 weights, found %4</source>
        <translation>%1: %2: erwartet werden %3 Gewichte, gefunden %4</translation>
    </message>
    <message>
        <source>%1: not a maps file: expected afa.format &quot;maps&quot;, found &quot;%2&quot;</source>
        <translation>%1: keine Kartendatei: erwartet wird afa.format „maps“, gefunden „%2“</translation>
    </message>
    <message>
        <source>%1: expected version 1 of the maps format, found %2; a newer program wrote this file</source>
        <translation>%1: erwartet wird Version 1 des Kartenformats, gefunden %2; ein neueres Programm hat diese Datei geschrieben</translation>
    </message>
    <message>
        <source>at most %1 of them</source>
        <translation>höchstens %1 davon</translation>
    </message>
    <message>
        <source>expected tensors named step.&lt;s&gt;.stage.&lt;j&gt;, found %1</source>
        <translation>erwartet werden Tensoren namens step.&lt;s&gt;.stage.&lt;j&gt;, gefunden %1</translation>
    </message>
    <message>
        <source>%1: expected steps below %2 and stages from 1 to %3</source>
        <translation>%1: erwartet werden Schritte unter %2 und Stufen von 1 bis %3</translation>
    </message>
    <message>
        <source>%1: expected F16 [%2, %3, h, w], found %4 %5</source>
        <translation>%1: erwartet F16 [%2, %3, h, w], gefunden %4 %5</translation>
    </message>
    <message>
        <source>%1 (%2 %3, expected %4)</source>
        <translation>%1 (%2 %3, erwartet %4)</translation>
    </message>
    <message>
        <source>%1: expected the config of a %2, found a %3</source>
        <translation>%1: erwartet wird die Konfiguration von %2, gefunden wurde die von %3</translation>
    </message>
    <message>
        <source>one number for each of %1 levels</source>
        <translation>eine Zahl für jede von %1 Ebenen</translation>
    </message>
    <message>
        <source>1 to %1 widths</source>
        <translation>1 bis %1 Breiten</translation>
    </message>
    <message>
        <source>one block type for each of %1 levels</source>
        <translation>ein Blocktyp für jede von %1 Ebenen</translation>
    </message>
    <message>
        <source>the block type %1 in %2</source>
        <translation>der Blocktyp %1 in %2</translation>
    </message>
    <message>
        <source>%1: block_out_channels: expected multiples of the %2 groups of norm_num_groups, found %3</source>
        <translation>%1: block_out_channels: erwartet werden Vielfache der %2 Gruppen von norm_num_groups, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected 1 to %2 levels, found %3</source>
        <translation>%1: erwartet werden 1 bis %2 Ebenen, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected 1 to %2 layers, found %3</source>
        <translation>%1: erwartet werden 1 bis %2 Schichten, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected widths up to %2, found %3</source>
        <translation>%1: erwartet werden Breiten bis %2, gefunden %3</translation>
    </message>
    <message>
        <source>an SDXL-like added embedding</source>
        <translation>eine zusätzliche Einbettung wie bei SDXL</translation>
    </message>
    <message>
        <source>SDXL-like transformer depth</source>
        <translation>eine Transformertiefe wie bei SDXL</translation>
    </message>
    <message>
        <source>dual cross-attention</source>
        <translation>doppelte Kreuzaufmerksamkeit</translation>
    </message>
    <message>
        <source>cross-attention without self-attention</source>
        <translation>Kreuzaufmerksamkeit ohne Selbstaufmerksamkeit</translation>
    </message>
    <message>
        <source>a class embedding</source>
        <translation>eine Klasseneinbettung</translation>
    </message>
    <message>
        <source>a concatenated class embedding</source>
        <translation>eine angehängte Klasseneinbettung</translation>
    </message>
    <message>
        <source>a projection of the text states</source>
        <translation>eine Projektion der Textzustände</translation>
    </message>
    <message>
        <source>a norm of the text states</source>
        <translation>eine Norm der Textzustände</translation>
    </message>
    <message>
        <source>another time embedding</source>
        <translation>eine andere Zeiteinbettung</translation>
    </message>
    <message>
        <source>another time embedding width</source>
        <translation>eine andere Breite der Zeiteinbettung</translation>
    </message>
    <message>
        <source>a guidance embedding (latent consistency model)</source>
        <translation>eine Guidance-Einbettung (Latent-Consistency-Modell)</translation>
    </message>
    <message>
        <source>a centred input</source>
        <translation>eine zentrierte Eingabe</translation>
    </message>
    <message>
        <source>the other order of sine and cosine</source>
        <translation>die andere Reihenfolge von Sinus und Kosinus</translation>
    </message>
    <message>
        <source>a shifted time embedding</source>
        <translation>eine verschobene Zeiteinbettung</translation>
    </message>
    <message>
        <source>another downsampling</source>
        <translation>eine andere Verkleinerung</translation>
    </message>
    <message>
        <source>a scaled mid block</source>
        <translation>ein skalierter mittlerer Block</translation>
    </message>
    <message>
        <source>another mid block</source>
        <translation>ein anderer mittlerer Block</translation>
    </message>
    <message>
        <source>another activation</source>
        <translation>eine andere Aktivierung</translation>
    </message>
    <message>
        <source>scale-shift time conditioning</source>
        <translation>eine Zeitkonditionierung durch Skalierung und Verschiebung</translation>
    </message>
    <message>
        <source>another time conditioning</source>
        <translation>eine andere Zeitkonditionierung</translation>
    </message>
    <message>
        <source>scaled residual blocks</source>
        <translation>skalierte Residualblöcke</translation>
    </message>
    <message>
        <source>another kernel of conv_in</source>
        <translation>ein anderer Kern von conv_in</translation>
    </message>
    <message>
        <source>another kernel of conv_out</source>
        <translation>ein anderer Kern von conv_out</translation>
    </message>
    <message>
        <source>another kind of attention</source>
        <translation>eine andere Art von Aufmerksamkeit</translation>
    </message>
    <message>
        <source>an inpainting model (9 input channels)</source>
        <translation>ein Inpainting-Modell (9 Eingangskanäle)</translation>
    </message>
    <message>
        <source>a U-Net of %1 input and %2 output channels (image-conditioned model)</source>
        <translation>ein U-Net mit %1 Eingangs- und %2 Ausgangskanälen (bildkonditioniertes Modell)</translation>
    </message>
    <message>
        <source>Stable Diffusion 2.x (cross_attention_dim 1024 with linear projections)</source>
        <translation>Stable Diffusion 2.x (cross_attention_dim 1024 mit linearen Projektionen)</translation>
    </message>
    <message>
        <source>SDXL (cross_attention_dim 2048)</source>
        <translation>SDXL (cross_attention_dim 2048)</translation>
    </message>
    <message>
        <source>an odd first width (%1)</source>
        <translation>eine ungerade erste Breite (%1)</translation>
    </message>
    <message>
        <source>%1: level %2: expected a width divisible by its %3 attention heads, found %4</source>
        <translation>%1: Ebene %2: erwartet wird eine Breite, die durch ihre %3 Aufmerksamkeitsköpfe teilbar ist, gefunden %4</translation>
    </message>
    <message>
        <source>a VAE of %1 input and %2 output channels (expected 3, RGB)</source>
        <translation>eine VAE mit %1 Eingangs- und %2 Ausgangskanälen (erwartet 3, RGB)</translation>
    </message>
    <message>
        <source>%1: scaling_factor: expected a number above 0, found %2</source>
        <translation>%1: scaling_factor: erwartet wird eine Zahl über 0, gefunden %2</translation>
    </message>
    <message>
        <source>%1: expected up to %2 tokens, found %3</source>
        <translation>%1: erwartet werden bis zu %2 Token, gefunden %3</translation>
    </message>
    <message>
        <source>the text encoder&apos;s activation %1</source>
        <translation>die Aktivierung %1 des Text-Encoders</translation>
    </message>
    <message>
        <source>%1: expected a text encoder width divisible by its %2 attention heads, found %3</source>
        <translation>%1: erwartet wird eine Breite des Text-Encoders, die durch seine %2 Aufmerksamkeitsköpfe teilbar ist, gefunden %3</translation>
    </message>
    <message>
        <source>widths %1, %2 layers per block, attention %3, heads %4, text width %5, %6 norm groups of epsilon %7, %8 -&gt; %9 channels</source>
        <translation>Breiten %1, %2 Schichten je Block, Aufmerksamkeit %3, Köpfe %4, Textbreite %5, %6 Normgruppen mit Epsilon %7, %8 -&gt; %9 Kanäle</translation>
    </message>
    <message>
        <source>%1, linear projections</source>
        <translation>%1, lineare Projektionen</translation>
    </message>
    <message>
        <source>a U-Net without group normalisation (norm_num_groups null)</source>
        <translation>ein U-Net ohne Gruppennormalisierung (norm_num_groups null)</translation>
    </message>
    <message>
        <source>a shifted latent</source>
        <translation>ein verschobenes Latent</translation>
    </message>
    <message>
        <source>a per-channel latent mean</source>
        <translation>ein Mittelwert der Latents je Kanal</translation>
    </message>
    <message>
        <source>a per-channel latent deviation</source>
        <translation>eine Streuung der Latents je Kanal</translation>
    </message>
    <message>
        <source>a VAE without mid attention</source>
        <translation>eine VAE ohne Aufmerksamkeit in der Mitte</translation>
    </message>
    <message>
        <source>another VAE block type</source>
        <translation>ein anderer VAE-Blocktyp</translation>
    </message>
    <message>
        <source>%1: expected the config of a CLIP text encoder, found model_type %2</source>
        <translation>%1: erwartet wird die Konfiguration eines CLIP-Text-Encoders, gefunden model_type %2</translation>
    </message>
    <message>
        <source>a LoRA</source>
        <translation>eine LoRA</translation>
    </message>
    <message>
        <source>SDXL</source>
        <translation>SDXL</translation>
    </message>
    <message>
        <source>Stable Diffusion 2.x</source>
        <translation>Stable Diffusion 2.x</translation>
    </message>
    <message>
        <source>a ControlNet</source>
        <translation>ein ControlNet</translation>
    </message>
    <message>
        <source>a diffusion transformer (Stable Diffusion 3 or like it)</source>
        <translation>ein Diffusions-Transformer (Stable Diffusion 3 oder ähnlich)</translation>
    </message>
    <message>
        <source>a diffusion transformer (Flux or like it)</source>
        <translation>ein Diffusions-Transformer (Flux oder ähnlich)</translation>
    </message>
    <message>
        <source>a textual-inversion embedding</source>
        <translation>eine Einbettung aus Textual Inversion</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: holds the tensor %2, which %3 holds too; get the model&apos;s files anew</source>
        <translation>%1: enthält den Tensor %2, den auch %3 enthält; besorgen Sie die Dateien des Modells neu</translation>
    </message>
    <message>
        <source>SDXL (it has an added embedding)</source>
        <translation>SDXL (es hat eine zusätzliche Einbettung)</translation>
    </message>
    <message>
        <source>SDXL-like transformer depth (%1)</source>
        <translation>eine Transformertiefe wie bei SDXL (%1)</translation>
    </message>
    <message>
        <source>%1: expected a text encoder width that is a multiple of %2 (the head width of CLIP), found %3; a single file does not say the number of heads, use the diffusers directory</source>
        <translation>%1: erwartet wird eine Breite des Text-Encoders, die ein Vielfaches von %2 ist (Kopfbreite von CLIP), gefunden %3; eine einzelne Datei nennt die Zahl der Köpfe nicht, nehmen Sie den diffusers-Ordner</translation>
    </message>
    <message>
        <source>%1: %2 is not supported; this program runs Stable Diffusion 1.x models</source>
        <translation>%1: %2 wird nicht unterstützt; dieses Programm verwendet Modelle von Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>%1: expected a complete model, found %2</source>
        <translation>%1: erwartet wird ein vollständiges Modell, gefunden: %2</translation>
    </message>
    <message>
        <source>%1: expected a folder to write to, found %2; name a folder that can be made</source>
        <translation>%1: kein Ordner, in den sich schreiben lässt (%2); nennen Sie einen, der sich anlegen lässt</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: pickle</source>
        <translation>%1: beschädigte PyTorch-Datei: Pickle</translation>
    </message>
    <message>
        <source>ends with %1 values</source>
        <translation>endet mit %1 Werten</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: pickle, before byte %2: %3; download it again</source>
        <translation>%1: beschädigte PyTorch-Datei: Pickle, vor Byte %2: %3; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>protocol %1, expected at most %2</source>
        <translation>Protokoll %1, erwartet höchstens %2</translation>
    </message>
    <message>
        <source>more than %1 levels</source>
        <translation>mehr als %1 Ebenen</translation>
    </message>
    <message>
        <source>a persistent id in text form</source>
        <translation>eine Kennung in Textform</translation>
    </message>
    <message>
        <source>an object without a class</source>
        <translation>ein Objekt ohne Klasse</translation>
    </message>
    <message>
        <source>unknown opcode %1</source>
        <translation>unbekannter Befehl %1</translation>
    </message>
    <message>
        <source>more than %1 objects</source>
        <translation>mehr als %1 Objekte</translation>
    </message>
    <message>
        <source>more than %1 values on the stack</source>
        <translation>mehr als %1 Werte auf dem Stapel</translation>
    </message>
    <message>
        <source>the stack is empty</source>
        <translation>der Stapel ist leer</translation>
    </message>
    <message>
        <source>no mark on the stack</source>
        <translation>keine Marke auf dem Stapel</translation>
    </message>
    <message>
        <source>not an integer</source>
        <translation>keine ganze Zahl</translation>
    </message>
    <message>
        <source>a text without quotes</source>
        <translation>ein Text ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>ein Schlüssel ohne Wert</translation>
    </message>
    <message>
        <source>items for a value that takes none</source>
        <translation>Einträge für einen Wert, der keine nimmt</translation>
    </message>
    <message>
        <source>more than %1 objects in the memo</source>
        <translation>mehr als %1 Objekte im Memo</translation>
    </message>
    <message>
        <source>nothing at place %1 of the memo</source>
        <translation>nichts an Platz %1 des Memos</translation>
    </message>
    <message>
        <source>a global with a name longer than any</source>
        <translation>ein globaler Name, der länger ist als jeder</translation>
    </message>
    <message>
        <source>more than %1 globals</source>
        <translation>mehr als %1 globale Namen</translation>
    </message>
    <message>
        <source>a call without a tuple of arguments</source>
        <translation>ein Aufruf ohne Tupel von Argumenten</translation>
    </message>
    <message>
        <source>a call of what is no global</source>
        <translation>ein Aufruf von etwas, das kein globaler Name ist</translation>
    </message>
    <message>
        <source>a dict made from what is no pair</source>
        <translation>ein dict aus etwas, das kein Paar ist</translation>
    </message>
    <message>
        <source>more than %1 copied items</source>
        <translation>mehr als %1 kopierte Einträge</translation>
    </message>
    <message>
        <source>attributes for a plain value</source>
        <translation>Attribute für einen einfachen Wert</translation>
    </message>
    <message>
        <source>%1: Python would run %2 when it loads this file; this program never does, and reads the weights only</source>
        <translation>%1: Python würde %2 ausführen, wenn es diese Datei lädt; dieses Programm tut das nie und liest nur die Gewichte</translation>
    </message>
    <message>
        <source>%1: damaged PNG file: it ends early after %2 bytes; copy it again</source>
        <translation>%1: beschädigte PNG-Datei: Sie endet zu früh, nach %2 Bytes; kopieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>%1: damaged PNG file: %2</source>
        <translation>%1: beschädigte PNG-Datei: %2</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1: not a PNG file: expected the PNG signature in its first 8 bytes</source>
        <translation>%1: keine PNG-Datei: erwartet wird die PNG-Kennung in den ersten 8 Bytes</translation>
    </message>
    <message>
        <source>out of memory while reading a PNG file</source>
        <translation>Der Speicher reicht nicht, um eine PNG-Datei zu lesen</translation>
    </message>
    <message>
        <source>%1: expected a picture that converts to RGB</source>
        <translation>%1: erwartet wird ein Bild, das sich in RGB umwandeln lässt</translation>
    </message>
    <message>
        <source>expected a marker at byte %1</source>
        <translation>bei Byte %1 wird eine Marke erwartet</translation>
    </message>
    <message>
        <source>a segment shorter than its own length field</source>
        <translation>ein Abschnitt, der kürzer ist als seine Längenangabe</translation>
    </message>
    <message>
        <source>%1: damaged %2: %3</source>
        <translation>%1: beschädigtes %2: %3</translation>
    </message>
    <message>
        <source>it ends in the middle, after %1 bytes; the file is cut short</source>
        <translation>es endet mittendrin, nach %1 Bytes; die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1: a text of %2 bytes, more than the %3 that are read</source>
        <translation>%1: ein Text von %2 Bytes, mehr als die %3, die gelesen werden</translation>
    </message>
    <message>
        <source>%1: not a PNG, JPEG or WebP picture</source>
        <translation>%1: kein Bild in PNG, JPEG oder WebP</translation>
    </message>
    <message>
        <source>%1: an EXIF block of %2 bytes, more than the %3 that are read</source>
        <translation>%1: ein EXIF-Block von %2 Bytes, mehr als die %3, die gelesen werden</translation>
    </message>
    <message>
        <source>%1: not a PNG picture</source>
        <translation>%1: kein PNG-Bild</translation>
    </message>
    <message>
        <source>it ends in the middle; the file is cut short</source>
        <translation>es endet mittendrin; die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>a chunk of %1 bytes, found %2; the file is cut short</source>
        <translation>ein Block von %1 Bytes, vorhanden sind %2; die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1: damaged PNG: %2</source>
        <translation>%1: beschädigtes PNG: %2</translation>
    </message>
    <message>
        <source>a text chunk&apos;s checksum does not match</source>
        <translation>die Prüfsumme eines Textblocks stimmt nicht</translation>
    </message>
    <message>
        <source>a text chunk without its flags</source>
        <translation>ein Textblock ohne seine Kennzeichen</translation>
    </message>
    <message>
        <source>a text of unknown compression</source>
        <translation>ein Text mit unbekannter Kompression</translation>
    </message>
    <message>
        <source>a text that is not valid UTF-8</source>
        <translation>ein Text, der kein gültiges UTF-8 ist</translation>
    </message>
    <message>
        <source>more text than the %1 bytes or %2 entries that are read</source>
        <translation>mehr Text als die %1 Bytes oder %2 Einträge, die gelesen werden</translation>
    </message>
    <message>
        <source>warning: Python would run %1 when it loads this file; this program never does</source>
        <translation>Warnung: Python würde %1 ausführen, wenn es diese Datei lädt; dieses Programm tut das nie</translation>
    </message>
    <message>
        <source>%1 tensors passed over (EMA copies, buffers, training leftovers)</source>
        <translation>%1 Tensoren übergangen (EMA-Kopien, Puffer, Reste des Trainings)</translation>
    </message>
    <message>
        <source>it has no U-Net</source>
        <translation>Es hat kein U-Net</translation>
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
        <source>none of its %1 tensors belongs to a U-Net, VAE or text encoder</source>
        <translation>keiner der %1 Tensoren gehört zu einem U-Net, VAE oder Text-Encoder</translation>
    </message>
    <message>
        <source>%1: expected a model file, a diffusers directory (model_index.json), a component of one (config.json) or an aggregator&apos;s directory (model_config.json), found another directory</source>
        <translation>%1: erwartet wird eine Modelldatei, ein diffusers-Ordner (model_index.json), ein Bestandteil davon (config.json) oder der Ordner eines Aggregators (model_config.json), gefunden wurde ein anderer Ordner</translation>
    </message>
    <message>
        <source>%1: damaged safetensors file: %2; download it again</source>
        <translation>%1: beschädigte safetensors-Datei: %2; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>truncated: expected at least %1 bytes, found %2</source>
        <translation>abgeschnitten: erwartet werden mindestens %1 Bytes, gefunden %2</translation>
    </message>
    <message>
        <source>the header&apos;s length is given as %1 bytes, expected at most %2</source>
        <translation>die Länge des Kopfes ist mit %1 Bytes angegeben, erwartet höchstens %2</translation>
    </message>
    <message>
        <source>the header is not a JSON object: expected &apos;{&apos; at byte 8</source>
        <translation>der Kopf ist kein JSON-Objekt: erwartet wird &apos;{&apos; bei Byte 8</translation>
    </message>
    <message>
        <source>%1: damaged safetensors file: header</source>
        <translation>%1: beschädigte safetensors-Datei: Kopf</translation>
    </message>
    <message>
        <source>__metadata__ is not an object of strings</source>
        <translation>__metadata__ ist kein Objekt aus Texten</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;</source>
        <translation>Tensor „%1“</translation>
    </message>
    <message>
        <source>%1: expected an object</source>
        <translation>%1: erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>%1: unknown member &quot;%2&quot;</source>
        <translation>%1: unbekannter Eintrag „%2“</translation>
    </message>
    <message>
        <source>%1: no dtype</source>
        <translation>%1: kein dtype</translation>
    </message>
    <message>
        <source>%1: no shape</source>
        <translation>%1: keine Form</translation>
    </message>
    <message>
        <source>%1: data_offsets must be two numbers</source>
        <translation>%1: data_offsets müssen zwei Zahlen sein</translation>
    </message>
    <message>
        <source>%1: %2 dimensions, expected at most %3</source>
        <translation>%1: %2 Dimensionen, erwartet höchstens %3</translation>
    </message>
    <message>
        <source>%1: shape</source>
        <translation>%1: Form</translation>
    </message>
    <message>
        <source>%1: data_offsets</source>
        <translation>%1: data_offsets</translation>
    </message>
    <message>
        <source>%1: it begins at %2 and ends before that, at %3</source>
        <translation>%1: beginnt bei %2 und endet davor, bei %3</translation>
    </message>
    <message>
        <source>%1: the shape %2 is too large</source>
        <translation>%1: Die Form %2 ist zu groß</translation>
    </message>
    <message>
        <source>%1: shape %2 in %3 takes %4 bytes, data_offsets give %5</source>
        <translation>%1: Form %2 in %3 braucht %4 Bytes, data_offsets geben %5 an</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: shape %2 in %3 does not take the %4 bytes that data_offsets give</source>
        <translation>Tensor „%1“: Form %2 in %3 braucht nicht die %4 Bytes, die data_offsets angeben</translation>
    </message>
    <message>
        <source>has the type %1, which this program does not read; convert the file to F16, BF16 or F32</source>
        <translation>hat den Typ %1, den dieses Programm nicht liest; wandeln Sie die Datei in F16, BF16 oder F32 um</translation>
    </message>
    <message>
        <source>%1 overlaps the one before it</source>
        <translation>%1 überlappt den davor</translation>
    </message>
    <message>
        <source>bytes %1 to %2 before %3 belong to no tensor</source>
        <translation>die Bytes %1 bis %2 vor %3 gehören zu keinem Tensor</translation>
    </message>
    <message>
        <source>truncated: expected %1 bytes, found %2</source>
        <translation>abgeschnitten: erwartet werden %1 Bytes, gefunden %2</translation>
    </message>
    <message>
        <source>trailing bytes: expected %1 bytes, found %2</source>
        <translation>überzählige Bytes: erwartet werden %1 Bytes, gefunden %2</translation>
    </message>
    <message>
        <source>%1: more values than the %2 tensors that were announced</source>
        <translation>%1: mehr Werte als die %2 angekündigten Tensoren</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot;: expected %3 bytes, found %4</source>
        <translation>%1: Tensor „%2“: erwartet werden %3 Bytes, gefunden %4</translation>
    </message>
    <message>
        <source>%1: expected the values of %2 tensors, found %3</source>
        <translation>%1: erwartet werden die Werte von %2 Tensoren, gefunden %3</translation>
    </message>
    <message>
        <source>%1: expected a new or empty directory to write to, found %2; choose another name</source>
        <translation>%1: erwartet wird ein neuer oder leerer Ordner, gefunden: %2; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>one with files in it</source>
        <translation>einer mit Dateien darin</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>%1: cannot create the directory: %2</source>
        <translation>%1: Der Ordner lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>%1: another program has written there meanwhile, which stays; choose another name</source>
        <translation>%1: ein anderes Programm hat inzwischen dorthin geschrieben, das bleibt; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>%1: cannot put the finished directory in place: %2</source>
        <translation>%1: Der fertige Ordner lässt sich nicht an seinen Platz bringen: %2</translation>
    </message>
    <message>
        <source>%1: not a checkpoint file: expected safetensors or PyTorch&apos;s zip or pickle, found %2 bytes that begin with %3</source>
        <translation>%1: keine Checkpoint-Datei: erwartet wird safetensors oder Zip oder Pickle von PyTorch, gefunden wurden %2 Bytes, die mit %3 beginnen</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: %2; download it again</source>
        <translation>%1: beschädigte PyTorch-Datei: %2; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, expected at most %3</source>
        <translation>%1 hat %2 Bytes, erwartet höchstens %3</translation>
    </message>
    <message>
        <source>no zip entry %1</source>
        <translation>kein Zip-Eintrag %1</translation>
    </message>
    <message>
        <source>zip entry %1: expected %2 bytes, found %3</source>
        <translation>Zip-Eintrag %1: erwartet werden %2 Bytes, gefunden %3</translation>
    </message>
    <message>
        <source>%1: written on a big-endian machine; save it again on another one</source>
        <translation>%1: auf einem Big-Endian-Rechner geschrieben; speichern Sie sie auf einem anderen neu</translation>
    </message>
    <message>
        <source>unknown byte order</source>
        <translation>unbekannte Bytereihenfolge</translation>
    </message>
    <message>
        <source>a pickle that refers to storages without holding any</source>
        <translation>ein Pickle, der auf Speicher verweist, ohne welche zu enthalten</translation>
    </message>
    <message>
        <source>expected protocol %1</source>
        <translation>erwartet wird Protokoll %1</translation>
    </message>
    <message>
        <source>no description of the system that wrote it</source>
        <translation>keine Beschreibung des Systems, das sie geschrieben hat</translation>
    </message>
    <message>
        <source>no list of storages</source>
        <translation>keine Liste der Speicher</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file</source>
        <translation>%1: beschädigte PyTorch-Datei</translation>
    </message>
    <message>
        <source>a storage that no tensor refers to, of unknown size</source>
        <translation>ein Speicher unbekannter Größe, auf den kein Tensor verweist</translation>
    </message>
    <message>
        <source>storage %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>%1 is listed twice</source>
        <translation>%1 ist zweimal aufgeführt</translation>
    </message>
    <message>
        <source>%1: expected %2 elements, found %3</source>
        <translation>%1: erwartet werden %2 Elemente, gefunden %3</translation>
    </message>
    <message>
        <source>storage %1 is missing</source>
        <translation>Speicher %1 fehlt</translation>
    </message>
    <message>
        <source>the zip directory at their end</source>
        <translation>das Zip-Verzeichnis an ihrem Ende</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: zip</source>
        <translation>%1: beschädigte PyTorch-Datei: Zip</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: truncated: found %2 bytes, expected %3; download it again</source>
        <translation>%1: beschädigte PyTorch-Datei: abgeschnitten: gefunden wurden %2 Bytes, erwartet: %3; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>%1: a tar archive, as PyTorch before 0.1.10 wrote; load it with an old PyTorch and save it again</source>
        <translation>%1: ein tar-Archiv, wie PyTorch vor 0.1.10 es schrieb; laden Sie es mit einem alten PyTorch, und speichern Sie es neu</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot;</source>
        <translation>Eintrag „%1“</translation>
    </message>
    <message>
        <source>a tensor whose name is no text</source>
        <translation>ein Tensor, dessen Name kein Text ist</translation>
    </message>
    <message>
        <source>a name of %1 bytes</source>
        <translation>ein Name von %1 Bytes</translation>
    </message>
    <message>
        <source>a name that is not valid UTF-8</source>
        <translation>ein Name, der kein gültiges UTF-8 ist</translation>
    </message>
    <message>
        <source>would run `%1`, which this program never does; the file may be malicious, get the model as .safetensors</source>
        <translation>würde `%1` ausführen, was dieses Programm nie tut; die Datei kann bösartig sein, besorgen Sie das Modell als .safetensors</translation>
    </message>
    <message>
        <source>is no tensor; get the model as .safetensors</source>
        <translation>ist kein Tensor; besorgen Sie das Modell als .safetensors</translation>
    </message>
    <message>
        <source>is made by `%1`, which this program never runs; save the plain state_dict, or get the model as .safetensors</source>
        <translation>wird von `%1` erzeugt, was dieses Programm nie ausführt; speichern Sie das reine state_dict, oder besorgen Sie das Modell als .safetensors</translation>
    </message>
    <message>
        <source>%1: too few arguments</source>
        <translation>%1: zu wenige Argumente</translation>
    </message>
    <message>
        <source>%1: expected a tuple</source>
        <translation>%1: erwartet wird ein Tupel</translation>
    </message>
    <message>
        <source>two tensors are named &quot;%1&quot;</source>
        <translation>zwei Tensoren heißen „%1“</translation>
    </message>
    <message>
        <source>%1: wrapped too often</source>
        <translation>%1: zu oft verpackt</translation>
    </message>
    <message>
        <source>%1: expected a tuple of arguments</source>
        <translation>%1: erwartet wird ein Tupel von Argumenten</translation>
    </message>
    <message>
        <source>%1: a parameter without a tensor</source>
        <translation>%1: ein Parameter ohne Tensor</translation>
    </message>
    <message>
        <source>is made by `%1`, which this program does not know; get the model as .safetensors</source>
        <translation>wird von `%1` erzeugt, was dieses Programm nicht kennt; besorgen Sie das Modell als .safetensors</translation>
    </message>
    <message>
        <source>%1: storage offset</source>
        <translation>%1: Anfang im Speicher</translation>
    </message>
    <message>
        <source>%1: strides</source>
        <translation>%1: Schrittweiten</translation>
    </message>
    <message>
        <source>%1: %2 extents and %3 strides</source>
        <translation>%1: %2 Ausdehnungen und %3 Schrittweiten</translation>
    </message>
    <message>
        <source>%1: shape %2, strides %3 and offset %4 reach beyond its storage of %5 elements</source>
        <translation>%1: Form %2, Schrittweiten %3 und Anfang %4 reichen über seinen Speicher von %5 Elementen hinaus</translation>
    </message>
    <message>
        <source>%1: shape %2 repeats a storage of %3 elements</source>
        <translation>%1: Form %2 wiederholt einen Speicher von %3 Elementen</translation>
    </message>
    <message>
        <source>its tensors are larger than any machine</source>
        <translation>ihre Tensoren sind größer als jeder Rechner</translation>
    </message>
    <message>
        <source>%1: no type</source>
        <translation>%1: kein Typ</translation>
    </message>
    <message>
        <source>has the type %1, which this program does not read; convert the file to float16, bfloat16 or float32</source>
        <translation>hat den Typ %1, den dieses Programm nicht liest; wandeln Sie die Datei in float16, bfloat16 oder float32 um</translation>
    </message>
    <message>
        <source>%1: storage</source>
        <translation>%1: Speicher</translation>
    </message>
    <message>
        <source>%1: no storage</source>
        <translation>%1: kein Speicher</translation>
    </message>
    <message>
        <source>%1: not a reference</source>
        <translation>%1: kein Verweis</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 %2: described in two ways</source>
        <translation>%1 %2: auf zwei Arten beschrieben</translation>
    </message>
    <message>
        <source>%1: a view without key, offset, size</source>
        <translation>%1: ein Ausschnitt ohne Schlüssel, Anfang und Größe</translation>
    </message>
    <message>
        <source>%1: a view beyond the storage</source>
        <translation>%1: ein Ausschnitt jenseits des Speichers</translation>
    </message>
    <message>
        <source>its storages are larger than any machine</source>
        <translation>ihre Speicher sind größer als jeder Rechner</translation>
    </message>
    <message>
        <source>its tensors take %1 bytes, but its storages hold %2</source>
        <translation>ihre Tensoren brauchen %1 Bytes, aber ihre Speicher enthalten %2</translation>
    </message>
    <message>
        <source>its directory is too small for %1 entries</source>
        <translation>ihr Verzeichnis ist zu klein für %1 Einträge</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: zip directory</source>
        <translation>%1: beschädigte PyTorch-Datei: Zip-Verzeichnis</translation>
    </message>
    <message>
        <source>zip directory entry %1</source>
        <translation>Eintrag %1 des Zip-Verzeichnisses</translation>
    </message>
    <message>
        <source>entry %1 is encrypted</source>
        <translation>Eintrag %1 ist verschlüsselt</translation>
    </message>
    <message>
        <source>it unpacks to more than %1 bytes</source>
        <translation>sie entpackt sich zu mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>two zip entries are named %1</source>
        <translation>zwei Zip-Einträge heißen %1</translation>
    </message>
    <message>
        <source>truncated: found %1 bytes, expected the zip directory at their end</source>
        <translation>abgeschnitten: gefunden wurden %1 Bytes, erwartet wird das Zip-Verzeichnis an ihrem Ende</translation>
    </message>
    <message>
        <source>its zip64 record lies outside</source>
        <translation>ihr Zip64-Eintrag liegt außerhalb</translation>
    </message>
    <message>
        <source>its zip64 record is missing</source>
        <translation>ihr Zip64-Eintrag fehlt</translation>
    </message>
    <message>
        <source>truncated: its directory is expected at byte %1, found %2 bytes before its end record</source>
        <translation>abgeschnitten: ihr Verzeichnis wird bei Byte %1 erwartet, gefunden wurden %2 Bytes vor ihrem Schlusseintrag</translation>
    </message>
    <message>
        <source>zip entry %1</source>
        <translation>Zip-Eintrag %1</translation>
    </message>
    <message>
        <source>%1 lies outside</source>
        <translation>%1 liegt außerhalb</translation>
    </message>
    <message>
        <source>%1: damaged PyTorch file: %2</source>
        <translation>%1: beschädigte PyTorch-Datei: %2</translation>
    </message>
    <message>
        <source>%1 has no header</source>
        <translation>%1 hat keinen Kopf</translation>
    </message>
    <message>
        <source>%1 differs from its header</source>
        <translation>%1 weicht von seinem Kopf ab</translation>
    </message>
    <message>
        <source>%1 is compressed by method %2, expected none or deflate</source>
        <translation>%1 ist mit Verfahren %2 gepackt, erwartet wird keines oder deflate</translation>
    </message>
    <message>
        <source>%1 claims %2 bytes, found %3</source>
        <translation>%1 gibt %2 Bytes an, gefunden %3</translation>
    </message>
    <message>
        <source>%1 claims %2 bytes, found %3 compressed</source>
        <translation>%1 gibt %2 Bytes an, gefunden %3 gepackte</translation>
    </message>
    <message>
        <source>two zip entries overlap</source>
        <translation>zwei Zip-Einträge überlappen sich</translation>
    </message>
    <message>
        <source>zip entry %1 does not match its checksum</source>
        <translation>Zip-Eintrag %1 passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>zip entry %1 cannot be unpacked</source>
        <translation>Zip-Eintrag %1 lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>no memory to unpack a zip entry</source>
        <translation>Der Speicher reicht nicht, um einen Zip-Eintrag zu entpacken</translation>
    </message>
    <message>
        <source>U-Net tensor %1: expected a name of one of the %2 blocks %3 to %4, found none</source>
        <translation>U-Net-Tensor %1: erwartet wird der Name eines der %2 Blöcke %3 bis %4, gefunden wurde keiner</translation>
    </message>
    <message>
        <source>block weight preset &quot;%1&quot;: expected one of %2, or REVERSE_ before one</source>
        <translation>Vorgabe von Blockgewichten „%1“: erwartet wird eine von %2, oder REVERSE_ vor einer</translation>
    </message>
    <message>
        <source>block weight preset %1 names certain ones of %2 blocks, these models have %3; give the weights as numbers</source>
        <translation>Die Vorgabe %1 nennt bestimmte von %2 Blöcken, diese Modelle haben %3; geben Sie die Gewichte als Zahlen an</translation>
    </message>
    <message>
        <source>the scorer of a block weight search: expected a finite number</source>
        <translation>die Bewertung einer Suche nach Blockgewichten: erwartet wird eine endliche Zahl</translation>
    </message>
    <message>
        <source>a block weight search starts at one of 0, 0.1, .., 1, found %1</source>
        <translation>Eine Suche nach Blockgewichten beginnt bei 0, 0.1, .. oder 1, gefunden %1</translation>
    </message>
    <message>
        <source>a block weight search: expected 1 or more passes, found %1</source>
        <translation>eine Suche nach Blockgewichten: erwartet wird mindestens ein Durchgang, gefunden %1</translation>
    </message>
    <message>
        <source>the recipe does not say which models it is for; name them with %1</source>
        <translation>Das Rezept sagt nicht, für welche Modelle es ist; nennen Sie sie mit %1</translation>
    </message>
    <message>
        <source>the recipe does not say which files its models are; name them with %1</source>
        <translation>Das Rezept sagt nicht, welche Dateien seine Modelle sind; nennen Sie sie mit %1</translation>
    </message>
    <message>
        <source>models %1 and %2 are the same file: %3</source>
        <translation>Die Modelle %1 und %2 sind dieselbe Datei: %3</translation>
    </message>
    <message>
        <source>models %1 and %2 have the same U-Net: %3</source>
        <translation>Die Modelle %1 und %2 haben dasselbe U-Net: %3</translation>
    </message>
    <message>
        <source>the merged values of %1 do not fit into %2, though those of %3 and the other models are finite; choose a wider %4, or smaller weights</source>
        <translation>Die verschmolzenen Werte von %1 passen nicht in %2, obwohl die von %3 und den anderen Modellen endlich sind; wählen Sie einen weiteren Typ (%4) oder kleinere Gewichte</translation>
    </message>
    <message>
        <source>take one as it is: %1 of a model that has one, or %2</source>
        <translation>nehmen Sie eine, wie sie ist: %1 eines Modells, das eine hat, oder %2</translation>
    </message>
    <message>
        <source>merge complete models, or leave this one out</source>
        <translation>verschmelzen Sie vollständige Modelle, oder lassen Sie dieses weg</translation>
    </message>
    <message>
        <source>%1 has no %2 (%3)</source>
        <translation>%1 hat kein(e) %2 (%3)</translation>
    </message>
    <message>
        <source>%1: other settings than %2 has (attention heads, norm groups or scaling)</source>
        <translation>%1: andere Einstellungen als %2 (Aufmerksamkeitsköpfe, Normgruppen oder Skalierung)</translation>
    </message>
    <message>
        <source>%1: expected a complete VAE, found %2</source>
        <translation>%1: erwartet wird eine vollständige VAE, gefunden: %2</translation>
    </message>
    <message>
        <source>these models cannot be merged: expected one architecture and the same tensors in all, found: %1</source>
        <translation>Diese Modelle lassen sich nicht verschmelzen: erwartet werden eine Architektur und dieselben Tensoren in allen, gefunden: %1</translation>
    </message>
    <message>
        <source>%1: expected finite numbers</source>
        <translation>%1: erwartet werden endliche Zahlen</translation>
    </message>
    <message>
        <source>%1: expected one amount for add-difference, found %2 numbers%3</source>
        <translation>%1: erwartet wird ein Betrag für add-difference, gefunden %2 Zahlen%3</translation>
    </message>
    <message>
        <source>%1: expected %2 weights, one per model, found %3%4</source>
        <translation>%1: erwartet werden %2 Gewichte, eines je Modell, gefunden %3%4</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1, found %2</source>
        <translation>%1: erwartet werden Gewichte, die zusammen 1 ergeben, gefunden %2</translation>
    </message>
    <message>
        <source>%1: expected weights that sum to 1, found %2; divided by it, a model would have no part%3</source>
        <translation>%1: erwartet werden Gewichte, die zusammen 1 ergeben, gefunden %2; dadurch geteilt, hätte ein Modell keinen Anteil%3</translation>
    </message>
    <message>
        <source>%1 sum to %2 instead of 1; divided by it</source>
        <translation>%1: Die Summe ist %2 statt 1; durch sie geteilt</translation>
    </message>
    <message>
        <source>%1: expected three models, found %2</source>
        <translation>%1: erwartet werden drei Modelle, gefunden %2</translation>
    </message>
    <message>
        <source>%1: expected two or more models, found %2</source>
        <translation>%1: erwartet werden zwei Modelle oder mehr, gefunden %2</translation>
    </message>
    <message>
        <source>the weights of block %1</source>
        <translation>die Gewichte von Block %1</translation>
    </message>
    <message>
        <source>block weight preset %1 gives the second model&apos;s share of two models, found %2 models; give numbers</source>
        <translation>Die Vorgabe %1 gibt den Anteil des zweiten von zwei Modellen an, gefunden %2 Modelle; geben Sie Zahlen an</translation>
    </message>
    <message>
        <source>block weight preset %1</source>
        <translation>Vorgabe %1 von Blockgewichten</translation>
    </message>
    <message>
        <source>block weights: expected %1 rows for blocks %2 to %3 or %4 with the base first%5, found %6 numbers%7</source>
        <translation>Blockgewichte: erwartet werden %1 Zeilen für die Blöcke %2 bis %3, oder %4 mit der Basis zuerst%5, gefunden %6 Zahlen%7</translation>
    </message>
    <message>
        <source>, each of %1 weights</source>
        <translation>, jede mit %1 Gewichten</translation>
    </message>
    <message>
        <source>the base weights</source>
        <translation>die Gewichte der Basis</translation>
    </message>
    <message>
        <source>block weights: expected blocks %1 to %2, found %3</source>
        <translation>Blockgewichte: erwartet werden die Blöcke %1 bis %2, gefunden %3</translation>
    </message>
    <message>
        <source>merge method %1: expected weighted, add-difference or mbw</source>
        <translation>Verfahren %1: erwartet wird weighted, add-difference oder mbw</translation>
    </message>
    <message>
        <source>type %1 of a merged model: expected same, fp16, bf16, fp32 or fp64</source>
        <translation>Typ %1 eines verschmolzenen Modells: erwartet wird same, fp16, bf16, fp32 oder fp64</translation>
    </message>
    <message>
        <source>the merge&apos;s VAE %1: expected merged, a path, or model:0 to model:%2</source>
        <translation>Die VAE der Verschmelzung %1: erwartet wird merged, ein Pfad, oder model:0 bis model:%2</translation>
    </message>
    <message>
        <source>mbw takes block weights and a base weight; weights per model are for weighted</source>
        <translation>mbw nimmt Blockgewichte und ein Gewicht der Basis; Gewichte je Modell sind für weighted</translation>
    </message>
    <message>
        <source>mbw: expected block weights, found none; give a preset or numbers</source>
        <translation>mbw: erwartet werden Blockgewichte, es gibt keine; geben Sie eine Vorgabe oder Zahlen an</translation>
    </message>
    <message>
        <source>%1 has no block or base weights; they are for mbw</source>
        <translation>%1 hat keine Gewichte von Blöcken oder Basis; sie sind für mbw</translation>
    </message>
    <message>
        <source>the weights</source>
        <translation>die Gewichte</translation>
    </message>
    <message>
        <source>block weights: %1</source>
        <translation>Blockgewichte: %1</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>%1: models</source>
        <translation>%1: models</translation>
    </message>
    <message>
        <source>at least one stage</source>
        <translation>mindestens eine Stufe</translation>
    </message>
    <message>
        <source>%1: expected the block weights of one merge, found the presets %2; keep one row</source>
        <translation>%1: erwartet werden die Blockgewichte einer Verschmelzung, gefunden wurden die Vorgaben %2; behalten Sie eine Zeile</translation>
    </message>
    <message>
        <source>%1: expected a merge recipe (a JSON object, or 25 or 26 numbers, a name may stand before them), found neither</source>
        <translation>%1: erwartet wird ein Rezept (ein JSON-Objekt, oder 25 oder 26 Zahlen, vor denen ein Name stehen darf), gefunden wurde keines davon</translation>
    </message>
    <message>
        <source>&quot;afa.merge&quot; or &quot;afa.block-weights&quot;</source>
        <translation>&quot;afa.merge&quot; oder &quot;afa.block-weights&quot;</translation>
    </message>
    <message>
        <source>%1: expected a merge recipe, found %2; check the path%3</source>
        <translation>%1: erwartet wird ein Rezept, gefunden: %2; prüfen Sie den Pfad%3</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>mixing tensors: expected one weight per input, or three inputs and one amount, found %1 inputs and %2 weights</source>
        <translation>Mischen von Tensoren: erwartet wird ein Gewicht je Eingabe, oder drei Eingaben und ein Betrag, gefunden %1 Eingaben und %2 Gewichte</translation>
    </message>
    <message>
        <source>%1: expected row-major floating-point values of shape %2, found %3 %4</source>
        <translation>%1: erwartet werden zeilenweise Gleitkommawerte der Form %2, gefunden %3 %4</translation>
    </message>
    <message>
        <source>%1: expected room for %2 bytes of floating-point values, found %3</source>
        <translation>%1: erwartet wird Platz für %2 Bytes Gleitkommawerte, gefunden %3</translation>
    </message>
    <message>
        <source>%1: activation &apos;%2&apos;, expected quick_gelu or gelu; this text encoder is not one of Stable Diffusion 1.x</source>
        <translation>%1: Aktivierung „%2“, erwartet wird quick_gelu oder gelu; dieser Text-Encoder ist keiner von Stable Diffusion 1.x</translation>
    </message>
    <message>
        <source>text encoder: token ids: expected [B, 1 to %1], found %2</source>
        <translation>Text-Encoder: Tokennummern: erwartet [B, 1 bis %1], gefunden %2</translation>
    </message>
    <message>
        <source>text encoder: token %1: expected ids below %2; the model&apos;s tokenizer and text encoder do not belong together</source>
        <translation>Text-Encoder: Token %1: erwartet werden Nummern unter %2; Tokenizer und Text-Encoder des Modells gehören nicht zusammen</translation>
    </message>
    <message>
        <source>U-Net: %1: expected %2, found %3</source>
        <translation>U-Net: %1: erwartet %2, gefunden %3</translation>
    </message>
    <message>
        <source>stage %1 (%2)</source>
        <translation>Stufe %1 (%2)</translation>
    </message>
    <message>
        <source>%1, x</source>
        <translation>%1, x</translation>
    </message>
    <message>
        <source>%1, time embedding</source>
        <translation>%1, Zeiteinbettung</translation>
    </message>
    <message>
        <source>%1, text</source>
        <translation>%1, Text</translation>
    </message>
    <message>
        <source>%1, skip</source>
        <translation>%1, Skip</translation>
    </message>
    <message>
        <source>VAE: images: expected [B, %1, H, W] with H and W multiples of %2, found %3</source>
        <translation>VAE: Bilder: erwartet [B, %1, H, W] mit H und W als Vielfachen von %2, gefunden %3</translation>
    </message>
    <message>
        <source>VAE: latents: expected [B, %1, h, w], found %2</source>
        <translation>VAE: Latents: erwartet [B, %1, h, w], gefunden %2</translation>
    </message>
    <message>
        <source>it is the widest there is, use another model</source>
        <translation>es ist die weiteste, die es gibt, nehmen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>wählen Sie %1</translation>
    </message>
    <message>
        <source>%1: the precision %2 is too narrow for its weights: 1 value of &quot;%3&quot; would become infinite; %4</source>
        <translation>%1: Die Präzision %2 reicht für seine Gewichte nicht: 1 Wert von „%3“ würde unendlich; %4</translation>
    </message>
    <message>
        <source>%1: the precision %2 is too narrow for its weights: %3 values of &quot;%4&quot; would become infinite; %5</source>
        <translation>%1: Die Präzision %2 reicht für seine Gewichte nicht: %3 Werte von „%4“ würden unendlich; %5</translation>
    </message>
    <message>
        <source>no file stores tensors of type %1</source>
        <translation>keine Datei speichert Tensoren vom Typ %1</translation>
    </message>
    <message>
        <source>%1: tensor &apos;%2&apos; is missing, expected with shape %3; the file is incomplete or of another architecture</source>
        <translation>%1: Tensor „%2“ fehlt, erwartet mit der Form %3; die Datei ist unvollständig oder von einer anderen Architektur</translation>
    </message>
    <message>
        <source>%1: tensor &apos;%2&apos; has shape %3, expected %4; the file&apos;s config and weights do not belong together</source>
        <translation>%1: Tensor „%2“ hat die Form %3, erwartet %4; Konfiguration und Gewichte der Datei gehören nicht zusammen</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card was found</source>
        <translation>es wurde keine NVIDIA-Grafikkarte gefunden</translation>
    </message>
    <message>
        <source>this machine has no NVIDIA driver (libcuda.so.1 was not found)</source>
        <translation>dieser Rechner hat keinen NVIDIA-Treiber (libcuda.so.1 wurde nicht gefunden)</translation>
    </message>
    <message>
        <source>the folder of libtorch was not found</source>
        <translation>der Ordner von libtorch wurde nicht gefunden</translation>
    </message>
    <message>
        <source>libtorch&apos;s CUDA library could not be opened (%1)</source>
        <translation>die CUDA-Bibliothek von libtorch ließ sich nicht öffnen (%1)</translation>
    </message>
    <message>
        <source>the NVIDIA driver reports no graphics card that can be used</source>
        <translation>der NVIDIA-Treiber meldet keine verwendbare Grafikkarte</translation>
    </message>
    <message>
        <source>use a smaller picture, fewer pictures at once, fewer models or %1, or close other programs</source>
        <translation>wählen Sie ein kleineres Bild, weniger Bilder auf einmal, weniger Modelle oder %1, oder schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>the graphics card ran out of memory; %1 (%2)</source>
        <translation>Der Speicher der Grafikkarte reicht nicht; %1 (%2)</translation>
    </message>
    <message>
        <source>the machine ran out of memory; %1 (%2)</source>
        <translation>Der Arbeitsspeicher reicht nicht; %1 (%2)</translation>
    </message>
    <message>
        <source>libtorch: %1</source>
        <translation>libtorch: %1</translation>
    </message>
    <message>
        <source>the machine ran out of memory; %1</source>
        <translation>Der Arbeitsspeicher reicht nicht; %1</translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: nicht beschreibbar</translation>
    </message>
    <message>
        <source>ICU has no NFC data: %1</source>
        <translation>ICU hat keine Daten für NFC: %1</translation>
    </message>
    <message>
        <source>a prompt of %1 combining characters in one run is too long</source>
        <translation>ein Prompt mit %1 kombinierenden Zeichen hintereinander ist zu lang</translation>
    </message>
    <message>
        <source>ICU could not normalise a prompt: %1</source>
        <translation>ICU konnte einen Prompt nicht normalisieren: %1</translation>
    </message>
    <message>
        <source>%1: a token without text, with the number %2</source>
        <translation>%1: ein Token ohne Text, mit der Nummer %2</translation>
    </message>
    <message>
        <source>%1: token %2 has the number %3; expected 0 to %4</source>
        <translation>%1: Token %2 hat die Nummer %3; erwartet 0 bis %4</translation>
    </message>
    <message>
        <source>%1: two tokens have the number %2, one of them %3</source>
        <translation>%1: zwei Token haben die Nummer %2, eines davon ist %3</translation>
    </message>
    <message>
        <source>%1: token %2 appears twice</source>
        <translation>%1: Token %2 kommt zweimal vor</translation>
    </message>
    <message>
        <source>%1: the merge of %2 and %3 appears twice</source>
        <translation>%1: Die Verbindung von %2 und %3 kommt zweimal vor</translation>
    </message>
    <message>
        <source>%1: expected two tokens with one space between them, found %2</source>
        <translation>%1: erwartet werden zwei Token mit einem Leerzeichen dazwischen, gefunden %2</translation>
    </message>
    <message>
        <source>%1: more than %2 added tokens; CLIP has two</source>
        <translation>%1: mehr als %2 zusätzliche Token; CLIP hat zwei</translation>
    </message>
    <message>
        <source>%1 (padding token)</source>
        <translation>%1 (Füll-Token)</translation>
    </message>
    <message>
        <source>%1: expected a JSON object that gives each token its number, found %2</source>
        <translation>%1: erwartet wird ein JSON-Objekt, das jedem Token seine Nummer gibt, gefunden %2</translation>
    </message>
    <message>
        <source>%1: token %2 has %3 for a number; expected 0 to %4</source>
        <translation>%1: Token %2 hat %3 als Nummer; erwartet 0 bis %4</translation>
    </message>
    <message>
        <source>%1: &quot;model&quot;: &quot;%2&quot; is %3; expected %4, as CLIP&apos;s byte-pair tokenizer has it</source>
        <translation>%1: &quot;model&quot;: &quot;%2&quot; ist %3; erwartet %4, wie beim Byte-Paar-Tokenizer von CLIP</translation>
    </message>
    <message>
        <source>%1: &quot;model&quot;: expected an array &quot;merges&quot;</source>
        <translation>%1: &quot;model&quot;: erwartet wird eine Liste &quot;merges&quot;</translation>
    </message>
    <message>
        <source>%1: merge %2</source>
        <translation>%1: Verbindung %2</translation>
    </message>
    <message>
        <source>%1: expected two tokens, found %2</source>
        <translation>%1: erwartet werden zwei Token, gefunden %2</translation>
    </message>
    <message>
        <source>%1: expected an array &quot;added_tokens&quot;</source>
        <translation>%1: erwartet wird eine Liste &quot;added_tokens&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;added_tokens&quot;: expected &quot;content&quot; and &quot;id&quot;, found %2</source>
        <translation>%1: &quot;added_tokens&quot;: erwartet werden &quot;content&quot; und &quot;id&quot;, gefunden %2</translation>
    </message>
    <message>
        <source>%1: token %2 has the number %3 in &quot;added_tokens&quot; and %4 in &quot;vocab&quot;</source>
        <translation>%1: Token %2 hat die Nummer %3 in &quot;added_tokens&quot; und %4 in &quot;vocab&quot;</translation>
    </message>
    <message>
        <source>%1: added token %2 sets &quot;%3&quot;, which is not supported; set it to false if the token is meant literally</source>
        <translation>%1: Das zusätzliche Token %2 setzt &quot;%3&quot;, was nicht unterstützt wird; setzen Sie es auf false, wenn das Token wörtlich gemeint ist</translation>
    </message>
    <message>
        <source>built-in merges table</source>
        <translation>eingebaute Tabelle der Verbindungen</translation>
    </message>
    <message>
        <source>%1: line %2: expected two tokens with one space between them, found an empty line</source>
        <translation>%1: Zeile %2: erwartet werden zwei Token mit einem Leerzeichen dazwischen, gefunden wurde eine leere Zeile</translation>
    </message>
    <message>
        <source>%1: line %2</source>
        <translation>%1: Zeile %2</translation>
    </message>
    <message>
        <source>%1: expected a tokenizer.json with an object &quot;model&quot;, found none</source>
        <translation>%1: erwartet wird ein tokenizer.json mit einem Objekt &quot;model&quot;, es gibt keines</translation>
    </message>
    <message>
        <source>%1: &quot;vocab&quot;</source>
        <translation>%1: &quot;vocab&quot;</translation>
    </message>
    <message>
        <source>optimiser: expected moments of %1 parameters, found %2</source>
        <translation>Optimierer: erwartet werden Momente von %1 Parametern, gefunden %2</translation>
    </message>
    <message>
        <source>not an entry of this cache</source>
        <translation>kein Eintrag dieses Zwischenspeichers</translation>
    </message>
    <message>
        <source>version %1, expected %2</source>
        <translation>Version %1, erwartet %2</translation>
    </message>
    <message>
        <source>made from something else</source>
        <translation>aus etwas anderem gemacht</translation>
    </message>
    <message>
        <source>another number of tensors</source>
        <translation>eine andere Zahl von Tensoren</translation>
    </message>
    <message>
        <source>tensor %1 %2, expected %3 %4</source>
        <translation>Tensor %1 %2, erwartet %3 %4</translation>
    </message>
    <message>
        <source>%1: the cache folder cannot be made: %2; choose another %3 folder, or %4</source>
        <translation>%1: Der Ordner des Zwischenspeichers lässt sich nicht anlegen: %2; wählen Sie einen anderen Ordner (%3), oder %4</translation>
    </message>
    <message>
        <source>a file of this name is there</source>
        <translation>eine Datei dieses Namens ist da</translation>
    </message>
    <message>
        <source>its checksum does not fit its values</source>
        <translation>seine Prüfsumme passt nicht zu seinen Werten</translation>
    </message>
    <message>
        <source>it has no checksum</source>
        <translation>er hat keine Prüfsumme</translation>
    </message>
    <message>
        <source>%1: this cache entry is made anew: %2</source>
        <translation>%1: Dieser Eintrag des Zwischenspeichers wird neu gemacht: %2</translation>
    </message>
    <message>
        <source>%1: the cache was changed while it was in use: %2; start again</source>
        <translation>%1: Der Zwischenspeicher wurde verändert, während er benutzt wurde: %2; beginnen Sie noch einmal</translation>
    </message>
    <message>
        <source>%1: the cache of encoded pictures and texts needs %2, %3 are free; free some space, choose another %4 folder, or %5</source>
        <translation>%1: Der Zwischenspeicher für Bilder und Texte braucht %2, %3 sind frei; schaffen Sie Platz, wählen Sie einen anderen Ordner (%4), oder %5</translation>
    </message>
    <message>
        <source>%1 is %2; the VAE takes multiples of %3</source>
        <translation>%1 ist %2; die VAE braucht Vielfache von %3</translation>
    </message>
    <message>
        <source>%1 is a share, 0 to 1</source>
        <translation>%1 ist ein Anteil, 0 bis 1</translation>
    </message>
    <message>
        <source>reading ahead takes at least one thread and room for one picture</source>
        <translation>Vorauslesen braucht mindestens einen Thread und Platz für ein Bild</translation>
    </message>
    <message>
        <source>training data: no picture with a text that can be used, of %1 entries</source>
        <translation>Trainingsdaten: unter %1 Einträgen kein Bild mit brauchbarem Text</translation>
    </message>
    <message>
        <source>%1 of %2 texts are longer than the %3 tokens a text encoder takes; their ends are not used</source>
        <translation>%1 von %2 Texten sind länger als die %3 Token, die ein Text-Encoder aufnimmt; ihr Ende wird nicht verwendet</translation>
    </message>
    <message>
        <source>training data: none of the %1 pictures can be decoded; the last: %2</source>
        <translation>Trainingsdaten: Keines der %1 Bilder lässt sich lesen; das letzte: %2</translation>
    </message>
    <message>
        <source>a batch without pictures was asked for</source>
        <translation>ein Stapel ohne Bilder wurde verlangt</translation>
    </message>
    <message>
        <source>picture %1 was asked for; there are %2</source>
        <translation>Bild %1 wurde verlangt; es gibt %2</translation>
    </message>
    <message>
        <source>encoding: expected a VAE, a tokenizer, and a text encoder with its fingerprint for each model; found %1 text encoders and %2 fingerprints</source>
        <translation>Kodieren: erwartet werden eine VAE, ein Tokenizer und ein Text-Encoder mit Fingerabdruck für jedes Modell; gefunden %1 Text-Encoder und %2 Fingerabdrücke</translation>
    </message>
    <message>
        <source>model %1: its text encoder knows %2 tokens, the host&apos;s tokenizer has %3; choose a %4 whose tokenizer all models share</source>
        <translation>Modell %1: Sein Text-Encoder kennt %2 Token, der Tokenizer des Hauptmodells hat %3; wählen Sie mit %4 ein Hauptmodell, dessen Tokenizer alle Modelle teilen</translation>
    </message>
    <message>
        <source>the VAE&apos;s latents are not finite</source>
        <translation>Die Latents der VAE sind nicht endlich</translation>
    </message>
    <message>
        <source>MPI could not %1: %2</source>
        <translation>MPI scheiterte (%1): %2</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>tell this process&apos;s number</source>
        <translation>die Nummer dieses Prozesses nennen</translation>
    </message>
    <message>
        <source>count the processes</source>
        <translation>die Prozesse zählen</translation>
    </message>
    <message>
        <source>find this machine&apos;s processes</source>
        <translation>die Prozesse dieses Rechners finden</translation>
    </message>
    <message>
        <source>tell this process&apos;s number on its machine</source>
        <translation>die Nummer dieses Prozesses auf seinem Rechner nennen</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>an alle senden</translation>
    </message>
    <message>
        <source>ask all processes</source>
        <translation>alle Prozesse fragen</translation>
    </message>
    <message>
        <source>process %1 of %2: %3</source>
        <translation>Prozess %1 von %2: %3</translation>
    </message>
    <message>
        <source>sum gradients</source>
        <translation>Gradienten summieren</translation>
    </message>
    <message>
        <source>hand out the sum of the gradients</source>
        <translation>die Summe der Gradienten verteilen</translation>
    </message>
    <message>
        <source>training on several GPUs needs NCCL, which comes with the CUDA part of libtorch: %1</source>
        <translation>Training auf mehreren Grafikkarten braucht NCCL, das mit dem CUDA-Teil von libtorch kommt: %1</translation>
    </message>
    <message>
        <source>NCCL could not %1: %2</source>
        <translation>NCCL scheiterte (%1): %2</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>beginnen</translation>
    </message>
    <message>
        <source>join the processes</source>
        <translation>die Prozesse verbinden</translation>
    </message>
    <message>
        <source>noiseBatch: expected %1 draws, found %2</source>
        <translation>noiseBatch: erwartet werden %1 Ziehungen, gefunden %2</translation>
    </message>
    <message>
        <source>%1: damaged picture: %2</source>
        <translation>%1: beschädigtes Bild: %2</translation>
    </message>
    <message>
        <source>%1: damaged picture: it cannot be decoded; copy it again</source>
        <translation>%1: beschädigtes Bild: Es lässt sich nicht dekodieren; kopieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1: a picture file of more than 1 GB</source>
        <translation>%1: eine Bilddatei von mehr als 1 GB</translation>
    </message>
    <message>
        <source>damaged picture: it ends early, after %1 bytes; copy it again</source>
        <translation>beschädigtes Bild: Es endet zu früh, nach %1 Bytes; kopieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>damaged picture: %1</source>
        <translation>beschädigtes Bild: %1</translation>
    </message>
    <message>
        <source>a JPEG marker was expected at byte %1</source>
        <translation>bei Byte %1 wurde eine JPEG-Marke erwartet</translation>
    </message>
    <message>
        <source>a JPEG segment is shorter than its own length field</source>
        <translation>ein JPEG-Abschnitt ist kürzer als seine Längenangabe</translation>
    </message>
    <message>
        <source>it holds two JPEG frames</source>
        <translation>es enthält zwei JPEG-Frames</translation>
    </message>
    <message>
        <source>more than %1 JPEG scans</source>
        <translation>mehr als %1 JPEG-Scans</translation>
    </message>
    <message>
        <source>a JPEG without a scan</source>
        <translation>ein JPEG ohne Scan</translation>
    </message>
    <message>
        <source>an animated WebP; training pictures are stills</source>
        <translation>ein animiertes WebP; Trainingsbilder sind Standbilder</translation>
    </message>
    <message>
        <source>a WebP without a picture</source>
        <translation>ein WebP ohne Bild</translation>
    </message>
    <message>
        <source>a TIFF with transparency, which is not read; save it as PNG</source>
        <translation>ein TIFF mit Transparenz, das nicht gelesen wird; speichern Sie es als PNG</translation>
    </message>
    <message>
        <source>a TIFF of other samples than whole numbers, which is not read; save it as PNG</source>
        <translation>ein TIFF mit anderen Werten als ganzen Zahlen, das nicht gelesen wird; speichern Sie es als PNG</translation>
    </message>
    <message>
        <source>a GIF</source>
        <translation>ein GIF</translation>
    </message>
    <message>
        <source>a BigTIFF</source>
        <translation>ein BigTIFF</translation>
    </message>
    <message>
        <source>an AVIF</source>
        <translation>ein AVIF</translation>
    </message>
    <message>
        <source>a HEIC</source>
        <translation>ein HEIC</translation>
    </message>
    <message>
        <source>a JPEG XL</source>
        <translation>ein JPEG XL</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation>eine HTML-Seite</translation>
    </message>
    <message>
        <source>a git-LFS pointer</source>
        <translation>ein git-LFS-Zeiger</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>expected a JPEG, PNG, WebP, BMP or TIFF picture, found %1</source>
        <translation>erwartet wird ein Bild in JPEG, PNG, WebP, BMP oder TIFF, gefunden: %1</translation>
    </message>
    <message>
        <source>its size is %1 x %2</source>
        <translation>seine Größe ist %1 x %2</translation>
    </message>
    <message>
        <source>its header claims %1 x %2 pixels, more than the %3 million that are decoded</source>
        <translation>sein Kopf gibt %1 x %2 Pixel an, mehr als die %3 Millionen, die dekodiert werden</translation>
    </message>
    <message>
        <source>resizing: the window %1 x %2 at %3, %4 does not lie in %5 x %6</source>
        <translation>Größe ändern: Das Fenster %1 x %2 bei %3, %4 liegt nicht in %5 x %6</translation>
    </message>
    <message>
        <source>%1 processes were started together, but this build cannot train in several: %2; build it with MPI (AFA_MPI), or start one process</source>
        <translation>%1 Prozesse wurden zusammen gestartet, aber dieser Build kann nicht in mehreren trainieren: %2; bauen Sie ihn mit MPI (AFA_MPI), oder starten Sie einen Prozess</translation>
    </message>
    <message>
        <source>expected an integer &quot;id&quot; and a &quot;file_name&quot;</source>
        <translation>erwartet werden eine ganze Zahl &quot;id&quot; und ein &quot;file_name&quot;</translation>
    </message>
    <message>
        <source>the id %1 was given before</source>
        <translation>die id %1 gab es schon</translation>
    </message>
    <message>
        <source>expected an integer &quot;image_id&quot; and a &quot;caption&quot;</source>
        <translation>erwartet werden eine ganze Zahl &quot;image_id&quot; und ein &quot;caption&quot;</translation>
    </message>
    <message>
        <source>no image has the id %1</source>
        <translation>kein Bild hat die id %1</translation>
    </message>
    <message>
        <source>a quote is opened and never closed; everything after it is lost</source>
        <translation>ein Anführungszeichen wird geöffnet und nie geschlossen; alles danach geht verloren</translation>
    </message>
    <message>
        <source>expected %1 columns, found %2</source>
        <translation>erwartet werden %1 Spalten, gefunden %2</translation>
    </message>
    <message>
        <source>%1: training data: cannot list the folder: %2</source>
        <translation>%1: Trainingsdaten: Der Ordner lässt sich nicht auflisten: %2</translation>
    </message>
    <message>
        <source>cannot list the folder: %1</source>
        <translation>Der Ordner lässt sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>%1: training data: expected pictures (.jpg, .png, .webp, .bmp, .tif) with same-named .txt files or a metadata.jsonl, found no picture</source>
        <translation>%1: Trainingsdaten: erwartet werden Bilder (.jpg, .png, .webp, .bmp, .tif) mit gleichnamigen .txt-Dateien oder eine metadata.jsonl, es gibt kein Bild</translation>
    </message>
    <message>
        <source> or a row in %1</source>
        <translation> oder eine Zeile in %1</translation>
    </message>
    <message>
        <source>; name the list as the data instead: %1</source>
        <translation>; geben Sie stattdessen die Liste als Daten an: %1</translation>
    </message>
    <message>
        <source>no caption: expected %1.txt beside it%2</source>
        <translation>keine Beschriftung: erwartet wird %1.txt daneben%2</translation>
    </message>
    <message>
        <source>image missing: no .jpg, .png, .webp, .bmp or .tif of this name beside it</source>
        <translation>Bild fehlt: Kein .jpg, .png, .webp, .bmp oder .tif dieses Namens daneben</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>erwartet wird ein JSON-Objekt</translation>
    </message>
    <message>
        <source>expected a &quot;prompt&quot; beside &quot;img_path&quot;, found: %1</source>
        <translation>erwartet wird ein &quot;prompt&quot; neben &quot;img_path&quot;, gefunden: %1</translation>
    </message>
    <message>
        <source>expected {&quot;image&quot;: path, &quot;text&quot;: caption}, found: %1</source>
        <translation>erwartet wird {&quot;image&quot;: Pfad, &quot;text&quot;: Beschriftung}, gefunden: %1</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>training state: expected %1 %2, found %3</source>
        <translation>Stand des Trainings: erwartet werden %1 %2, gefunden %3</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>the gradients of %1 steps in a row were not finite (NaN or infinite): a base model is damaged, or the precision too narrow; try %2 or a smaller %3</source>
        <translation>Die Gradienten von %1 Schritten hintereinander waren nicht endlich (NaN oder unendlich): Ein Basismodell ist beschädigt, oder die Präzision reicht nicht; versuchen Sie %2 oder eine kleinere %3</translation>
    </message>
    <message>
        <source>averages</source>
        <translation>Mittelwerte</translation>
    </message>
    <message>
        <source>%1: training data: a JSON list</source>
        <translation>%1: Trainingsdaten: eine JSON-Liste</translation>
    </message>
    <message>
        <source>%1: training data: %2</source>
        <translation>%1: Trainingsdaten: %2</translation>
    </message>
    <message>
        <source>%1: training data: the file is empty</source>
        <translation>%1: Trainingsdaten: Die Datei ist leer</translation>
    </message>
    <message>
        <source>%1: training data: expected JSON lines {&quot;image&quot;, &quot;text&quot;}, a JSON list of them, JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns image and text, separated by commas, semicolons or tabs; found none of these</source>
        <translation>%1: Trainingsdaten: erwartet werden JSON-Zeilen {&quot;image&quot;, &quot;text&quot;}, eine JSON-Liste davon, Annotationen von JourneyDB, COCO-Beschriftungen (JSON) oder CSV, dessen erste Zeile die Spalten image und text nennt, durch Kommas, Semikolons oder Tabulatoren getrennt; nichts davon wurde gefunden</translation>
    </message>
    <message>
        <source>the picture&apos;s path is not UTF-8 text</source>
        <translation>der Pfad des Bildes ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>the caption is not UTF-8 text; save it as UTF-8</source>
        <translation>die Beschriftung ist kein UTF-8-Text; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>no picture is named</source>
        <translation>kein Bild ist genannt</translation>
    </message>
    <message>
        <source>the picture&apos;s path holds a zero byte</source>
        <translation>der Pfad des Bildes enthält ein Nullbyte</translation>
    </message>
    <message>
        <source>the caption holds the control character %1; remove it</source>
        <translation>die Beschriftung enthält das Steuerzeichen %1; entfernen Sie es</translation>
    </message>
    <message>
        <source>empty caption</source>
        <translation>leere Beschriftung</translation>
    </message>
    <message>
        <source>not a regular file: %1</source>
        <translation>keine gewöhnliche Datei: %1</translation>
    </message>
    <message>
        <source>image missing: %1 (with &quot;/&quot; for each backslash neither)</source>
        <translation>Bild fehlt: %1 (mit „/“ für jeden Rückstrich ebenso)</translation>
    </message>
    <message>
        <source>image missing: %1</source>
        <translation>Bild fehlt: %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>training data: %1 of %2 entries cannot be used, more than the share of %3 that %4 allows: %5</source>
        <translation>Trainingsdaten: %1 von %2 Einträgen sind nicht brauchbar, mehr als der erlaubte Anteil %3 (%4): %5</translation>
    </message>
    <message>
        <source>%1: files: &quot;%2&quot; is not a file of a training state</source>
        <translation>%1: files: „%2“ ist keine Datei eines Trainingsstands</translation>
    </message>
    <message>
        <source>%1: its content is not what was written (SHA-256 differs)</source>
        <translation>%1: Der Inhalt ist nicht, was geschrieben wurde (SHA-256 weicht ab)</translation>
    </message>
    <message>
        <source>that of its folder, %1</source>
        <translation>die ihres Ordners, %1</translation>
    </message>
    <message>
        <source>a damaged training state is passed over: %1</source>
        <translation>ein beschädigter Trainingsstand wird übergangen: %1</translation>
    </message>
    <message>
        <source>%1: no training state there is sound (%2); start anew in another folder</source>
        <translation>%1: Kein Trainingsstand dort ist heil (%2); beginnen Sie neu in einem anderen Ordner</translation>
    </message>
    <message>
        <source>model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the ensemble hardly uses it (collapse); leave it out, or lower %5</source>
        <translation>Modell %1 (%2) hat in %3 von %4 Stufen weniger als 1 % des Gewichts: Das Ensemble nutzt es kaum (Kollaps); lassen Sie es weg, oder senken Sie %5</translation>
    </message>
    <message>
        <source>%1: has no tensor %2, which %3 has; the models differ in architecture</source>
        <translation>%1: hat keinen Tensor %2, den %3 hat; die Modelle unterscheiden sich in der Architektur</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>der Quelle</translation>
    </message>
    <message>
        <source>%1: %2; get it anew, or use another</source>
        <translation>%1: %2; besorgen Sie es neu, oder nehmen Sie ein anderes</translation>
    </message>
    <message>
        <source>%1 is no command; expected %2</source>
        <translation>%1 ist kein Befehl; erwartet wird %2</translation>
    </message>
    <message>
        <source>%1 is no command; did you mean %2?; expected %3</source>
        <translation>%1 ist kein Befehl; meinten Sie %2?; erwartet wird %3</translation>
    </message>
    <message>
        <source>%1 (see %2)</source>
        <translation>%1 (siehe %2)</translation>
    </message>
    <message>
        <source>out of memory; use a smaller picture, fewer models or %1</source>
        <translation>Der Speicher reicht nicht; wählen Sie ein kleineres Bild, weniger Modelle oder %1</translation>
    </message>
    <message>
        <source>standard output could not be written: its disk is full, or who reads it has closed it; what was written to files is whole</source>
        <translation>Die Standardausgabe ließ sich nicht schreiben: Ihr Datenträger ist voll, oder wer sie liest, hat sie geschlossen; was in Dateien geschrieben wurde, ist vollständig</translation>
    </message>
    <message>
        <source>%1, %2, %3 and %4 are of a sheet; say where with %5</source>
        <translation>%1, %2, %3 und %4 gehören zu einem Blatt; sagen Sie mit %5, wohin</translation>
    </message>
    <message>
        <source>%1: expected a text file of prompts, found none to read%2</source>
        <translation>%1: erwartet wird eine Textdatei mit Prompts, es ist keine lesbare da%2</translation>
    </message>
    <message>
        <source>%1: expected a prompt in each line, found none</source>
        <translation>%1: erwartet wird ein Prompt in jeder Zeile, es gibt keinen</translation>
    </message>
</context>
</TS>
