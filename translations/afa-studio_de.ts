<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Captions</name>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>CFG %1</source>
        <translation>CFG %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>without: %1</source>
        <translation>ohne: %1</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>Das Bild ist nicht lesbar: %1</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>%1: the folder cannot be made; choose another one with --data</source>
        <translation>%1: Der Ordner lässt sich nicht anlegen; mit --data einen anderen wählen</translation>
    </message>
    <message>
        <source>AFA Studio is already open on %1. Use that window, or start this one with --data and another folder.</source>
        <translation>AFA Studio ist schon mit %1 geöffnet. Jenes Fenster benutzen oder dieses mit --data und einem anderen Ordner starten.</translation>
    </message>
    <message>
        <source>%1: the folder cannot be written; choose another one with --data</source>
        <translation>%1: In den Ordner lässt sich nicht schreiben; mit --data einen anderen wählen</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>Qt&apos;s SQLite driver is missing; install the package libqt6sql6-sqlite</source>
        <translation>Der SQLite-Treiber von Qt fehlt; das Paket libqt6sql6-sqlite installieren</translation>
    </message>
    <message>
        <source>%1: cannot be made</source>
        <translation>%1: lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1: cannot be opened: %2; is its folder there, and writable?</source>
        <translation>%1: lässt sich nicht öffnen: %2; gibt es den Ordner, und ist er beschreibbar?</translation>
    </message>
    <message>
        <source>%1: written by a newer version of AFA Studio (format %2, this one knows %3); update the program, or start it with another data folder</source>
        <translation>%1: von einer neueren Version von AFA Studio geschrieben (Format %2, diese kennt %3); das Programm aktualisieren oder mit einem anderen Datenordner starten</translation>
    </message>
    <message>
        <source>%1: damaged, and cannot be renamed to %2; move it away by hand</source>
        <translation>%1: beschädigt, und lässt sich nicht in %2 umbenennen; von Hand wegräumen</translation>
    </message>
    <message>
        <source>%1: %2; is the disk full or read-only?</source>
        <translation>%1: %2; ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>%1: a copy of it cannot be kept as %2; is its folder writable?</source>
        <translation>%1: Eine Kopie davon kann nicht als %2 aufbewahrt werden; ist der Ordner beschreibbar?</translation>
    </message>
    <message>
        <source>%1: another program holds the database; nothing was changed. Close what reads or writes it, such as an SQLite tool or a backup, then try again.</source>
        <translation>%1: Ein anderes Programm hält die Datenbank fest; nichts wurde geändert. Schließen Sie, was sie liest oder schreibt, etwa ein SQLite-Werkzeug oder eine Datensicherung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1: the disk is full; nothing was changed. Free some space, then try again.</source>
        <translation>%1: Der Datenträger ist voll; nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1: may not be written; nothing was changed. Allow writing to the file and its folder, or choose another one with --data.</source>
        <translation>%1: darf nicht geschrieben werden; nichts wurde geändert. Erlauben Sie das Schreiben in die Datei und ihren Ordner, oder wählen Sie mit --data einen anderen.</translation>
    </message>
    <message>
        <source>%1: the disk does not read or write it (%2). Is it still attached, and sound?</source>
        <translation>%1: Der Datenträger liest oder schreibt sie nicht (%2). Ist er noch angeschlossen und in Ordnung?</translation>
    </message>
    <message>
        <source>%1: damaged (%2). Start the program again: the file is kept under another name, and the gallery read again from the pictures.</source>
        <translation>%1: beschädigt (%2). Starten Sie das Programm neu: Die Datei wird unter anderem Namen aufbewahrt und die Galerie neu aus den Bildern gelesen.</translation>
    </message>
</context>
<context>
    <name>GalleryLocate</name>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1: kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training, smoothed</source>
        <translation>Training, geglättet</translation>
    </message>
    <message>
        <source>Held out: only %1</source>
        <translation>Zurückgehalten: nur %1</translation>
    </message>
    <message>
        <source>Held out: average</source>
        <translation>Zurückgehalten: Mittelwert</translation>
    </message>
    <message>
        <source>Held out: adaptive</source>
        <translation>Zurückgehalten: adaptiv</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>%1 (training loss)</source>
        <translation>%1 (Trainingsverlust)</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Model %1: not in the library; the chosen models stay</source>
        <translation>Modell %1: nicht in der Bibliothek; die gewählten Modelle bleiben</translation>
    </message>
    <message>
        <source>Aggregator %1: not in the library; an average is used</source>
        <translation>Aggregator %1: nicht in der Bibliothek; es wird gemittelt</translation>
    </message>
    <message>
        <source>VAE %1: the host model&apos;s own is used</source>
        <translation>VAE %1: es wird die des Hauptmodells benutzt</translation>
    </message>
    <message>
        <source>Seed: the picture does not tell it</source>
        <translation>Startwert: das Bild nennt ihn nicht</translation>
    </message>
    <message>
        <source>Size: %1 × %2 became %3 × %4</source>
        <translation>Größe: aus %1 × %2 wurde %3 × %4</translation>
    </message>
    <message>
        <source>Steps: %1 became %2</source>
        <translation>Schritte: aus %1 wurden %2</translation>
    </message>
    <message>
        <source>Guidance (CFG): %1 became %2</source>
        <translation>Führung (CFG): aus %1 wurde %2</translation>
    </message>
    <message>
        <source>Eta: %1 is not used</source>
        <translation>Eta: %1 wird nicht benutzt</translation>
    </message>
    <message>
        <source>Mode %1: not offered here; an average is used</source>
        <translation>Modus %1: wird hier nicht angeboten; ein Mittelwert wird verwendet</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 exists. Shall it be replaced?</source>
        <translation>%1 gibt es schon. Soll die Datei ersetzt werden?</translation>
    </message>
</context>
<context>
    <name>TrainFieldTexts</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the pictures</source>
        <translation>Durchgänge durch die Bilder</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Pictures looked at together; more takes more memory</source>
        <translation>Bilder, die zusammen betrachtet werden; mehr braucht mehr Speicher</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>AdamW&apos;s step size</source>
        <translation>Schrittweite von AdamW</translation>
    </message>
    <message>
        <source>Sample picture every</source>
        <translation>Probebild alle</translation>
    </message>
    <message>
        <source>Steps between two sample pictures of one prompt and seed</source>
        <translation>Schritte zwischen zwei Probebildern mit gleichem Prompt und Startwert</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>paper: as the paper describes it; release: as the authors published it</source>
        <translation>paper: wie im Artikel beschrieben; release: wie von den Autoren veröffentlicht</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Channels inside each aggregator</source>
        <translation>Kanäle in jedem Aggregator</translation>
    </message>
    <message>
        <source>the layout&apos;s</source>
        <translation>wie im Aufbau</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Attention-Köpfe</translation>
    </message>
    <message>
        <source>Of each aggregator&apos;s transformer</source>
        <translation>Im Transformer jedes Aggregators</translation>
    </message>
    <message>
        <source>Transformer layers</source>
        <translation>Transformer-Schichten</translation>
    </message>
    <message>
        <source>Of each aggregator</source>
        <translation>In jedem Aggregator</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>all, last, or numbers such as 13,24,25: which stages of the U-Net are joined by weights</source>
        <translation>all, last oder Zahlen wie 13,24,25: welche Stufen des U-Nets mit Gewichten verbunden werden</translation>
    </message>
    <message>
        <source>A weight for every position</source>
        <translation>Ein Gewicht für jede Stelle</translation>
    </message>
    <message>
        <source>Off: one weight for each model and stage</source>
        <translation>Aus: ein Gewicht je Modell und Stufe</translation>
    </message>
    <message>
        <source>Knows the timestep</source>
        <translation>Kennt den Zeitschritt</translation>
    </message>
    <message>
        <source>Off: the same weights at every step</source>
        <translation>Aus: in jedem Schritt gleiche Gewichte</translation>
    </message>
    <message>
        <source>Knows the prompt</source>
        <translation>Kennt den Prompt</translation>
    </message>
    <message>
        <source>Off: the same weights for every prompt</source>
        <translation>Aus: für jeden Prompt gleiche Gewichte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps in all, instead of epochs</source>
        <translation>Schritte insgesamt, statt Epochen</translation>
    </message>
    <message>
        <source>as the epochs give</source>
        <translation>wie aus den Epochen</translation>
    </message>
    <message>
        <source>Pictures per epoch</source>
        <translation>Bilder je Epoche</translation>
    </message>
    <message>
        <source>At most what the data holds</source>
        <translation>Höchstens so viele, wie die Daten enthalten</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>Stapel je Schritt</translation>
    </message>
    <message>
        <source>Gradients of several batches make one step: a larger batch without more memory</source>
        <translation>Die Gradienten mehrerer Stapel ergeben einen Schritt: ein größerer Stapel ohne mehr Speicher</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>constant, or cosine: down to 0 at the last step</source>
        <translation>constant (gleichbleibend) oder cosine: bis 0 beim letzten Schritt</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Aufwärmschritte</translation>
    </message>
    <message>
        <source>The learning rate rises over these first steps</source>
        <translation>Über diese ersten Schritte steigt die Lernrate</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>AdamW&apos;s</source>
        <translation>Die von AdamW</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradienten begrenzen</translation>
    </message>
    <message>
        <source>Largest norm of the gradients</source>
        <translation>Größte Norm der Gradienten</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>Gleitender Mittelwert</translation>
    </message>
    <message>
        <source>Decay of the weights&apos; moving average, such as 0.999, which is then the result</source>
        <translation>Abnahme des gleitenden Mittelwerts der Gewichte, etwa 0,999; er ist dann das Ergebnis</translation>
    </message>
    <message>
        <source>Without text</source>
        <translation>Ohne Text</translation>
    </message>
    <message>
        <source>Share of samples trained without their caption</source>
        <translation>Anteil der Proben, die ohne Beschriftung trainiert werden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of everything random; the same seed gives the same run</source>
        <translation>Von allem Zufälligen; gleicher Startwert ergibt den gleichen Lauf</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Where pictures are cut to a square</source>
        <translation>Wo Bilder auf ein Quadrat geschnitten werden</translation>
    </message>
    <message>
        <source>Validation data</source>
        <translation>Validierungsdaten</translation>
    </message>
    <message>
        <source>Captioned pictures held out; empty: a share of the data</source>
        <translation>Zurückgehaltene beschriftete Bilder; leer: ein Anteil der Daten</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>Zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>Part of the pictures kept for validation, 16 to 256 of them</source>
        <translation>Teil der Bilder für die Validierung, 16 bis 256</translation>
    </message>
    <message>
        <source>Bad pictures allowed</source>
        <translation>Erlaubte schlechte Bilder</translation>
    </message>
    <message>
        <source>Share of missing or broken pictures that is passed over</source>
        <translation>Anteil fehlender oder kaputter Bilder, der übergangen wird</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Folder of encoded pictures and captions, or off; empty: in the run&apos;s own folder</source>
        <translation>Ordner der kodierten Bilder und Beschriftungen, oder off; leer: im Ordner des Laufs</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Validieren alle</translation>
    </message>
    <message>
        <source>Steps between two validations</source>
        <translation>Schritte zwischen zwei Validierungen</translation>
    </message>
    <message>
        <source>start and end only</source>
        <translation>nur am Anfang und Ende</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Speichern alle</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>Schritte zwischen zwei gespeicherten Ständen</translation>
    </message>
    <message>
        <source>at the end only</source>
        <translation>nur am Ende</translation>
    </message>
    <message>
        <source>Sample prompt</source>
        <translation>Prompt der Probebilder</translation>
    </message>
    <message>
        <source>Empty: the caption of a held-out picture</source>
        <translation>Leer: die Beschriftung eines zurückgehaltenen Bildes</translation>
    </message>
    <message>
        <source>Sample guidance</source>
        <translation>Guidance der Probebilder</translation>
    </message>
    <message>
        <source>Guidance scale of the sample pictures</source>
        <translation>Guidance-Stärke der Probebilder</translation>
    </message>
    <message>
        <source>Save memory</source>
        <translation>Speicher sparen</translation>
    </message>
    <message>
        <source>Stages are computed again on the way back: less memory, about a third more time; auto: where memory is short</source>
        <translation>Stufen werden auf dem Rückweg neu berechnet: weniger Speicher, etwa ein Drittel mehr Zeit; auto: wo Speicher knapp ist</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Another VAE than the host model&apos;s</source>
        <translation>Ein anderes VAE als das des Hauptmodells</translation>
    </message>
    <message>
        <source>Allow equal models</source>
        <translation>Gleiche Modelle erlauben</translation>
    </message>
    <message>
        <source>Go on although two base models are the same weights</source>
        <translation>Weitermachen, obwohl zwei Basismodelle gleiche Gewichte haben</translation>
    </message>
    <message>
        <source>Aggregator</source>
        <translation>Aggregator</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Checks while training</source>
        <translation>Prüfungen während des Trainings</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pixels, square</source>
        <translation>Pixel, quadratisch</translation>
    </message>
    <message>
        <source>the models&apos; own</source>
        <translation>wie die Modelle</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>%1: cannot be written: %2; is the disk full or read-only?</source>
        <translation>%1: lässt sich nicht schreiben: %2; ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>%1: expected the notes of a training run, but they cannot be read: %2</source>
        <translation>%1: erwartet wurden die Notizen eines Trainingslaufs, sie sind aber nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: expected the notes of a training run, found something else; the folder is left as it is</source>
        <translation>%1: erwartet wurden die Notizen eines Trainingslaufs, gefunden wurde etwas anderes; der Ordner bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Adaptive %1</source>
        <translation>Adaptiv %1</translation>
    </message>
    <message>
        <source>%1 %2, that is %3%</source>
        <translation>%1 %2, also %3 %</translation>
    </message>
    <message>
        <source>%1 (within chance)</source>
        <translation>%1 (im Rahmen des Zufalls)</translation>
    </message>
    <message>
        <source>best single model (%1)</source>
        <translation>bestes einzelnes Modell (%1)</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>%1: the desktop&apos;s trash did not take it; it stays where it is. Delete it in a file manager if it shall go.</source>
        <translation>%1: der Papierkorb hat es nicht angenommen; es bleibt, wo es ist. Löschen Sie es bei Bedarf in einer Dateiverwaltung.</translation>
    </message>
    <message>
        <source>%1: does not lie in the data folder %2, so it is left as it is. Delete it in a file manager if it shall go.</source>
        <translation>%1: liegt nicht im Datenordner %2 und bleibt deshalb, wie es ist. Löschen Sie es bei Bedarf in einer Dateiverwaltung.</translation>
    </message>
    <message>
        <source>%1: the link cannot be removed; is its folder writable?</source>
        <translation>%1: Die Verknüpfung kann nicht entfernt werden; ist ihr Ordner beschreibbar?</translation>
    </message>
