// What pictures of other programs say, a case by hand for each kind.
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/prompt_syntax.h"
#include "core/engine/foreign/sampler_names.h"

using namespace afa;

namespace {

template <typename Value>
std::string shown(const char* name, const std::optional<Value>& value) {
    if (!value) return {};
    std::string text;
    if constexpr (std::is_same_v<Value, std::string>)
        text = *value;
    else if constexpr (std::is_same_v<Value, bool>)
        text = *value ? "yes" : "no";
    else if constexpr (std::is_same_v<Value, double>)
        text = QString::number(*value).toStdString();
    else
        text = std::to_string(*value);
    return std::string(name) + "=" + text + ";";
}

/// All that was said, in one line.
QString summary(const ForeignPicture& picture) {
    const auto& said = picture.settings;
    std::string text = shown("prompt", said.prompt) + shown("negative", said.negativePrompt) +
                       shown("width", said.width) + shown("height", said.height) +
                       shown("steps", said.steps) + shown("cfg", said.cfg) + shown("eta", said.eta) +
                       shown("sampler", said.sampler) + shown("karras", said.karras) +
                       shown("seed", said.seed);
    if (!picture.model.empty()) text += "model=" + picture.model + ";";
    if (!picture.modelHash.empty()) text += "hash=" + picture.modelHash + ";";
    return QString::fromStdString(text);
}

QString left(const ForeignPicture& picture) {
    QStringList list;
    for (const auto& [name, value] : picture.notApplied)
        list.append(QString::fromStdString(name + ": " + value));
    return list.join(" | ");
}

struct Row {
    const char* name;
    PictureTexts texts;
    const char* program;
    const char* summary;
    const char* left = "";
};

const char* const kGraph = R"({
 "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd\\dreamy.safetensors"}},
 "2": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
 "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "a dog", "clip": ["1", 1]}},
 "4": {"class_type": "CLIPTextEncode", "inputs": {"text": "fog", "clip": ["1", 1]}},
 "5": {"class_type": "KSampler", "is_changed": [NaN], "inputs": {"seed": 77, "steps": 7, "cfg": 5.5,
   "sampler_name": "dpmpp_2m", "scheduler": "karras", "denoise": 1.0, "model": ["1", 0], "positive": ["3", 0],
   "negative": ["4", 0], "latent_image": ["2", 0]}},
 "6": {"class_type": "VAEDecode", "inputs": {"samples": ["5", 0], "vae": ["1", 2]}},
 "7": {"class_type": "SaveImage", "inputs": {"images": ["6", 0]}}})";

/// Strings from a primitive and joined, conditioning combined behind a reroute, an advanced sampler, LoRA,
/// and a second pass over the first one's picture.
const char* const kTwoPasses = R"({
 "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "dreamy.ckpt"}},
 "9": {"class_type": "LoraLoader", "inputs": {"lora_name": "ink.pt", "model": ["1", 0], "clip": ["1", 1]}},
 "2": {"class_type": "EmptyLatentImage", "inputs": {"width": ["20", 0], "height": 512, "batch_size": 4}},
 "20": {"class_type": "PrimitiveInt", "inputs": {"value": 640}},
 "21": {"class_type": "StringConcatenate", "inputs": {"string_a": "a", "string_b": "dog", "delimiter": " "}},
 "3": {"class_type": "CLIPTextEncode", "inputs": {"text": ["21", 0], "clip": ["9", 1]}},
 "31": {"class_type": "CLIPTextEncode", "inputs": {"text": "a hat", "clip": ["9", 1]}},
 "32": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["3", 0], "conditioning_2": ["31", 0]}},
 "33": {"class_type": "Reroute", "inputs": {"": ["32", 0]}},
 "4": {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["3", 0]}},
 "5": {"class_type": "KSamplerAdvanced", "inputs": {"noise_seed": 18446744073709551615, "steps": 20, "cfg": 7,
   "sampler_name": "euler_ancestral", "scheduler": "normal", "add_noise": "enable", "model": ["9", 0],
   "positive": ["33", 0], "negative": ["4", 0], "latent_image": ["2", 0]}},
 "6": {"class_type": "LatentUpscale", "inputs": {"samples": ["5", 0], "width": 1280, "height": 1024}},
 "8": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 9, "cfg": 3, "sampler_name": "ddim",
   "scheduler": "normal", "denoise": 0.5, "model": ["9", 0], "positive": ["3", 0], "negative": ["4", 0],
   "latent_image": ["6", 0]}},
 "10": {"class_type": "VAEDecode", "inputs": {"samples": ["8", 0], "vae": ["1", 2]}},
 "11": {"class_type": "SaveImage", "inputs": {"images": ["10", 0]}}})";

