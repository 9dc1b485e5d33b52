<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>afa::CapabilityPanels</name>
    <message numerus="yes">
        <source>%n noise sample(s)</source>
        <translation>
            <numerusform>%n noise sample</numerusform>
            <numerusform>%n noise samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::CapabilityView</name>
    <message numerus="yes">
        <source>%n model(s) of the ensemble</source>
        <translation>
            <numerusform>%n model of the ensemble</numerusform>
            <numerusform>%n models of the ensemble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::CreatePage</name>
    <message numerus="yes">
        <source>The settings of %1 were restored, except %n.</source>
        <translation>
            <numerusform>The settings of %1 were restored, except %n.</numerusform>
            <numerusform>The settings of %1 were restored, except %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings were restored, except %n.</source>
        <translation>
            <numerusform>The settings were restored, except %n.</numerusform>
            <numerusform>The settings were restored, except %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n picture(s) to the trash?</source>
        <translation>
            <numerusform>Move %n picture to the trash?</numerusform>
            <numerusform>Move %n pictures to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be copied into the gallery.</source>
        <translation>
            <numerusform>%n picture could not be copied into the gallery.</numerusform>
            <numerusform>%n pictures could not be copied into the gallery.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found and copied; %1 are still gone.</source>
        <translation>
            <numerusform>%n picture was found and copied; %1 are still gone.</numerusform>
            <numerusform>%n pictures were found and copied; %1 are still gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n picture(s) whose files are gone out of the gallery? Their stars go too.</source>
        <translation>
            <numerusform>Take %n picture whose file is gone out of the gallery? Its star goes too.</numerusform>
            <numerusform>Take %n pictures whose files are gone out of the gallery? Their stars go too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::DataPanel</name>
    <message numerus="yes">
        <source>%n captioned picture(s)</source>
        <translation>
            <numerusform>%n captioned picture</numerusform>
            <numerusform>%n captioned pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be used</source>
        <translation>
            <numerusform>%n cannot be used</numerusform>
            <numerusform>%n cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::Ensemble</name>
    <message numerus="yes">
        <source>joins %n model(s)</source>
        <translation>
            <numerusform>joins %n model</numerusform>
            <numerusform>joins %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::EnsemblePanel</name>
    <message numerus="yes">
        <source>Ready: %n model(s).</source>
        <translation>
            <numerusform>Ready: %n model.</numerusform>
            <numerusform>Ready: %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::GalleryPanel</name>
    <message numerus="yes">
        <source>The files of %n picture(s) are gone.</source>
        <translation>
            <numerusform>The file of %n picture is gone.</numerusform>
            <numerusform>The files of %n pictures are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::LibraryModel</name>
    <message numerus="yes">
        <source>Aggregator for %n model(s)</source>
        <translation>
            <numerusform>Aggregator for %n model</numerusform>
            <numerusform>Aggregator for %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::MainWindow</name>
    <message numerus="yes">
        <source>Making a picture, %n job(s) waiting</source>
        <translation>
            <numerusform>Making a picture, %n job waiting</numerusform>
            <numerusform>Making a picture, %n jobs waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue paused, %n job(s) waiting</source>
        <translation>
            <numerusform>Queue paused, %n job waiting</numerusform>
            <numerusform>Queue paused, %n jobs waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::ProgressStrip</name>
    <message numerus="yes">
        <source>The queue is paused; %n job(s) waiting.</source>
        <translation>
            <numerusform>The queue is paused; %n job waiting.</numerusform>
            <numerusform>The queue is paused; %n jobs waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n job(s) waiting.</source>
        <translation>
            <numerusform>%1; %n job waiting.</numerusform>
            <numerusform>%1; %n jobs waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::QueueModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::Studio</name>
    <message numerus="yes">
        <source>%n job(s) of the queue could not be read.</source>
        <translation>
            <numerusform>%n job of the queue could not be read.</numerusform>
            <numerusform>%n jobs of the queue could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training run(s) could not be read.</source>
        <translation>
            <numerusform>%n training run could not be read.</numerusform>
            <numerusform>%n training runs could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gallery: %n picture(s) found in the folder were added.</source>
        <translation>
            <numerusform>Gallery: %n picture found in the folder was added.</numerusform>
            <numerusform>Gallery: %n pictures found in the folder were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>afa::TrainPage</name>
    <message numerus="yes">
        <source>%1 steps of %n picture(s), %2 M parameters</source>
        <translation>
            <numerusform>%1 steps of %n picture, %2 M parameters</numerusform>
            <numerusform>%1 steps of %n pictures, %2 M parameters</numerusform>
        </translation>
    </message>
</context>
</TS>