</context>
<context>
    <name>afa::BlockSliders</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Shares of</source>
        <translation>Anteile von</translation>
    </message>
    <message>
        <source>Whose shares the sliders set</source>
        <translation>Wessen Anteile die Regler setzen</translation>
    </message>
    <message>
        <source>share of %1</source>
        <translation>Anteil von %1</translation>
    </message>
    <message>
        <source>Share of model %1 in this block</source>
        <translation>Anteil des Modells %1 an diesem Block</translation>
    </message>
    <message>
        <source>Share of model %1 in %2</source>
        <translation>Anteil des Modells %1 an %2</translation>
    </message>
    <message>
        <source>%1, share of %2</source>
        <translation>%1, Anteil von %2</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityPanels</name>
    <message>
        <source>Which model denoises which part best</source>
        <translation>Welches Modell welchen Teil am besten entrauscht</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>best model</source>
        <translation>bestes Modell</translation>
    </message>
    <message>
        <source>%1 × %2 positions</source>
        <translation>%1 × %2 Positionen</translation>
    </message>
    <message numerus="yes">
        <source>%n noise sample(s)</source>
        <translation>
            <numerusform>%n Rauschprobe</numerusform>
            <numerusform>%n Rauschproben</numerusform>
        </translation>
    </message>
    <message>
        <source>error %1, best at %2%</source>
        <translation>Fehler %1, bestes auf %2 %</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>quadrierter Fehler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityTable</name>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestes</translation>
    </message>
    <message>
        <source>Error of %1</source>
        <translation>Fehler von %1</translation>
    </message>
</context>
<context>
    <name>afa::CapabilityView</name>
    <message>
        <source>Picture …</source>
        <translation>Bild …</translation>
    </message>
    <message>
        <source>Choose the picture to measure on; or drop one on this page</source>
        <translation>Das Bild wählen, an dem gemessen wird; oder eines auf diese Seite ziehen</translation>
    </message>
    <message>
        <source>Picture to measure on</source>
        <translation>Bild, an dem gemessen wird</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Take a picture that was made here</source>
        <translation>Ein hier entstandenes Bild nehmen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure the ensemble&apos;s models on this picture, in the background</source>
        <translation>Die Modelle des Ensembles an diesem Bild messen, im Hintergrund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Messung abbrechen</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Denoising capability</source>
        <translation>Entrauschungsvermögen</translation>
    </message>
    <message>
        <source>Noise is added to a picture; where a model predicts it with a smaller error than the others, it is the best there.</source>
        <translation>Ein Bild wird verrauscht; wo ein Modell das Rauschen mit kleinerem Fehler vorhersagt als die anderen, ist es dort das beste.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>Was das Bild zeigt</translation>
    </message>
    <message>
        <source>Timesteps</source>
        <translation>Zeitschritte</translation>
    </message>
    <message>
        <source>Noise levels, 0 to 999, separated by commas</source>
        <translation>Rauschstufen von 0 bis 999, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Noise samples</source>
        <translation>Rauschproben</translation>
    </message>
    <message>
        <source>Averaged over: more are slower and surer</source>
        <translation>Darüber wird gemittelt: mehr sind langsamer und sicherer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The number the noise is drawn from</source>
        <translation>Die Zahl, aus der das Rauschen gezogen wird</translation>
    </message>
    <message>
        <source>Timestep shown</source>
        <translation>Gezeigter Zeitschritt</translation>
    </message>
    <message>
        <source>Size of the table&apos;s patches</source>
        <translation>Größe der Felder in der Tabelle</translation>
    </message>
    <message>
        <source>patches of %1 × %1</source>
        <translation>Felder von %1 × %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the measurement</source>
        <translation>Die Messung speichern</translation>
    </message>
    <message>
        <source>Sheet as in the paper …</source>
        <translation>Blatt wie in der Veröffentlichung …</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Values of all positions …</source>
        <translation>Werte aller Positionen …</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Measurement …</source>
        <translation>Messung …</translation>
    </message>
    <message>
        <source>Capability (*.safetensors)</source>
        <translation>Vermögen (*.safetensors)</translation>
    </message>
    <message>
        <source>Errors per patch</source>
        <translation>Fehler je Feld</translation>
    </message>
    <message>
        <source>Choose a picture, say what it shows, and measure.
A capability file can be dropped here as well.</source>
        <translation>Wählen Sie ein Bild, sagen Sie, was es zeigt, und messen Sie.
Auch eine Messungsdatei kann hierher gezogen werden.</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · Seed %2</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>%1: the picture cannot be read.</source>
        <translation>%1: Das Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Timesteps: expected whole numbers from 0 to 999, found &quot;%1&quot;.</source>
        <translation>Zeitschritte: erwartet ganze Zahlen von 0 bis 999, gefunden „%1“.</translation>
    </message>
    <message>
        <source>Choose a picture to measure on.</source>
        <translation>Wählen Sie ein Bild, an dem gemessen wird.</translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation>Wartet, bis es an der Reihe ist …</translation>
    </message>
    <message>
        <source>Measuring, %1 of %2</source>
        <translation>Misst, %1 von %2</translation>
    </message>
    <message>
        <source>Loading models …</source>
        <translation>Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Drop a picture here.</source>
        <translation>Ziehen Sie ein Bild hierher.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the ensemble</source>
        <translation>
            <numerusform>%n Modell des Ensembles</numerusform>
            <numerusform>%n Modelle des Ensembles</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurement is of %1 models; up to %2 can be told apart here.</source>
        <translation>Die Messung umfasst %1 Modelle; bis zu %2 lassen sich hier unterscheiden.</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>Choose a picture to measure on …</source>
        <translation>Ein Bild für die Messung wählen …</translation>
    </message>
    <message>
        <source>Measure the capability</source>
        <translation>Fähigkeiten messen</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>Messung abbrechen</translation>
    </message>
</context>
<context>
    <name>afa::CompareCanvas</name>
    <message>
        <source>Compared pictures</source>
        <translation>Verglichene Bilder</translation>
    </message>
    <message>
        <source>Wheel, + and − zoom into all pictures, 0 shows them whole; drag or use the arrow keys to move</source>
        <translation>Mausrad, + und − vergrößern alle Bilder, 0 zeigt sie ganz; ziehen oder Pfeiltasten verschieben</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Links: %1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