const char* const kCustom = R"({
 "1": {"class_type": "UNETLoader", "inputs": {"unet_name": "small.safetensors"}},
 "2": {"class_type": "EmptyLatentImage", "inputs": {"width": 64, "height": 64, "batch_size": 1}},
 "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "a dog"}},
 "4": {"class_type": "CLIPTextEncode", "inputs": {"text": ""}},
 "5": {"class_type": "CFGGuider", "inputs": {"model": ["1", 0], "positive": ["3", 0], "negative": ["4", 0], "cfg": 4}},
 "6": {"class_type": "RandomNoise", "inputs": {"noise_seed": 3}},
 "7": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "lms"}},
 "8": {"class_type": "BasicScheduler", "inputs": {"scheduler": "beta", "steps": 12, "denoise": 1, "model": ["1", 0]}},
 "9": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["6", 0], "guider": ["5", 0],
   "sampler": ["7", 0], "sigmas": ["8", 0], "latent_image": ["2", 0]}},
 "10": {"class_type": "VAEDecode", "inputs": {"samples": ["9", 0]}},
 "11": {"class_type": "PreviewImage", "inputs": {"images": ["10", 0]}}})";

std::vector<Row> rows() {
    const std::string line = "Steps: 7, Sampler: Euler a, CFG scale: 5.5, Seed: 77, Size: 64x96";
    const char* const fields =
        "prompt=a dog;negative=;width=64;height=96;steps=7;cfg=5.5;sampler=euler-a;karras=no;seed=77;";
    return {
        {"A1111",
         {{"parameters", "a dog\n" + line + ", Version: v1.10.1"}},
         "Stable Diffusion WebUI",
         fields},
        {"Forge",
         {{"parameters", "a dog\n" + line + ", Version: f2.0.1v1.10.1"}},
         "Stable Diffusion WebUI Forge",
         fields},
        {"SD.Next", {{"parameters", "a dog\n" + line + ", App: SD.Next, Version: ab12"}}, "SD.Next", fields},
        {"Civitai, in a JPEG",
         {{"exif:UserComment", "a dog\n" + line + ", Civitai resources: [{\"a\":1,\"b\":2}]"}},
         "Civitai",
         fields,
         "Civitai resources: [{\"a\":1,\"b\":2}]"},
        {"newer names",
         {{"parameters",
           "a dog\nSteps: 7, Sampler: DPM++ 2M, Schedule type: Karras, Model hash: 0123456789, Model: x"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;sampler=dpmpp-2m;karras=yes;model=x;hash=0123456789;"},
        {"older names",
         {{"parameters", "a dog\nSteps: 7, Sampler: DPM++ 2M Karras"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;sampler=dpmpp-2m;karras=yes;"},
        {"the sampler's own schedule",
         {{"parameters", "a dog\nSteps: 7, Sampler: DPM++ 2M, Schedule type: Automatic"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;sampler=dpmpp-2m;karras=yes;"},
        {"of this program, without its own text",
         {{"parameters",
           "a dog\nSteps: 7, Sampler: DPM++ 2M, Schedule type: Automatic, Version: AFA Studio 0.1.0"}},
         "AFA Studio",
         "prompt=a dog;negative=;steps=7;sampler=dpmpp-2m;karras=no;"},
        {"what has no meaning here",
         {{"parameters",
           "a dog\nSteps: 7, Sampler: DPM2, Schedule type: Beta, Clip skip: 2, ENSD: 31337, RNG: CPU, "
           "Hires upscale: 2, ADetailer model: face.pt, Seed: -1\nTemplate: a {dog|cat}"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;",
         "Clip skip: 2 | ENSD: 31337 | RNG: CPU | Hires upscale: 2 | ADetailer model: face.pt | Template: a "
         "{dog|cat} | "
         "Sampler: DPM2 | Schedule type: Beta"},
        {"Karras where it is not defined",
         {{"parameters", "a dog\nSteps: 7, Sampler: Euler a, Schedule type: Karras"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;sampler=euler-a;karras=no;",
         "Schedule type: Karras"},
        {"numbers that are none",
         {{"parameters",
           "a dog\nSteps: 7, CFG scale: nan, Seed: 18446744073709551616, Size: 0x64, Eta DDIM: inf"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;",
         "CFG scale: nan | Seed: 18446744073709551616 | Size: 0x64 | Eta DDIM: inf"},
        {"the largest seed, a field twice",
         {{"parameters", "a dog\nSteps: 7, Seed: 18446744073709551615, Seed: 3"}},
         "Stable Diffusion WebUI",
         "prompt=a dog;negative=;steps=7;seed=18446744073709551615;",
         "Seed: 3"},
        {"syntax of prompts",
         {{"parameters", "a (dog:1.2), <lora:ink:0.8>\nNegative prompt: [fog]\nSteps: 7, Seed: 1"}},
         "Stable Diffusion WebUI",
         "prompt=a (dog:1.2), <lora:ink:0.8>;negative=[fog];steps=7;seed=1;",
         "Prompt: (dog:1.2) | Prompt: <lora:ink:0.8> | Negative prompt: [fog]"},
        {"only words", {{"parameters", "a dog"}}, "Stable Diffusion WebUI", "prompt=a dog;"},
        {"a prompt that opens like JSON",
         {{"parameters", "{a|b} dog\n" + line}},
         "Stable Diffusion WebUI",
         "prompt={a|b} dog;negative=;width=64;height=96;steps=7;cfg=5.5;sampler=euler-a;karras=no;seed=77;",
         "Prompt: {a|b}"},
        {"Fooocus",
         {{"fooocus_scheme", "fooocus"},
          {"parameters", R"json({"prompt": "a dog", "negative_prompt": "fog", "seed": "77", "steps": 30,
            "resolution": "(1152, 896)", "guidance_scale": 4, "base_model": "dreamy.safetensors", "sampler":
            "dpmpp_2m", "scheduler": "karras", "performance": "Speed", "styles": "['Fooocus V2']", "vae": "",
            "version": "Fooocus v2.5.5"})json"}},
         "Fooocus",
         "prompt=a "
         "dog;negative=fog;width=1152;height=896;steps=30;cfg=4;sampler=dpmpp-2m;karras=yes;seed=77;model="
         "dreamy;",
         "performance: Speed | styles: ['Fooocus V2']"},
        {"Fooocus, little said",
         {{"fooocus_scheme", "fooocus"}, {"parameters", R"({"prompt": "a dog"})"}},
         "Fooocus",
         "prompt=a dog;"},
        {"Fooocus by its other scheme",
         {{"fooocus_scheme", "a1111"}, {"parameters", "a dog\n" + line + ", Version: Fooocus v2.5.5"}},
         "Fooocus",
         fields},
        {"SwarmUI",
         {{"parameters",
           R"({"sui_image_params": {"prompt": "a dog", "negativeprompt": "", "model": "sd/dreamy",
            "seed": 77, "steps": 7, "cfgscale": 5.5, "aspectratio": "1:1", "width": 64, "height": 96, "sampler":
            "euler", "scheduler": "simple", "loras": ["ink"], "swarm_version": "0.9.1.1"}})"}},
         "SwarmUI",
         "prompt=a "
         "dog;negative=;width=64;height=96;steps=7;cfg=5.5;sampler=euler;karras=no;seed=77;model=dreamy;",
         "loras: ink | scheduler: simple"},
        {"InvokeAI",
         {{"invokeai_metadata",
           R"({"app_version": "4.2.0", "positive_prompt": "a dog", "negative_prompt": "fog",
            "width": 64, "height": 96, "seed": 77, "cfg_scale": 5.5, "steps": 7, "scheduler": "dpmpp_2m_k", "clip_skip": 1,
            "model": {"name": "dreamy", "base": "sd-1"}})"}},
         "InvokeAI",
         "prompt=a "
         "dog;negative=fog;width=64;height=96;steps=7;cfg=5.5;sampler=dpmpp-2m;karras=yes;seed=77;model="
         "dreamy;",
         "clip_skip: 1"},
        {"InvokeAI 2",
         {{"sd-metadata",
           R"({"model_weights": "dreamy", "image": {"prompt": [{"prompt": "a dog [fog]", "weight": 1}],
            "steps": 7, "cfg_scale": 5.5, "width": 64, "height": 96, "seed": 77, "sampler": "k_euler_a", "seamless": true}})"}},
         "InvokeAI",
         "prompt=a "
         "dog;negative=fog;width=64;height=96;steps=7;cfg=5.5;sampler=euler-a;karras=no;seed=77;model="
         "dreamy;",
         "seamless: true"},
        {"InvokeAI 1",
         {{"Dream", R"("a dog [fog]" -s 7 -S77 -W 64 -H 96 -C 5.5 -A k_lms)"}},
         "InvokeAI",
         "prompt=a dog;negative=fog;width=64;height=96;steps=7;cfg=5.5;seed=77;",
         "-A: k_lms"},
        {"NovelAI",
         {{"Software", "NovelAI"},
          {"Source", "NovelAI Diffusion V3"},
          {"Description", "a dog"},
          {"Comment",
           R"({"uc": "fog", "steps": 28, "scale": 5, "seed": 77, "width": 64, "height": 96, "sampler":
            "k_euler_ancestral", "noise_schedule": "native", "sm": true})"}},
         "NovelAI",
         "prompt=a "
         "dog;negative=fog;width=64;height=96;steps=28;cfg=5;sampler=euler-a;karras=no;seed=77;model=NovelAI "
         "Diffusion V3;",
         "sm: true"},
        {"NovelAI in a WebP",
         {{"exif:UserComment",
           "{\"Software\": \"NovelAI\", \"Comment\": \"{\\\"prompt\\\": \\\"a dog\\\", \\\"steps\\\": "
           "28}\"}"}},
         "NovelAI",
         "prompt=a dog;steps=28;"},
        {"Draw Things",
         {{"XML:com.adobe.xmp",
           R"(<x><exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{&quot;c&quot;:&quot;a dog &amp; a cat&quot;,)"
           R"(&quot;uc&quot;:&quot;&quot;,&quot;steps&quot;:7,&quot;scale&quot;:5.5,&quot;seed&quot;:77,&quot;size&quot;:&quot;64x96&quot;,)"
           R"(&quot;sampler&quot;:&quot;DPM++ 2M Karras&quot;,&quot;strength&quot;:1}</rdf:li></rdf:Alt></exif:UserComment></x>)"}},
         "Draw Things",
         "prompt=a dog & a "
         "cat;negative=;width=64;height=96;steps=7;cfg=5.5;sampler=dpmpp-2m;karras=yes;seed=77;",
         "strength: 1"},
        {"Draw Things by EXIF",
         {{"exif:UserComment", R"({"c": "a dog", "uc": "fog", "model": "dreamy.ckpt"})"}},
         "Draw Things",
         "prompt=a dog;negative=fog;model=dreamy;"},
        {"Easy Diffusion",
         {{"prompt", "a dog"},
          {"negative_prompt", ""},
          {"seed", "77"},
          {"use_stable_diffusion_model", "C:\\models\\dreamy.ckpt"},
          {"sampler_name", "euler_a"},
          {"num_inference_steps", "7"},
          {"width", "64"},
          {"height", "96"},
          {"use_vae_model", "None"},
          {"clip_skip", "True"}},
         "Easy Diffusion",
         "prompt=a dog;negative=;width=64;height=96;steps=7;sampler=euler-a;karras=no;seed=77;model=dreamy;",
         "clip_skip: True"},
        {"Easy Diffusion in a JPEG",
         {{"exif:UserComment", R"({"Prompt": "a dog", "Steps": 7, "Stable Diffusion model": "dreamy"})"}},
         "Easy Diffusion",
         "prompt=a dog;steps=7;model=dreamy;"},
        {"ComfyUI",
         {{"prompt", kGraph}, {"workflow", "{}"}},
         "ComfyUI",
         "prompt=a "
         "dog;negative=fog;width=512;height=768;steps=7;cfg=5.5;sampler=dpmpp-2m;karras=yes;seed=77;model="
         "dreamy;"},
        {"ComfyUI in a WebP",
         {{"exif:Model", std::string("prompt:") + kGraph}},
         "ComfyUI",
         "prompt=a "
         "dog;negative=fog;width=512;height=768;steps=7;cfg=5.5;sampler=dpmpp-2m;karras=yes;seed=77;model="
         "dreamy;"},
        {"ComfyUI, two passes",
         {{"prompt", kTwoPasses}},
         "ComfyUI",
         "prompt=a dog, a hat;negative=;width=640;height=512;steps=20;cfg=7;sampler=euler-a;karras=no;"
         "seed=18446744073709551615;model=dreamy;",
         "KSampler: a later pass, steps 9, denoise 0.5 | positive: several prompts, joined | batch_size: 4 | "
         "LatentUpscale:  | LoraLoader: ink.pt"},
        {"ComfyUI, a sampler in parts",
         {{"prompt", kCustom}},
         "ComfyUI",
         "prompt=a dog;negative=;width=64;height=64;steps=12;cfg=4;seed=3;model=small;",
         "sampler_name: lms | scheduler: beta"},
        {"JSON of a program without a reader",
         {{"parameters",
           R"({"prompt": "a dog", "num_inference_steps": 7, "scheduler": "EulerDiscreteScheduler", "extra": 1})"}},
         "",
         "prompt=a dog;steps=7;",
         "extra: 1 | scheduler: EulerDiscreteScheduler"},
    };
}

}  // namespace

class TestForeignPictures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyProgram_data() {
        QTest::addColumn<int>("index");
        const auto all = rows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }
    void everyProgram() {
        QFETCH(int, index);
        const auto row = rows()[static_cast<std::size_t>(index)];
        const auto picture = readForeignPicture(row.texts, "FILE");
        QVERIFY(picture);
        QCOMPARE(QString::fromStdString(picture->program), row.program);
        QCOMPARE(summary(*picture), row.summary);
        QCOMPARE(left(*picture), row.left);
    }

    void whatIsNotAboutTheMakingSaysNothing() {
        for (const auto& texts : {PictureTexts{}, PictureTexts{{"exif:UserComment", "My holiday"}},
                                  PictureTexts{{"jpeg:Comment", "CREATOR: gd-jpeg v1.0"}},
                                  PictureTexts{{"Software", "GIMP"}, {"Comment", "made by hand"}},
                                  PictureTexts{{"exif:UserComment", "{\"place\": \"Rome\"}"}}})
            QVERIFY(!readForeignPicture(texts, "FILE"));
    }

    void whatIsKnownButCannotBeReadIsRefused() {
        const std::string deep = "{\"prompt\":" + std::string(100000, '[');
        for (const auto& texts :
             {PictureTexts{{"fooocus_scheme", "fooocus"}, {"parameters", "{\"prompt\": "}},
              PictureTexts{{"parameters", "{\"sui_image_params\": 3}"}},
              PictureTexts{{"parameters", "{\"a\": 1}"}},
              PictureTexts{{"parameters", "{\"prompt\": \"a dog\""}},
              PictureTexts{{"invokeai_metadata", "[]"}}, PictureTexts{{"invokeai_metadata", deep}},
              PictureTexts{{"sd-metadata", "{}"}}, PictureTexts{{"Software", "NovelAI"}, {"Comment", "{"}},
              PictureTexts{{"workflow", "{\"nodes\": []}"}},
              PictureTexts{{"prompt", R"({"1": {"class_type": "LoadImage", "inputs": {}}})"}}})
            try {
                readForeignPicture(texts, "FILE");
                QFAIL(texts.begin()->second.substr(0, 60).c_str());
            } catch (const FileError& error) {
                QVERIFY(QByteArray(error.what()).startsWith("FILE: "));
                QVERIFY(!QByteArray(error.what()).contains('\n'));
            }
    }

    void circlesInAGraphEnd() {
        const auto picture = readForeignPicture(
            {{"prompt", R"({"1": {"class_type": "KSampler", "inputs": {"steps": ["2", 0], "seed": 5,
                "latent_image": ["1", 0], "positive": ["2", 0], "negative": ["2", 0], "model": ["2", 0]}},
              "2": {"class_type": "Strange", "inputs": {"text": ["3", 0], "value": ["3", 0], "conditioning": ["3", 0]}},
              "3": {"class_type": "Strange", "inputs": {"text": ["2", 0], "value": ["2", 0], "string_a": ["2", 0],
                "string_b": ["2", 0]}}})"}},
            "FILE");
        QVERIFY(picture);
        QCOMPARE(summary(*picture), "seed=5;");
    }

    void longAndStrangeTextsAreSurvived() {
        const std::string many = "a\nSteps: 7" + [] {
            std::string text;
            for (int i = 0; i < 200000; ++i)
                text += ", a: [\"";
            return text;
        }();
        const auto picture = readForeignPicture({{"parameters", many}}, "FILE");
        QVERIFY(picture);
        QCOMPARE(*picture->settings.steps, 7);
        QVERIFY(picture->notApplied.size() <= 101);
        const auto odd = readForeignPicture(
            {{"parameters", std::string("a\0\x01 dog\nSteps: 7, X: ", 21) + std::string(5000, '(')}}, "FILE");
        QCOMPARE(*odd->settings.prompt, std::string("a dog"));
        QVERIFY(odd->notApplied.front().second.size() < 250);
    }

    void promptSyntax() {
        const auto told = [](const char* prompt) {
            QStringList list;
            for (const auto& part : unknownPromptSyntax(prompt))
                list.append(QString::fromStdString(part));
            return list.join(" ");
        };
        QCOMPARE(told("a dog, a \\(cat\\), x < y > z"), "");
        QCOMPARE(told("((dog)) [cat] {hat:1} embedding:ink, BREAK"),
                 "((dog)) [cat] {hat:1} embedding:ink BREAK");
        QCOMPARE(told("(never closed, <lora:ink:1>"), "<lora:ink:1>");
    }

    void samplersOfEveryProgram() {
        const auto told = [](const char* name) {
            const auto found = samplerNamed(name);
            if (!found) return std::string("-");
            return found->name + (found->karras ? *found->karras ? " karras" : " plain" : "");
        };
        for (const auto& [name, expected] :
             {std::pair("DDIM", "ddim"), std::pair("PLMS", "pndm"), std::pair("k_euler", "euler"),
              std::pair("euler_k", "euler karras"), std::pair("Euler A", "euler-a"),
              std::pair("Euler a", "euler-a"), std::pair("k_dpmpp_2m", "dpmpp-2m"),
              std::pair("DPM++ 2M Karras", "dpmpp-2m karras"), std::pair("DPM++ 2M SDE", "-"),
              std::pair("dpmpp_2m_sde", "-"), std::pair("lms", "-"), std::pair("DPM2 a", "-"),
              std::pair("euler_cfg_pp", "-"), std::pair("", "-")})
            QCOMPARE(told(name), std::string(expected));
        QCOMPARE(karrasNamed("karras"), std::optional(true));
        QCOMPARE(karrasNamed("Normal"), std::optional(false));
        QVERIFY(!karrasNamed("exponential"));
    }
};

QTEST_GUILESS_MAIN(TestForeignPictures)
#include "test_foreign_pictures.moc"