</context>
<context>
    <name>afa::CompareWindow</name>
    <message>
        <source>Compare pictures</source>
        <translation>Bilder vergleichen</translation>
    </message>
    <message>
        <source>Divider between the two pictures</source>
        <translation>Trennlinie zwischen den beiden Bildern</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>All pictures next to each other</source>
        <translation>Alle Bilder nebeneinander</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Two pictures over each other, with a slider between them</source>
        <translation>Zwei Bilder übereinander mit einem Schieber dazwischen</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the pictures whole (0)</source>
        <translation>Die ganzen Bilder zeigen (0)</translation>
    </message>
    <message>
        <source>Save as one picture …</source>
        <translation>Als ein Bild speichern …</translation>
    </message>
    <message>
        <source>A PNG of all pictures with their captions, in English</source>
        <translation>Eine PNG-Datei aller Bilder mit ihren Beschriftungen, auf Englisch</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1-fach</translation>
    </message>
    <message>
        <source>Save the comparison as</source>
        <translation>Vergleich speichern als</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The comparison was saved as %1.</source>
        <translation>Der Vergleich wurde als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>afa::ComparisonRun</name>
    <message>
        <source>%1: cannot be written: %2; is the disk full or read-only?</source>
        <translation>%1: lässt sich nicht schreiben: %2; ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>Taken off the queue</source>
        <translation>Aus der Warteschlange genommen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <translation>Die Warteschlange ist angehalten</translation>
    </message>
</context>
<context>
    <name>afa::CreatePage</name>
    <message>
        <source>Loading models …</source>
        <translation>Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Put this request on the queue (Ctrl+Enter)</source>
        <translation>Diesen Auftrag in die Warteschlange stellen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Recent requests</source>
        <translation>Letzte Aufträge</translation>
    </message>
    <message>
        <source>Write a prompt and press Generate.
Drop a picture here to use its settings.</source>
        <translation>Beschreibung eingeben und auf „Erzeugen“ drücken.
Ein Bild hierher ziehen, um seine Einstellungen zu übernehmen.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show the picture that is being made</source>
        <translation>Das Bild zeigen, das gerade entsteht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Same, but another seed</source>
        <translation>Genauso, aber anderer Startwert</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>%1: the picture carries no settings that this program knows; nothing was changed.</source>
        <translation>%1: Das Bild enthält keine Einstellungen, die dieses Programm kennt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>The settings of %1 were restored.</source>
        <translation>Die Einstellungen von %1 wurden übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>The settings of %1 were restored, except %n.</source>
        <translation>
            <numerusform>Die Einstellungen von %1 wurden übernommen, bis auf %n.</numerusform>
            <numerusform>Die Einstellungen von %1 wurden übernommen, bis auf %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings were restored, except %n.</source>
        <translation>
            <numerusform>Die Einstellungen wurden übernommen, bis auf %n.</numerusform>
            <numerusform>Die Einstellungen wurden übernommen, bis auf %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  —  %2</source>
        <translation>%1  —  %2</translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>(ohne Beschreibung)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>Das Bild ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Preview, step %1 of %2</source>
        <translation>Vorschau, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>%1: the picture could not be saved: %2</source>
        <translation>%1: Das Bild konnte nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>No picture chosen.</source>
        <translation>Kein Bild gewählt.</translation>
    </message>
    <message>
        <source>Make pictures to compare</source>
        <translation>Bilder zum Vergleichen erzeugen</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Compare the chosen pictures, two or more (Ctrl+K)</source>
        <translation>Die gewählten Bilder vergleichen, zwei oder mehr (Strg+K)</translation>
    </message>
    <message>
        <source>Compare modes</source>
        <translation>Modi vergleichen</translation>
    </message>
    <message>
        <source>The same prompt and seed by every single model and every way to join them</source>
        <translation>Gleicher Prompt und Startwert mit jedem einzelnen Modell und jeder Art, sie zu verbinden</translation>
    </message>
    <message>
        <source>Fewer steps</source>
        <translation>Weniger Schritte</translation>
    </message>
    <message>
        <source>The same prompt and seed at 50, 20 and 10 steps</source>
        <translation>Gleicher Prompt und Startwert mit 50, 20 und 10 Schritten</translation>
    </message>
    <message>
        <source>Explore maps</source>
        <translation>Karten erkunden</translation>
    </message>
    <message numerus="yes">
        <source>Move %n picture(s) to the trash?</source>
        <translation>
            <numerusform>%n Bild in den Papierkorb legen?</numerusform>
            <numerusform>%n Bilder in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture&apos;s file is missing: %1</source>
        <translation>Die Datei des Bildes fehlt: %1</translation>
    </message>
    <message>
        <source>The picture lies outside the data folder: %1</source>
        <translation>Das Bild liegt außerhalb des Datenordners: %1</translation>
    </message>
    <message>
        <source>Folder that holds the pictures</source>
        <translation>Ordner, in dem die Bilder liegen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be copied into the gallery.</source>
        <translation>
            <numerusform>%n Bild konnte nicht in die Galerie kopiert werden.</numerusform>
            <numerusform>%n Bilder konnten nicht in die Galerie kopiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds none of the pictures that are gone.</source>
        <translation>In %1 liegt keines der fehlenden Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found and copied; %1 are still gone.</source>
        <translation>
            <numerusform>%n Bild wurde gefunden und kopiert; %1 fehlen noch.</numerusform>
            <numerusform>%n Bilder wurden gefunden und kopiert; %1 fehlen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget pictures</source>
        <translation>Bilder vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Take %n picture(s) whose files are gone out of the gallery? Their stars go too.</source>
        <translation>
            <numerusform>%n Bild, dessen Datei fehlt, aus der Galerie nehmen? Auch sein Stern geht verloren.</numerusform>
            <numerusform>%n Bilder, deren Dateien fehlen, aus der Galerie nehmen? Auch ihre Sterne gehen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
</context>
<context>
    <name>afa::CurvePlot</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>afa::DataPanel</name>
    <message>
        <source>Sources of training data</source>
        <translation>Quellen der Trainingsdaten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder of pictures with captions, or a list of them</source>
        <translation>Einen Ordner mit beschrifteten Bildern oder eine Liste davon hinzufügen</translation>
    </message>
    <message>
        <source>Folder of pictures with .txt files …</source>
        <translation>Ordner mit Bildern und .txt-Dateien …</translation>
    </message>
    <message>
        <source>Add a folder of captioned pictures</source>
        <translation>Ordner mit beschrifteten Bildern hinzufügen</translation>
    </message>
    <message>
        <source>List of pictures (JSON lines, CSV, COCO, JourneyDB) …</source>
        <translation>Bilderliste (JSON-Zeilen, CSV, COCO, JourneyDB) …</translation>
    </message>
    <message>
        <source>Add a list of captioned pictures</source>
        <translation>Liste beschrifteter Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Lists (*.jsonl *.csv *.json);;All files (*)</source>
        <translation>Listen (*.jsonl *.csv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The example pictures</source>
        <translation>Die Beispielbilder</translation>
    </message>
    <message>
        <source>Take the chosen source away</source>
        <translation>Die gewählte Quelle entfernen</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>Pictures and captions that cannot be used, and why</source>
        <translation>Bilder und Beschriftungen, die nicht verwendbar sind, und warum</translation>
    </message>
    <message>
        <source>Problems of the training data</source>
        <translation>Probleme der Trainingsdaten</translation>
    </message>
    <message>
        <source>Pictures and captions</source>
        <translation>Bilder und Beschriftungen</translation>
    </message>
    <message>
        <source>No training data yet. Add a folder of pictures with captions, or drop it here.</source>
        <translation>Noch keine Trainingsdaten. Fügen Sie einen Ordner mit beschrifteten Bildern hinzu oder legen Sie ihn hier ab.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n captioned picture(s)</source>
        <translation>
            <numerusform>%n beschriftetes Bild</numerusform>
            <numerusform>%n beschriftete Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 werden gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be used</source>
        <translation>
            <numerusform>%n ist nicht verwendbar</numerusform>
            <numerusform>%n sind nicht verwendbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::EditRequestDialog</name>
    <message>
        <source>Edit job</source>
        <translation>Auftrag bearbeiten</translation>
    </message>
</context>
<context>
    <name>afa::Ensemble</name>
    <message>
        <source>is not in the library; add its folder</source>
        <translation>ist nicht in der Bibliothek; den Ordner hinzufügen</translation>
    </message>
    <message>
        <source>is gone: moved or deleted</source>
        <translation>ist weg: verschoben oder gelöscht</translation>
    </message>
    <message>
        <source>lacks a text encoder or a VAE</source>
        <translation>hat keinen Text-Encoder oder keine VAE</translation>
    </message>
    <message>
        <source>has another architecture than %1</source>
        <translation>hat eine andere Architektur als %1</translation>
    </message>
    <message numerus="yes">
        <source>joins %n model(s)</source>
        <translation>
            <numerusform>verbindet %n Modell</numerusform>
            <numerusform>verbindet %n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>the models are still being read</source>
        <translation>die Modelle werden noch gelesen</translation>
    </message>
    <message>
        <source>made for another architecture</source>
        <translation>für eine andere Architektur gemacht</translation>
    </message>
    <message>
        <source>trained with %1, which is not chosen</source>
        <translation>mit %1 trainiert, das nicht gewählt ist</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>needs an aggregator</source>
        <translation>braucht einen Aggregator</translation>
    </message>
    <message>
        <source>needs two models or more</source>
        <translation>braucht mindestens zwei Modelle</translation>
    </message>
    <message>
        <source>No base model is chosen. Choose one or more in the Library.</source>
        <translation>Kein Basismodell gewählt. In der Bibliothek eines oder mehrere wählen.</translation>
    </message>
    <message>
        <source>The mode needs an aggregator. Choose one, or another mode.</source>
        <translation>Dieser Modus braucht einen Aggregator. Einen wählen oder einen anderen Modus.</translation>
    </message>
    <message>
        <source>The aggregator %1 is not in the library.</source>
        <translation>Der Aggregator %1 ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The aggregator %1 does not fit: %2.</source>
        <translation>Der Aggregator %1 passt nicht: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 are the same weights.</source>
        <translation>%1 und %2 sind dieselben Gewichte.</translation>
    </message>
    <message>
        <source>The models take about %1, %2 of memory are free.</source>
        <translation>Die Modelle brauchen etwa %1, frei sind %2 Speicher.</translation>
    </message>
    <message>
        <source>Model %1: %2</source>
        <translation>Modell %1: %2</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Hauptmodell</translation>
    </message>
</context>
<context>
    <name>afa::EnsemblePanel</name>
    <message>
        <source>Aggregator</source>
        <translation>Aggregator</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Base models of the ensemble, in order</source>
        <translation>Basismodelle des Ensembles, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Add base models from the table: double-click, or drop files here.</source>
        <translation>Basismodelle aus der Tabelle hinzufügen: doppelklicken oder Dateien hierher ziehen.</translation>
    </message>
    <message>
        <source>Move the model up</source>
        <translation>Modell nach oben</translation>
    </message>
    <message>
        <source>Move the model down</source>
        <translation>Modell nach unten</translation>
    </message>
    <message>
        <source>Take the model out of the ensemble</source>
        <translation>Modell aus dem Ensemble nehmen</translation>
    </message>
    <message>
        <source>Make host</source>
        <translation>Zum Hauptmodell machen</translation>
    </message>
    <message>
        <source>The host&apos;s VAE and tokenizer serve all models</source>
        <translation>VAE und Tokenizer des Hauptmodells dienen allen Modellen</translation>
    </message>
    <message>
        <source>The trained network that decides how much of each model goes on</source>
        <translation>Das trainierte Netz, das entscheidet, wie viel von jedem Modell weitergeht</translation>
    </message>
    <message>
        <source>How the models are joined</source>
        <translation>Wie die Modelle verbunden werden</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n model(s).</source>
        <translation>
            <numerusform>Bereit: %n Modell.</numerusform>
            <numerusform>Bereit: %n Modelle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::EnsembleSummary</name>
    <message>
        <source>How the models are joined</source>
        <translation>Wie die Modelle verbunden werden</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose other models in the Library</source>
        <translation>In der Bibliothek andere Modelle wählen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Hauptmodell</translation>
    </message>
    <message>
        <source>Its VAE and tokenizer serve all</source>
        <translation>Seine VAE und sein Tokenizer dienen allen</translation>
    </message>
    <message>
        <source>None chosen yet.</source>
        <translation>Noch keines gewählt.</translation>
    </message>
</context>
<context>
    <name>afa::ExplorePage</name>
    <message>
        <source>Here you see which model the ensemble trusts where, at every step and stage.
Make a picture, choose “Explore maps” at one of the gallery whose maps were kept, or drop a maps file.</source>
        <translation>Hier sehen Sie, welchem Modell das Ensemble wo vertraut, in jedem Schritt und jeder Stufe.
Machen Sie ein Bild, wählen Sie „Karten erkunden“ bei einem Bild der Galerie, dessen Karten behalten wurden, oder ziehen Sie eine Kartendatei hierher.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>What an aggregator does with the models while a picture is made</source>
        <translation>Was ein Aggregator mit den Modellen macht, während ein Bild entsteht</translation>
    </message>
    <message>
        <source>Which model denoises which part of a picture best</source>
        <translation>Welches Modell welchen Teil eines Bildes am besten entrauscht</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show the maps of the picture that is being made</source>
        <translation>Die Karten des Bildes zeigen, das gerade entsteht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the maps of a picture</source>
        <translation>Die Karten eines Bildes öffnen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Set a second picture&apos;s maps beside these</source>
        <translation>Die Karten eines zweiten Bildes danebenstellen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>Das Gezeigte speichern</translation>
    </message>
    <message>
        <source>Play the steps (Space)</source>
        <translation>Die Schritte abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step of the sampler (left and right arrow)</source>
        <translation>Schritt des Samplers (Pfeil links und rechts)</translation>
    </message>
    <message>
        <source>Figure of the overview</source>
        <translation>Kennzahl der Übersicht</translation>
    </message>
    <message>
        <source>What each cell&apos;s colour tells about its map</source>
        <translation>Was die Farbe jeder Zelle über ihre Karte sagt</translation>
    </message>
    <message>
        <source>Mean weight of the model</source>
        <translation>Mittleres Gewicht des Modells</translation>
    </message>
    <message>
        <source>Entropy over the models</source>
        <translation>Entropie über die Modelle</translation>
    </message>
    <message>
        <source>Spatial variation of the model&apos;s weight</source>
        <translation>Räumliche Schwankung des Modellgewichts</translation>
    </message>
    <message>
        <source>Save as merge recipe …</source>
        <translation>Als Mischrezept speichern …</translation>
    </message>
    <message>
        <source>One weight per stage and model: what `afa merge --recipe` merges the models by</source>
        <translation>Ein Gewicht je Stufe und Modell: danach mischt `afa merge --recipe` die Modelle</translation>
    </message>
    <message>
        <source>Mean of the weights over steps, positions and both halves: how an ordinary merge of the models could imitate this ensemble.</source>
        <translation>Mittel der Gewichte über Schritte, Positionen und beide Hälften: wie eine gewöhnliche Mischung der Modelle dieses Ensemble nachahmen könnte.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>%1   and   %2</source>
        <translation>%1   und   %2</translation>
    </message>
    <message>
        <source>step %1 of %2 · t = %3</source>
        <translation>Schritt %1 von %2 · t = %3</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>mean weight of %1</source>
        <translation>mittleres Gewicht von %1</translation>
    </message>
    <message>
        <source>%1: its maps were not kept. Switch on “Keep maps” in Create and make the picture again: the same settings and seed give the same maps.</source>
        <translation>%1: Seine Karten wurden nicht behalten. Schalten Sie unter „Erstellen“ „Karten behalten“ ein und machen Sie das Bild noch einmal: Gleiche Einstellungen und gleicher Seed ergeben dieselben Karten.</translation>
    </message>
    <message>
        <source>%1: there is not enough memory to open it.</source>
        <translation>%1: Der Speicher reicht nicht, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>Maps file …</source>
        <translation>Kartendatei …</translation>
    </message>
    <message>
        <source>The picture made last</source>
        <translation>Das zuletzt entstandene Bild</translation>
    </message>
    <message>
        <source>Pictures whose maps were kept</source>
        <translation>Bilder, deren Karten behalten wurden</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · Seed %2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Die beiden tauschen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Open maps</source>
        <translation>Karten öffnen</translation>
    </message>
    <message>
        <source>Maps (*.safetensors)</source>
        <translation>Karten (*.safetensors)</translation>
    </message>
    <message>
        <source>The picture being made</source>
        <translation>Das Bild, das gerade entsteht</translation>
    </message>
    <message>
        <source>%1: the picture cannot be read.</source>
        <translation>%1: Das Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>the maps are of %1 models; up to %2 can be told apart here. `afa maps --csv` prints them all.</source>
        <translation>Die Karten sind von %1 Modellen; bis zu %2 lassen sich hier unterscheiden. `afa maps --csv` gibt alle aus.</translation>
    </message>
    <message>
        <source>the record has no maps to show: no stage was joined by an aggregator.</source>
        <translation>Die Aufzeichnung enthält keine Karten: Keine Stufe wurde von einem Aggregator verbunden.</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Voriger Schritt</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>Nächste Stufe</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>Vorige Stufe</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Dominant model</source>
        <translation>Führendes Modell</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Remove all regions</source>
        <translation>Alle Bereiche entfernen</translation>
    </message>
    <message>
        <source>Open a maps file …</source>
        <translation>Kartendatei öffnen …</translation>
    </message>
    <message>
        <source>Show the picture made last</source>
        <translation>Zuletzt gemachtes Bild zeigen</translation>
    </message>
    <message>
        <source>Compare with a maps file …</source>
        <translation>Mit einer Kartendatei vergleichen …</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Erkunden</translation>
    </message>
</context>
<context>
    <name>afa::FigureView</name>
    <message>
        <source>%1: expected numbers such as 1, 24 or ranges such as 0-40/10, found &quot;%2&quot;.</source>
        <translation>%1: erwartet Zahlen wie 1, 24 oder Bereiche wie 0-40/10, gefunden „%2“.</translation>
    </message>
    <message>
        <source>as in the paper</source>
        <translation>wie in der Veröffentlichung</translation>
    </message>
    <message>
        <source>Stages of the figure, from 1: 1, 24 or 1-25/6</source>
        <translation>Stufen der Abbildung, ab 1: 1, 24 oder 1-25/6</translation>
    </message>
    <message>
        <source>evenly spread</source>
        <translation>gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Steps of the figure, from 0 as in files: 0, 10, 20 or 0-49/7</source>
        <translation>Schritte der Abbildung, wie in Dateien ab 0: 0, 10, 20 oder 0-49/7</translation>
    </message>
    <message>
        <source>Maps as in the paper&apos;s Figure 6</source>
        <translation>Karten wie in Abbildung 6 der Veröffentlichung</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>afa::Gallery</name>
    <message>
        <source>%1: is no picture of the gallery&apos;s folder, so it is left as it is. Delete it in a file manager if it shall go.</source>
        <translation>%1: ist kein Bild aus dem Ordner der Galerie und bleibt deshalb, wie es ist. Löschen Sie es bei Bedarf in einer Dateiverwaltung.</translation>
    </message>
</context>
<context>
    <name>afa::GalleryModel</name>
    <message>
        <source>%1
seed %2, %3 × %4</source>
        <translation>%1
Startwert %2, %3 × %4</translation>
    </message>
    <message>
        <source>Favourite picture: %1</source>
        <translation>Favorit: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>In another folder</source>
        <translation>In einem anderen Ordner</translation>
    </message>
</context>
<context>
    <name>afa::GalleryPanel</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Beschreibungen durchsuchen</translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation>Nur Favoriten zeigen</translation>
    </message>
    <message>
        <source>Pictures you make appear here.</source>
        <translation>Hier erscheinen die erzeugten Bilder.</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>Kein Bild passt.</translation>
    </message>
    <message>
        <source>Locate …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose a folder that holds files of these names; they are copied into the gallery&apos;s folder</source>
        <translation>Einen Ordner wählen, der Dateien dieser Namen enthält; sie werden in den Ordner der Galerie kopiert</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Take these pictures out of the gallery; no file is deleted</source>
        <translation>Diese Bilder aus der Galerie nehmen; keine Datei wird gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n picture(s) are gone.</source>
        <translation>
            <numerusform>Die Datei von %n Bild fehlt.</numerusform>
            <numerusform>Die Dateien von %n Bildern fehlen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::HistoryPanel</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>Modelle: %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>All other settings at their defaults</source>
        <translation>Alle anderen Einstellungen wie voreingestellt</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>Choose one or more runs to see their curves in one plot</source>
        <translation>Wählen Sie einen oder mehrere Läufe, um ihre Kurven in einem Diagramm zu sehen</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Kurven der gewählten Läufe</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the saved state</source>
        <translation>Vom gespeicherten Stand aus weitermachen</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Put the run&apos;s data and settings into the form</source>
        <translation>Daten und Einstellungen des Laufs ins Formular übernehmen</translation>
    </message>
    <message>
        <source>Move the run to the trash; its finished aggregator stays</source>
        <translation>Den Lauf in den Papierkorb verschieben; sein fertiger Aggregator bleibt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No runs yet. Every training is kept here.</source>
        <translation>Noch keine Läufe. Jedes Training wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Use the run&apos;s settings</source>
        <translation>Die Einstellungen des Laufs benutzen</translation>
    </message>
    <message>
        <source>Show the run in its folder</source>
        <translation>Den Lauf in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Continue the chosen run</source>
        <translation>Den gewählten Lauf fortsetzen</translation>
    </message>
</context>
<context>
    <name>afa::InfoBar</name>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Einzelheiten zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>afa::JobRunner</name>
    <message>
        <source>%1. Everything was freed; choose a smaller size or fewer models.</source>
        <translation>%1. Alles wurde freigegeben; ein kleineres Bild oder weniger Modelle wählen.</translation>
    </message>
    <message>
        <source>There was not enough memory. Choose a smaller size or fewer models.</source>
        <translation>Der Speicher reichte nicht. Ein kleineres Bild oder weniger Modelle wählen.</translation>
    </message>
    <message>
        <source>The work stopped for an unknown reason.</source>
        <translation>Die Arbeit brach aus unbekanntem Grund ab.</translation>
    </message>
</context>
<context>
    <name>afa::KeepMapsBox</name>
    <message>
        <source>Keep each picture&apos;s attention maps beside it, for the Explore page; they go to the trash with their picture</source>
        <translation>Die Karten jedes Bildes neben ihm behalten, für die Seite „Erkunden“; sie kommen mit ihrem Bild in den Papierkorb</translation>
    </message>
    <message>
        <source>Keep maps</source>
        <translation>Karten behalten</translation>
    </message>
    <message>
        <source>Keep maps (this mode has none)</source>
        <translation>Karten behalten (dieser Modus hat keine)</translation>
    </message>
    <message>
        <source>Keep maps (%1 a picture)</source>
        <translation>Karten behalten (%1 je Bild)</translation>
    </message>
</context>
<context>
    <name>afa::LibraryModel</name>
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
        <source>tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message numerus="yes">
        <source>Aggregator for %n model(s)</source>
        <translation>
            <numerusform>Aggregator für %n Modell</numerusform>
            <numerusform>Aggregator für %n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Attention maps</source>
        <translation>Aufmerksamkeitskarten</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <translation>%1 (Demo)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>afa::LibraryPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Filter by name, kind, hash …</source>
        <translation>Nach Name, Art, Hash filtern …</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where the library looks for models</source>
        <translation>Wo die Bibliothek nach Modellen sucht</translation>
    </message>
    <message>
        <source>No models yet. Add a folder with Stable Diffusion 1.x models, or drop files here.</source>
        <translation>Noch keine Modelle. Einen Ordner mit Stable-Diffusion-1.x-Modellen hinzufügen oder Dateien hierher ziehen.</translation>
    </message>
    <message>
        <source>No model matches.</source>
        <translation>Kein Modell passt.</translation>
    </message>
    <message>
        <source>Free models</source>
        <translation>Modelle freigeben</translation>
    </message>
    <message>
        <source>Give the models&apos; memory back; they are loaded again when needed</source>
        <translation>Den Speicher der Modelle freigeben; bei Bedarf werden sie neu geladen</translation>
    </message>
    <message>
        <source>Add a model file …</source>
        <translation>Modelldatei hinzufügen …</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.ckpt *.pt)</source>
        <translation>Modelle (*.safetensors *.ckpt *.pt)</translation>
    </message>
    <message>
        <source>Load models</source>
        <translation>Modelle laden</translation>
    </message>
    <message>
        <source>Bring the ensemble&apos;s models into memory now, so that the next picture starts at once</source>
        <translation>Die Modelle des Ensembles jetzt in den Speicher holen, damit das nächste Bild sofort beginnt</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>%1 in use, %2 free</source>
        <translation>%1 belegt, %2 frei</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Bib&amp;liothek</translation>
    </message>
    <message>
        <source>Add a model folder …</source>
        <translation>Modellordner hinzufügen …</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Neu nach Modellen suchen</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Automatic (the GPU where there is one)</source>
        <translation>Automatisch (GPU, wo es eine gibt)</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>GPU (CUDA)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>fp32: exact, twice the memory</source>
        <translation>fp32: genau, doppelter Speicher</translation>
    </message>
    <message>
        <source>bf16: wide range</source>
        <translation>bf16: großer Wertebereich</translation>
    </message>
    <message>
        <source>fp16: for GPUs without bf16</source>
        <translation>fp16: für GPUs ohne bf16</translation>
    </message>
</context>
<context>
    <name>afa::MainWindow</name>
    <message>
        <source>AFA Studio</source>
        <translation>AFA Studio</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu „%1“</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Use a picture&apos;s settings …</source>
        <translation>Einstellungen eines Bildes übernehmen …</translation>
    </message>
    <message>
        <source>Open the pictures&apos; folder</source>
        <translation>Bilderordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About AFA Studio</source>
        <translation>Ü&amp;ber AFA Studio</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Looking for the device …</source>
        <translation>Gerät wird gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>Making a picture, %n job(s) waiting</source>
        <translation>
            <numerusform>Ein Bild entsteht, %n Auftrag wartet</numerusform>
            <numerusform>Ein Bild entsteht, %n Aufträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Making a picture</source>
        <translation>Ein Bild entsteht</translation>
    </message>
    <message numerus="yes">
        <source>Queue paused, %n job(s) waiting</source>
        <translation>
            <numerusform>Angehalten, %n Auftrag wartet</numerusform>
            <numerusform>Angehalten, %n Aufträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading models …</source>
        <translation>Modelle werden gelesen …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Use a picture&apos;s settings</source>
        <translation>Einstellungen eines Bildes übernehmen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>About AFA Studio</source>
        <translation>Über AFA Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;AFA Studio %1&lt;/h3&gt;&lt;p&gt;Makes pictures with several Stable Diffusion models at once, joined by adaptive feature aggregation (&quot;Ensembling Diffusion Models via Adaptive Feature Aggregation&quot;).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;AFA Studio %1&lt;/h3&gt;&lt;p&gt;Macht Bilder mit mehreren Stable-Diffusion-Modellen zugleich, verbunden durch adaptive Merkmalsaggregation („Ensembling Diffusion Models via Adaptive Feature Aggregation“).&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Saving the training&apos;s state …</source>
        <translation>Der Stand des Trainings wird gespeichert …</translation>
    </message>
    <message>
        <source>Training %1, step %2 of %3</source>
        <translation>Training von %1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Leave AFA Studio</source>
        <translation>AFA Studio verlassen</translation>
    </message>
    <message>
        <source>%1 is being trained.</source>
        <translation>%1 wird gerade trainiert.</translation>
    </message>
    <message>
        <source>Its state is saved before the program ends, and you can continue the training next time.</source>
        <translation>Der Stand wird gespeichert, bevor das Programm endet; Sie können das Training beim nächsten Mal fortsetzen.</translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation>Speichern und verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Preparing the training of %1</source>
        <translation>Training von %1 wird vorbereitet</translation>
    </message>
    <message>
        <source>Models are being merged.</source>
        <translation>Modelle werden gerade gemischt.</translation>
    </message>
    <message>
        <source>The merge stops when the program ends, and no file of it is left:
%1</source>
        <translation>Das Mischen hält an, wenn das Programm endet, und keine Datei davon bleibt zurück:
%1</translation>
    </message>
    <message>
        <source>Stop it and leave</source>
        <translation>Anhalten und beenden</translation>
    </message>
</context>
<context>
    <name>afa::MapView</name>
    <message>
        <source>%1: the file could not be written; choose a folder that can be written to.</source>
        <translation>%1: Die Datei konnte nicht geschrieben werden; wählen Sie einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>PNG, 300 dpi (*.png);;SVG (*.svg)</source>
        <translation>PNG, 300 dpi (*.png);;SVG (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>This view …</source>
        <translation>Diese Ansicht …</translation>
    </message>
    <message>
        <source>Figure as in the paper …</source>
        <translation>Abbildung wie in der Veröffentlichung …</translation>
    </message>
    <message>
        <source>Overview …</source>
        <translation>Übersicht …</translation>
    </message>
    <message>
        <source>Curves over steps …</source>
        <translation>Kurven über die Schritte …</translation>
    </message>
    <message>
        <source>Curves over stages …</source>
        <translation>Kurven über die Stufen …</translation>
    </message>
    <message>
        <source>Values of the curves …</source>
        <translation>Werte der Kurven …</translation>
    </message>
    <message>
        <source>Weights of this map …</source>
        <translation>Gewichte dieser Karte …</translation>
    </message>
    <message>
        <source>Means of all maps …</source>
        <translation>Mittelwerte aller Karten …</translation>
    </message>
    <message>
        <source>Learned recipe for merging …</source>
        <translation>Gelerntes Mischrezept …</translation>
    </message>
    <message>
        <source>Recipe (*.json)</source>
        <translation>Rezept (*.json)</translation>
    </message>
    <message>
        <source>All maps …</source>
        <translation>Alle Karten …</translation>
    </message>
    <message>
        <source>Maps (*.safetensors)</source>
        <translation>Karten (*.safetensors)</translation>
    </message>
    <message>
        <source>There are no maps to export; open some first.</source>
        <translation>Es gibt keine Karten zum Exportieren; öffnen Sie zuerst welche.</translation>
    </message>
    <message>
        <source>There is no map at this step and stage; choose another.</source>
        <translation>In diesem Schritt und dieser Stufe gibt es keine Karte; wählen Sie andere.</translation>
    </message>
    <message>
        <source>model with the largest weight</source>
        <translation>Modell mit dem größten Gewicht</translation>
    </message>
    <message>
        <source>stage %1 (%2)</source>
        <translation>Stufe %1 (%2)</translation>
    </message>
    <message>
        <source>step %1 of %2, t = %3</source>
        <translation>Schritt %1 von %2, t = %3</translation>
    </message>
    <message>
        <source>mean of with and without prompt</source>
        <translation>Mittel aus mit und ohne Prompt</translation>
    </message>
    <message>
        <source>with prompt</source>
        <translation>mit Prompt</translation>
    </message>
    <message>
        <source>without prompt</source>
        <translation>ohne Prompt</translation>
    </message>
    <message>
        <source>entropy over the models</source>
        <translation>Entropie über die Modelle</translation>
    </message>
    <message>
        <source>dominant model</source>
        <translation>führendes Modell</translation>
    </message>
    <message>
        <source>weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>difference (second − first): %1</source>
        <translation>Differenz (zweites − erstes): %1</translation>
    </message>
    <message>
        <source>This step has not been made yet.</source>
        <translation>Dieser Schritt ist noch nicht gemacht.</translation>
    </message>
    <message>
        <source>No map at this step and stage: no aggregator joins it.</source>
        <translation>Keine Karte in diesem Schritt und dieser Stufe: Kein Aggregator verbindet sie.</translation>
    </message>
    <message>
        <source>second − first</source>
        <translation>zweites − erstes</translation>
    </message>
    <message>
        <source>Attention map</source>
        <translation>Aufmerksamkeitskarte</translation>
    </message>
    <message>
        <source>Attention map of the second picture</source>
        <translation>Aufmerksamkeitskarte des zweiten Bildes</translation>
    </message>
    <message>
        <source>Difference of the attention maps</source>
        <translation>Differenz der Aufmerksamkeitskarten</translation>
    </message>
    <message>
        <source>The second picture&apos;s view …</source>
        <translation>Ansicht des zweiten Bildes …</translation>
    </message>
    <message>
        <source>Difference of the two …</source>
        <translation>Unterschied der beiden …</translation>
    </message>
    <message>
        <source>There is no second picture; choose one at “Compare” first.</source>
        <translation>Es gibt kein zweites Bild; zuerst bei „Vergleichen“ eines wählen.</translation>
    </message>
</context>
<context>
    <name>afa::MergeForm</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the models become one</source>
        <translation>Wie aus den Modellen eines wird</translation>
    </message>
    <message>
        <source>Block by block (MBW)</source>
        <translation>Block für Block (MBW)</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Add the difference: A + x (B - C)</source>
        <translation>Unterschied addieren: A + x (B - C)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Known curves over the blocks, as a start</source>
        <translation>Bekannte Verläufe über die Blöcke, als Anfang</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Text encoder and VAE, share of B</source>
        <translation>Textencoder und VAE, Anteil von B</translation>
    </message>
    <message>
        <source>The second model&apos;s share of everything outside the U-Net</source>
        <translation>Anteil des zweiten Modells an allem außerhalb des U-Nets</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>How much of the difference between B and C is added to A</source>
        <translation>Wie viel vom Unterschied zwischen B und C zu A kommt</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>What turns latents into pictures</source>
        <translation>Was aus Latents Bilder macht</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>How the values are stored</source>
        <translation>Wie die Werte gespeichert werden</translation>
    </message>
    <message>
        <source>As in the first model</source>
        <translation>Wie im ersten Modell</translation>
    </message>
    <message>
        <source>Merged like the rest</source>
        <translation>Gemischt wie der Rest</translation>
    </message>
    <message>
        <source>That of %1, %2</source>
        <translation>Das von %1, %2</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Weights that do not sum to 1 are divided by their sum</source>
        <translation>Gewichte, deren Summe nicht 1 ist, werden durch sie geteilt</translation>
    </message>
    <message>
        <source>Takes three models. Choose them in the Library.</source>
        <translation>Braucht drei Modelle. In der Bibliothek wählen.</translation>
    </message>
    <message>
        <source>Text encoder and VAE</source>
        <translation>Textencoder und VAE</translation>
    </message>
</context>
<context>
    <name>afa::MergePage</name>
    <message>
        <source>Made without writing a model; the picture is in the gallery.</source>
        <translation>Ohne ein Modell zu schreiben gemalt; das Bild ist in der Galerie.</translation>
    </message>
    <message>
        <source>Being made …</source>
        <translation>Wird gemalt …</translation>
    </message>
    <message>
        <source>Single file (.safetensors)</source>
        <translation>Eine Datei (.safetensors)</translation>
    </message>
    <message>
        <source>Folder (diffusers)</source>
        <translation>Ordner (diffusers)</translation>
    </message>
    <message>
        <source>Layout of the merged model</source>
        <translation>Form des gemischten Modells</translation>
    </message>
    <message>
        <source>Where the merged model goes</source>
        <translation>Wohin das gemischte Modell kommt</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose where the merged model goes</source>
        <translation>Wählen, wohin das gemischte Modell kommt</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>Gemischtes Modell</translation>
    </message>
    <message>
        <source>Progress of the merge</source>
        <translation>Fortschritt des Mischens</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Write the merged model; it appears when it is complete</source>
        <translation>Das gemischte Modell schreiben; es erscheint, wenn es vollständig ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop merging; nothing is left behind</source>
        <translation>Das Mischen abbrechen; nichts bleibt zurück</translation>
    </message>
    <message>
        <source>Open a recipe …</source>
        <translation>Rezept öffnen …</translation>
    </message>
    <message>
        <source>Save the recipe …</source>
        <translation>Rezept speichern …</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Prompt to try the merge with</source>
        <translation>Prompt, mit dem die Mischung ausprobiert wird</translation>
    </message>
    <message>
        <source>What to draw; size, steps and the like are those of the Create page</source>
        <translation>Was gemalt wird; Größe, Schritte und dergleichen sind die der Seite Erzeugen</translation>
    </message>
    <message>
        <source>What the merge shall draw</source>
        <translation>Was die Mischung malen soll</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Draw a picture by this recipe without writing a model (Ctrl+Shift+R)</source>
        <translation>Nach diesem Rezept ein Bild malen, ohne ein Modell zu schreiben (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Try a recipe before it is written: the picture comes here.</source>
        <translation>Ein Rezept ausprobieren, bevor es geschrieben wird: Das Bild kommt hierhin.</translation>
    </message>
    <message>
        <source>A merge takes two models or more. Choose them in the Library.</source>
        <translation>Gemischt werden zwei Modelle oder mehr. In der Bibliothek wählen.</translation>
    </message>
    <message>
        <source>The disk has %1 free, the merged model takes %2.</source>
        <translation>Auf dem Datenträger sind %1 frei, das gemischte Modell braucht %2.</translation>
    </message>
    <message>
        <source>Size %1; takes about %2.</source>
        <translation>Größe %1; dauert etwa %2.</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Replace the model?</source>
        <translation>Modell ersetzen?</translation>
    </message>
    <message>
        <source>%1 exists. Shall it be replaced?</source>
        <translation>%1 gibt es schon. Soll es ersetzt werden?</translation>
    </message>
    <message>
        <source>On the queue …</source>
        <translation>In der Warteschlange …</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Recipes (*.json *.txt *.csv);;All files (*)</source>
        <translation>Rezepte (*.json *.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>%1: the recipe could not be written: %2</source>
        <translation>%1: Das Rezept konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The picture failed.</source>
        <translation>Das Bild ist nicht gelungen.</translation>
    </message>
    <message>
        <source>The picture was cancelled.</source>
        <translation>Das Bild wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Cancel the merge</source>
        <translation>Mischen abbrechen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Mischen</translation>
    </message>
    <message>
        <source>Merge into a model</source>
        <translation>Zu einem Modell mischen</translation>
    </message>
    <message>
        <source>Try the recipe</source>
        <translation>Rezept ausprobieren</translation>
    </message>
</context>
<context>
    <name>afa::MergeSearching</name>
    <message>
        <source>Block weights are being searched; pictures wait until the search ends or is stopped</source>
        <translation>Blockgewichte werden gesucht; Bilder warten, bis die Suche endet oder angehalten wird</translation>
    </message>
    <message>
        <source>The search stopped: %1 What was tried is kept; it can be continued.</source>
        <translation>Die Suche hielt an: %1 Was versucht wurde, bleibt; sie kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The search is done. Recipe and curve of scores are in %1.</source>
        <translation>Die Suche ist fertig. Rezept und Verlauf der Wertungen liegen in %1.</translation>
    </message>
</context>
<context>
    <name>afa::Merging</name>
    <message>
        <source>The merge failed: %1</source>
        <translation>Das Mischen ist gescheitert: %1</translation>
    </message>
</context>
<context>
    <name>afa::Mode</name>
    <message>
        <source>Adaptive (AFA)</source>
        <translation>Adaptiv (AFA)</translation>
    </message>
    <message>
        <source>Adaptive, last stage only</source>
        <translation>Adaptiv, nur letzte Stufe</translation>
    </message>
    <message>
        <source>Average after every stage</source>
        <translation>Mittelwert nach jeder Stufe</translation>
    </message>
    <message>
        <source>Average of the noise</source>
        <translation>Mittelwert des Rauschens</translation>
    </message>
    <message>
        <source>MagicFusion</source>
        <translation>MagicFusion</translation>
    </message>
    <message>
        <source>One model after the other</source>
        <translation>Ein Modell nach dem anderen</translation>
    </message>
    <message>
        <source>Weights merged</source>
        <translation>Gewichte verschmolzen</translation>
    </message>
    <message>
        <source>Only %1: %2</source>
        <translation>Nur %1: %2</translation>
    </message>
</context>
<context>
    <name>afa::ModelBadge</name>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
</context>
<context>
    <name>afa::ModelDetails</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>Pictures of</source>
        <translation>Bilder mit</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 Pixeln</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Open the model&apos;s folder in the file manager</source>
        <translation>Den Ordner des Modells in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Add to ensemble</source>
        <translation>Ins Ensemble</translation>
    </message>
    <message>
        <source>Use this aggregator</source>
        <translation>Diesen Aggregator benutzen</translation>
    </message>
    <message>
        <source>Put the model at the end of the ensemble (Enter)</source>
        <translation>Das Modell ans Ende des Ensembles stellen (Eingabe)</translation>
    </message>
    <message>
        <source>Join the ensemble with this aggregator (Enter)</source>
        <translation>Das Ensemble mit diesem Aggregator verbinden (Eingabe)</translation>
    </message>
</context>
<context>
    <name>afa::OptionCombo</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>afa::OverviewMatrix</name>
    <message>
        <source>Overview of all steps and stages</source>
        <translation>Übersicht über alle Schritte und Stufen</translation>
    </message>
    <message>
        <source>entropy over the models</source>
        <translation>Entropie über die Modelle</translation>
    </message>
    <message>
        <source>spatial variation of %1 (standard deviation)</source>
        <translation>räumliche Schwankung von %1 (Standardabweichung)</translation>
    </message>
    <message>
        <source>mean weight of %1</source>
        <translation>mittleres Gewicht von %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Step %1, stage %2 (%3): %4</source>
        <translation>Schritt %1, Stufe %2 (%3): %4</translation>
    </message>
    <message>
        <source>no map</source>
        <translation>keine Karte</translation>
    </message>
</context>
<context>
    <name>afa::PictureDetails</name>
    <message>
        <source>Picture details</source>
        <translation>Einzelheiten zum Bild</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negative Beschreibung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Aggregator</source>
        <translation>Aggregator</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance (CFG)</source>
        <translation>Führung (CFG)</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>, Karras</source>
        <translation>, Karras</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The picture carries none.</source>
        <translation>Das Bild enthält keine.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>afa::ProgressStrip</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>Fortschritt des Auftrags</translation>
    </message>
    <message>
        <source>Stop the running job (Esc)</source>
        <translation>Laufenden Auftrag anhalten (Esc)</translation>
    </message>
    <message>
        <source>Go on with the waiting jobs</source>
        <translation>Mit den wartenden Aufträgen fortfahren</translation>
    </message>
    <message numerus="yes">
        <source>The queue is paused; %n job(s) waiting.</source>
        <translation>
            <numerusform>Die Aufträge sind angehalten; %n wartet.</numerusform>
            <numerusform>Die Aufträge sind angehalten; %n warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Wird dekodiert</translation>
    </message>
    <message>
        <source>Loading models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>%1 s/step</source>
        <translation>%1 s/Schritt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n weiterer wartet</numerusform>
            <numerusform>%n weitere warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n job(s) waiting.</source>
        <translation>
            <numerusform>%1; %n Auftrag wartet.</numerusform>
            <numerusform>%1; %n Aufträge warten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::PromptEdit</name>
    <message>
        <source>Tokens used of those the text encoder takes; what does not fit is struck through</source>
        <translation>Benutzte Token von denen, die der Text-Encoder nimmt; was nicht passt, ist durchgestrichen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens used</source>
        <translation>%1 von %2 Token benutzt</translation>
    </message>
</context>
<context>
    <name>afa::QueueModel</name>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>CFG %1</source>
        <translation>CFG %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>the models&apos; size</source>
        <translation>Größe der Modelle</translation>
    </message>
</context>
<context>
    <name>afa::QueuePage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Stop the running job and cancel those that wait</source>
        <translation>Den laufenden Auftrag anhalten und die wartenden abbrechen</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Take done, failed and cancelled jobs off the list; their pictures stay</source>
        <translation>Fertige, fehlgeschlagene und abgebrochene Aufträge aus der Liste nehmen; ihre Bilder bleiben</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>No jobs. What you generate is listed here, and waits here while another job runs.</source>
        <translation>Keine Aufträge. Was erzeugt wird, steht hier, und wartet hier, solange ein anderer Auftrag läuft.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on with the waiting jobs</source>
        <translation>Mit den wartenden Aufträgen fortfahren</translation>
    </message>
    <message>
        <source>Let the running job end, and start no other</source>
        <translation>Den laufenden Auftrag beenden lassen und keinen weiteren beginnen</translation>
    </message>
    <message>
        <source>The job has begun in the meantime and runs as it was; the changed one is a job of its own.</source>
        <translation>Der Auftrag hat inzwischen begonnen und läuft, wie er war; der geänderte ist ein eigener Auftrag.</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>Alle Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Clear ended jobs</source>
        <translation>Beendete Aufträge entfernen</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>Aufträge fortsetzen</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Aufträge anhalten</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Aufträge</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>Laufenden Auftrag abbrechen</translation>
    </message>
</context>
<context>
    <name>afa::Readout</name>
    <message>
        <source>Each model&apos;s weight at the pointer; a click chooses the model</source>
        <translation>Gewicht jedes Modells am Zeiger; ein Klick wählt das Modell</translation>
    </message>
    <message>
        <source>Weights at the pointer</source>
        <translation>Gewichte am Zeiger</translation>
    </message>
    <message>
        <source>No map at this step and stage</source>
        <translation>Keine Karte in diesem Schritt und dieser Stufe</translation>
    </message>
    <message>
        <source>Mean over the picture</source>
        <translation>Mittel über das Bild</translation>
    </message>
    <message>
        <source>Position x %1, y %2 of %3 × %4</source>
        <translation>Position x %1, y %2 von %3 × %4</translation>
    </message>
</context>
<context>
    <name>afa::RecipeBars</name>
    <message>
        <source>Mean weight per stage and model</source>
        <translation>Mittleres Gewicht je Stufe und Modell</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>keine Karten</translation>
    </message>
</context>
<context>
    <name>afa::RegionPlots</name>
    <message>
        <source>Click or drag on the map to choose regions.</source>
        <translation>Klicken oder ziehen Sie auf der Karte, um Bereiche zu wählen.</translation>
    </message>
    <message>
        <source>Weights over steps</source>
        <translation>Gewichte über die Schritte</translation>
    </message>
    <message>
        <source>Weights over stages</source>
        <translation>Gewichte über die Stufen</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>Bereich %1</translation>
    </message>
    <message>
        <source>Remove region %1</source>
        <translation>Bereich %1 entfernen</translation>
    </message>
    <message>
        <source>%1, whole picture</source>
        <translation>%1, ganzes Bild</translation>
    </message>
    <message>
        <source>%1, region %2</source>
        <translation>%1, Bereich %2</translation>
    </message>
    <message>
        <source>step (at stage %1)</source>
        <translation>Schritt (in Stufe %1)</translation>
    </message>
    <message>
        <source>stage (at step %1)</source>
        <translation>Stufe (in Schritt %1)</translation>
    </message>
</context>
<context>
    <name>afa::RequestPanel</name>
    <message>
        <source>Karras</source>
        <translation>Karras</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>Was das Bild zeigt</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negative Beschreibung</translation>
    </message>
    <message>
        <source>What it must not show</source>
        <translation>Was es nicht zeigen darf</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Sizes these models know best</source>
        <translation>Größen, die diese Modelle am besten können</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How many times the picture is refined: more is slower and finer</source>
        <translation>Wie oft das Bild verfeinert wird: mehr ist langsamer und feiner</translation>
    </message>
    <message>
        <source>Guidance (CFG)</source>
        <translation>Führung (CFG)</translation>
    </message>
    <message>
        <source>How strictly the prompt is followed; 1 switches guidance off</source>
        <translation>Wie streng der Beschreibung gefolgt wird; 1 schaltet die Führung ab</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>The method that turns noise into a picture</source>
        <translation>Das Verfahren, das aus Rauschen ein Bild macht</translation>
    </message>
    <message>
        <source>Karras noise levels: more of the steps at low noise (DPM-Solver++ 2M and Euler)</source>
        <translation>Rauschstufen nach Karras: mehr Schritte bei wenig Rauschen (DPM-Solver++ 2M und Euler)</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Anzahl der Bilder</translation>
    </message>
    <message>
        <source>How many pictures, with seeds one after the other</source>
        <translation>Wie viele Bilder, mit aufeinanderfolgenden Startwerten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1: %2 × %3</source>
        <translation>%1: %2 × %3</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Own: %1 × %2</source>
        <translation>Eigene: %1 × %2</translation>
    </message>
</context>
<context>
    <name>afa::RoutingStrip</name>
    <message>
        <source>Mean weight of each model at each stage</source>
        <translation>Mittleres Gewicht jedes Modells in jeder Stufe</translation>
    </message>
    <message>
        <source>%1: %2%</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>Shown after the first validation</source>
        <translation>Wird nach der ersten Validierung gezeigt</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>%1 %2: %3%</source>
        <translation>%1 %2: %3 %</translation>
    </message>
    <message>
        <source>entropy %1 (1 = undecided)</source>
        <translation>Entropie %1 (1 = unentschieden)</translation>
    </message>
</context>
<context>
    <name>afa::RunPanel</name>
    <message>
        <source>Nothing has been trained yet. Choose data and models, then press Start.</source>
        <translation>Noch wurde nichts trainiert. Wählen Sie Daten und Modelle und drücken Sie auf Start.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop now and save a state; pictures can be made meanwhile, and the training can go on at any time, also after a restart</source>
        <translation>Jetzt stoppen und den Stand speichern; inzwischen lassen sich Bilder erzeugen, und das Training kann jederzeit weitergehen, auch nach einem Neustart</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the saved state</source>
        <translation>Vom gespeicherten Stand aus weitermachen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>Curves appear with the first steps</source>
        <translation>Kurven erscheinen mit den ersten Schritten</translation>
    </message>
    <message>
        <source>Training and validation loss</source>
        <translation>Trainings- und Validierungsverlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>Log-Achse</translation>
    </message>
    <message>
        <source>A logarithmic axis for the error</source>
        <translation>Eine logarithmische Achse für den Fehler</translation>
    </message>
    <message>
        <source>Smoothing of the training loss</source>
        <translation>Glättung des Trainingsverlusts</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole curves again; the wheel zooms</source>
        <translation>Die ganzen Kurven wieder zeigen; das Mausrad vergrößert</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Which of the sample pictures is shown</source>
        <translation>Welches der Probebilder gezeigt wird</translation>
    </message>
    <message>
        <source>Warnings of the training</source>
        <translation>Warnungen des Trainings</translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation>Probebild</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Mean weight by stage</source>
        <translation>Mittleres Gewicht je Stufe</translation>
    </message>
    <message>
        <source>Stopping and saving a state …</source>
        <translation>Wird gestoppt und gespeichert …</translation>
    </message>
    <message>
        <source>Waits for the picture that is being made</source>
        <translation>Wartet auf das Bild, das gerade entsteht</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Done; the aggregator is in the Library</source>
        <translation>Fertig; der Aggregator ist in der Bibliothek</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 s/step</source>
        <translation>%1 s/Schritt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>The first one is still to come</source>
        <translation>Das erste kommt noch</translation>
    </message>
    <message>
        <source>None is made: &quot;Sample picture every&quot; says never</source>
        <translation>Es wird keines gemacht: „Probebild alle“ steht auf nie</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>nach Schritt %1</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>Das Bild ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Sample picture after step %1</source>
        <translation>Probebild nach Schritt %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>Training anhalten</translation>
    </message>
</context>
<context>
    <name>afa::RunsModel</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation>Zurückgehaltener Fehler</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>afa::SearchPanel</name>
    <message>
        <source>Drawing, step %1 of %2</source>
        <translation>Malt, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Measuring picture %1 of %2</source>
        <translation>Misst an Bild %1 von %2</translation>
    </message>
    <message>
        <source>Reading picture %1 of %2</source>
        <translation>Liest Bild %1 von %2</translation>
    </message>
    <message>
        <source>Merging in memory</source>
        <translation>Mischt im Speicher</translation>
    </message>
    <message>
        <source>Error on captioned pictures</source>
        <translation>Fehler an beschrifteten Bildern</translation>
    </message>
    <message>
        <source>A command that scores pictures</source>
        <translation>Ein Befehl, der Bilder bewertet</translation>
    </message>
    <message>
        <source>How a merge is scored</source>
        <translation>Wie eine Mischung bewertet wird</translation>
    </message>
    <message>
        <source>Captioned pictures</source>
        <translation>Beschriftete Bilder</translation>
    </message>
    <message>
        <source>A manifest or a folder of pictures with texts, as for training</source>
        <translation>Eine Liste oder ein Ordner mit Bildern und Texten, wie beim Training</translation>
    </message>
    <message>
        <source>Choose captioned pictures</source>
        <translation>Beschriftete Bilder wählen</translation>
    </message>
    <message>
        <source>Manifests (*.json *.jsonl *.csv)</source>
        <translation>Listen (*.json *.jsonl *.csv)</translation>
    </message>
    <message>
        <source>How many of the pictures</source>
        <translation>Wie viele der Bilder</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Run with two more arguments, prompt and PNG file; it prints a number, the higher the better</source>
        <translation>Läuft mit zwei weiteren Argumenten, Prompt und PNG-Datei; gibt eine Zahl aus, je höher, desto besser</translation>
    </message>
    <message>
        <source>Seconds the command may take</source>
        <translation>Sekunden, die der Befehl brauchen darf</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Time limit, s</source>
        <translation>Zeitgrenze, s</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>A prompt in each line; the first one shows the best merge</source>
        <translation>In jeder Zeile ein Prompt; der erste zeigt die beste Mischung</translation>
    </message>
    <message>
        <source>Pictures per prompt</source>
        <translation>Bilder je Prompt</translation>
    </message>
    <message>
        <source>Sampler steps of a picture</source>
        <translation>Samplerschritte eines Bildes</translation>
    </message>
    <message>
        <source>How often all blocks are gone through</source>
        <translation>Wie oft alle Blöcke durchgegangen werden</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>Halbieren</translation>
    </message>
    <message>
        <source>All of 0, 0.1, .. 1</source>
        <translation>Alle von 0; 0,1; .. 1</translation>
    </message>
    <message>
        <source>How one share is searched</source>
        <translation>Wie ein Anteil gesucht wird</translation>
    </message>
    <message>
        <source>IN and OUT blocks in pairs</source>
        <translation>IN- und OUT-Blöcke paarweise</translation>
    </message>
    <message>
        <source>Blocks of the same resolution share a weight: half as many trials</source>
        <translation>Blöcke gleicher Auflösung teilen ein Gewicht: halb so viele Versuche</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>One share</source>
        <translation>Ein Anteil</translation>
    </message>
    <message>
        <source>Continue the last one</source>
        <translation>Die letzte fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the last search where it stopped</source>
        <translation>Die letzte Suche dort fortsetzen, wo sie anhielt</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>Bewertet nach</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>The score of every merge that was tried comes here.</source>
        <translation>Hierhin kommt die Wertung jeder versuchten Mischung.</translation>
    </message>
    <message>
        <source>The best merge&apos;s picture comes here.</source>
        <translation>Hierhin kommt das Bild der besten Mischung.</translation>
    </message>
    <message>
        <source>Use the best</source>
        <translation>Beste übernehmen</translation>
    </message>
    <message>
        <source>Take the best block weights over into the recipe</source>
        <translation>Die besten Blockgewichte ins Rezept übernehmen</translation>
    </message>
    <message>
        <source>A search takes two models. Choose them in the Library.</source>
        <translation>Eine Suche braucht zwei Modelle. In der Bibliothek wählen.</translation>
    </message>
    <message>
        <source>Choose captioned pictures.</source>
        <translation>Beschriftete Bilder wählen.</translation>
    </message>
    <message>
        <source>Give the command.</source>
        <translation>Einen Befehl angeben.</translation>
    </message>
    <message>
        <source>Give one prompt or more.</source>
        <translation>Einen Prompt oder mehrere angeben.</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>Beste bisher</translation>
    </message>
    <message>
        <source>Pictures of the best merge so far</source>
        <translation>Bilder der bisher besten Mischung</translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation>Wartet, bis sie an der Reihe ist …</translation>
    </message>
    <message>
        <source>Picture of the best merge, trial %1</source>
        <translation>Bild der besten Mischung, Versuch %1</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>Suche starten</translation>
    </message>
    <message>
        <source>Stop; it can be continued later</source>
        <translation>Anhalten; sie kann später fortgesetzt werden</translation>
    </message>
    <message>
        <source>Search in the background; pictures wait until it ends or is stopped</source>
        <translation>Im Hintergrund suchen; Bilder warten, bis die Suche endet oder angehalten wird</translation>
    </message>
    <message>
        <source>Trial %1 of at most %2. Best score %3, trial %4.</source>
        <translation>Versuch %1 von höchstens %2. Beste Wertung %3, Versuch %4.</translation>
    </message>
    <message>
        <source>Continue the last search</source>
        <translation>Die letzte Suche fortsetzen</translation>
    </message>
</context>
<context>
    <name>afa::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The number the start noise is drawn from: the same seed and settings give the same picture</source>
        <translation>Die Zahl, aus der das Anfangsrauschen gezogen wird: gleicher Startwert und gleiche Einstellungen ergeben dasselbe Bild</translation>
    </message>
    <message>
        <source>Keep this seed for the next pictures</source>
        <translation>Diesen Startwert für die nächsten Bilder behalten</translation>
    </message>
    <message>
        <source>Another random seed</source>
        <translation>Ein anderer zufälliger Startwert</translation>
    </message>
</context>
<context>
    <name>afa::SliderField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
</context>
<context>
    <name>afa::Studio</name>
    <message>
        <source>The studio&apos;s database was damaged. It was kept as %1 and a new one begun; the gallery is being read again from the pictures themselves.</source>
        <translation>Die Datenbank des Programms war beschädigt. Sie wurde als %1 aufgehoben und eine neue begonnen; die Galerie wird aus den Bildern selbst neu gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of the queue could not be read.</source>
        <translation>
            <numerusform>%n Auftrag war nicht lesbar.</numerusform>
            <numerusform>%n Aufträge waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The aggregator %1 is finished; it is in the Library now.</source>
        <translation>Der Aggregator %1 ist fertig; er ist jetzt in der Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%n training run(s) could not be read.</source>
        <translation>
            <numerusform>%n Trainingslauf ließ sich nicht lesen.</numerusform>
            <numerusform>%n Trainingsläufe ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The models could not be loaded: %1</source>
        <translation>Die Modelle konnten nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>The merged model is at %1.</source>
        <translation>Das gemischte Modell liegt unter %1.</translation>
    </message>
    <message>
        <source>The chosen device is not there</source>
        <translation>Das gewählte Gerät ist nicht da</translation>
    </message>
    <message numerus="yes">
        <source>Gallery: %n picture(s) found in the folder were added.</source>
        <translation>
            <numerusform>Galerie: %n im Ordner gefundenes Bild wurde hinzugefügt.</numerusform>
            <numerusform>Galerie: %n im Ordner gefundene Bilder wurden hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::TrainForm</name>
    <message>
        <source>Show or hide these settings</source>
        <translation>Diese Einstellungen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Path of a file or folder</source>
        <translation>Pfad einer Datei oder eines Ordners</translation>
    </message>
</context>
<context>
    <name>afa::TrainPage</name>
    <message>
        <source>Name of the aggregator</source>
        <translation>Name des Aggregators</translation>
    </message>
    <message>
        <source>What the run and its aggregator are called</source>
        <translation>Wie der Lauf und sein Aggregator heißen</translation>
    </message>
    <message>
        <source>my aggregator</source>
        <translation>mein Aggregator</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New aggregator</source>
        <translation>Neuer Aggregator</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Measure the time</source>
        <translation>Zeit messen</translation>
    </message>
    <message>
        <source>Load the models and time one step</source>
        <translation>Die Modelle laden und einen Schritt messen</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Train in the background; pictures wait until it ends or is paused</source>
        <translation>Im Hintergrund trainieren; Bilder warten, bis es endet oder angehalten wird</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>An aggregator joins two base models or more. Choose them in the Library.</source>
        <translation>Ein Aggregator verbindet zwei oder mehr Basismodelle. Wählen Sie sie in der Bibliothek.</translation>
    </message>
    <message>
        <source>Add training data first.</source>
        <translation>Fügen Sie zuerst Trainingsdaten hinzu.</translation>
    </message>
    <message>
        <source>%1 pictures to train on, %2 held out, %3 px</source>
        <translation>%1 Bilder zum Trainieren, %2 zurückgehalten, %3 px</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps of %n picture(s), %2 M parameters</source>
        <translation>
            <numerusform>%1 Schritte zu %n Bild, %2 Mio. Parameter</numerusform>
            <numerusform>%1 Schritte zu %n Bildern, %2 Mio. Parameter</numerusform>
        </translation>
    </message>
    <message>
        <source>Time: about %1 (%2 s a step, measured)</source>
        <translation>Zeit: etwa %1 (%2 s je Schritt, gemessen)</translation>
    </message>
    <message>
        <source>Time: not measured yet</source>
        <translation>Zeit: noch nicht gemessen</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Memory: about %1</source>
        <translation>Speicher: etwa %1</translation>
    </message>
    <message>
        <source>Memory: about %1, %2 are free</source>
        <translation>Speicher: etwa %1, %2 sind frei</translation>
    </message>
    <message>
        <source>: choose a smaller batch</source>
        <translation>: einen kleineren Stapel wählen</translation>
    </message>
    <message>
        <source>Models %1, step %2, aggregator with its optimiser %3</source>
        <translation>Modelle %1, Schritt %2, Aggregator mit Optimierer %3</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
</context>
<context>
    <name>afa::Training</name>
    <message>
        <source>%1 is being trained. Pause it first.</source>
        <translation>%1 wird gerade trainiert. Halten Sie es zuerst an.</translation>
    </message>
    <message>
        <source>%1 is being trained; pictures wait until it ends or is paused</source>
        <translation>%1 wird trainiert; Bilder warten, bis es endet oder angehalten wird</translation>
    </message>
    <message>
        <source>%1: could not be copied to %2 (%3); is the disk full? The aggregator itself is safe.</source>
        <translation>%1: ließ sich nicht nach %2 kopieren (%3); ist der Datenträger voll? Der Aggregator selbst ist sicher.</translation>
    </message>
</context>
<context>
    <name>afa::UNetDrawing</name>
    <message>
        <source>U-Net stages</source>
        <translation>Stufen des U-Nets</translation>
    </message>
    <message>
        <source>Stage %1 · %2 · %3</source>
        <translation>Stufe %1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>keine Karten</translation>
    </message>
</context>
<context>
    <name>afa::ViewControls</name>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>What the colours show (W, D, E)</source>
        <translation>Was die Farben zeigen (W, D, E)</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>Half of the guidance that the weights come from</source>
        <translation>Hälfte der Guidance, aus der die Gewichte stammen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colour map; all are perceptually uniform</source>
        <translation>Farbskala; alle sind wahrnehmungsgleichmäßig</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Interpolate between the positions instead of showing each as it is</source>
        <translation>Zwischen den Positionen interpolieren, statt jede zu zeigen, wie sie ist</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Spreizen</translation>
    </message>
    <message>
        <source>Let the colours run from the smallest to the largest value shown instead of 0 to 1</source>
        <translation>Die Farben vom kleinsten bis zum größten gezeigten Wert laufen lassen statt von 0 bis 1</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Dominant model</source>
        <translation>Führendes Modell</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>With prompt</source>
        <translation>Mit Prompt</translation>
    </message>
    <message>
        <source>Without prompt</source>
        <translation>Ohne Prompt</translation>
    </message>
    <message>
        <source>Both (mean)</source>
        <translation>Beide (Mittel)</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>How much the map covers the picture</source>
        <translation>Wie stark die Karte das Bild deckt</translation>
    </message>
    <message>
        <source>Opacity of the map</source>
        <translation>Deckkraft der Karte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Weight of %1: %2 (key %3)</source>
        <translation>Gewicht von %1: %2 (Taste %3)</translation>
    </message>
</context>
<context>
    <name>afa::WindowSpeech</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>„%1“ %2</translation>
    </message>
    <message>
        <source>“%1” (menu Library)</source>
        <translation>„%1“ (Menü Bibliothek)</translation>
    </message>
    <message>
        <source>“%1” %2 (menu Library)</source>
        <translation>„%1“ %2 (Menü Bibliothek)</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes pictures with several Stable Diffusion 1.x models at once.</source>
        <translation>Macht Bilder mit mehreren Stable-Diffusion-1.x-Modellen zugleich.</translation>
    </message>
    <message>
        <source>Keep gallery, queue and pictures in this folder.</source>
        <translation>Galerie, Aufträge und Bilder in diesem Ordner halten.</translation>
    </message>
    <message>
        <source>Pictures whose settings are used, maps to look into, or models.</source>
        <translation>Bilder, deren Einstellungen übernommen werden, Karten zum Ansehen, oder Modelle.</translation>
    </message>
</context>
</TS>
