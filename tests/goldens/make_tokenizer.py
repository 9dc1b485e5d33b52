"""Prompts and their tokens, for tests/text/test_clip_tokenizer.cpp.

Authority: transformers' CLIPTokenizer (with the `tokenizers` library behind it), made from resources/clip/merges.txt
and the numbering of OpenAI's simple_tokenizer.py, and from resources/demo/animals/tokenizer. Run from the repository
root:
    python tests/goldens/make_tokenizer.py
Writes tests/data/text/tokenizer.safetensors. Tokens are stored without start, end and padding, as 16-bit patterns.
"""
import json
import random
import unicodedata

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Regex, normalizers, pre_tokenizers
from transformers import CLIPTokenizer

COUNT = 10_000
DEMO_COUNT = 1_500
LONGEST = 75
SEED = 20240607

# Blocks of letters, marks and digits of each script; weights of ASCII come from the word list below.
SCRIPTS = {
    "Latin": [(0xC0, 0x24F), (0x1E00, 0x1EFF)],
    "Greek": [(0x370, 0x3FF), (0x1F00, 0x1FFE)],
    "Cyrillic": [(0x400, 0x52F)],
    "Armenian": [(0x531, 0x58A)],
    "Hebrew": [(0x591, 0x5F4)],
    "Arabic": [(0x600, 0x6FF), (0xFB50, 0xFBB1)],
    "Devanagari": [(0x900, 0x97F)],
    "Bengali": [(0x981, 0x9FB)],
    "Gurmukhi": [(0xA01, 0xA76)],
    "Tamil": [(0xB82, 0xBFA)],
    "Telugu": [(0xC00, 0xC7F)],
    "Sinhala": [(0xD82, 0xDF4)],
    "Thai": [(0xE01, 0xE5B)],
    "Lao": [(0xE81, 0xEDF)],
    "Tibetan": [(0xF00, 0xFD4)],
    "Georgian": [(0x10A0, 0x10FF), (0x1C90, 0x1CBF)],
    "Ethiopic": [(0x1200, 0x137C)],
    "Hangul": [(0xAC00, 0xD7A3), (0x1100, 0x11FF)],
    "Kana": [(0x3041, 0x30FF), (0xFF66, 0xFF9F)],
    "Han": [(0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0xF900, 0xFAD9)],
}
WORDS = ("a an the of in on with and photo painting portrait cat dog robot castle mountain river sunset neon cyberpunk "
         "watercolor masterpiece best quality highly detailed trending artstation octane render 8k uhd dslr bokeh "
         "greg rutkowski alphonse mucha studio ghibli van gogh impressionism don't it's we'll they've i'd i'm you're "
         "that's rock'n'roll o'clock l'amour café naïve Straße façade coöperate Ångström jalapeño ÉTÉ İstanbul ISPARTA "
         "ΣΊΣΥΦΟΣ ΑΣ Ελλάδα Москва ЁЛКА straẞe DŽungla ǅ ﬁancé ﬀ Ω K Å "
         "unbelievably antidisestablishmentarianism hyperrealistic supercalifragilistic").split()
EMOJI = ["😀", "🐱", "🔥", "❤️", "❤", "👍🏽", "👩‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "🇯🇵", "1️⃣", "#️⃣", "🧑🏿‍🤝‍🧑🏻", "☃︎", "🫠", "🪿", "🤷🏻‍♀️", "©️", "♥"]
PUNCTUATION = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") + ["...", "!!!", "((", "))", "::", "--", "–", "—", "“", "”", "«", "»",
               "…", "、", "。", "！", "؟", "।", "</w>", "</", "(masterpiece:1.2)", "[a|b]", "<lora:x:0.8>", "#hash", "###", "@user",
               "'", "''", "’s", "'S", "'LL", "'tis", "'re'", "!'s"]
NUMBERS = ["0", "42", "1999", "3.14", "1,000", "½", "²", "Ⅷ", "٣٤", "१२", "１２", "𝟘𝟙", "㊷", "〇", "①", "৳", "1st", "24mm", "f/1.8"]
SPACES = [" ", "  ", "\t", "\n", "\r\n", "\v", "\f", "\u0085", "\u00a0", "\u1680", "\u2003", "\u2009\u200a", "\u2028", "\u2029", "\u202f",
          "\u205f", "\u3000", " \t \n"]
NOT_SPACES = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e", "\u001c", "\u001f", "\u00ad"]
CONTROLS = [chr(c) for c in list(range(0, 9)) + list(range(14, 32)) + list(range(0x7F, 0xA0))] + ["\ufffd", "\uffff", "\U0010ffff", "\ue000",
            "\U000e0067"]
MARKS = [chr(c) for c in list(range(0x300, 0x370)) + [0x1AB0, 0x20D0, 0x20DD, 0x3099, 0x309A, 0x5B0, 0x64B, 0x94D, 0xFE0F]]
SPECIAL = ["<|startoftext|>", "<|endoftext|>", "<|STARTOFTEXT|>", "<|EndOfText|>", "<|endoftext|", "<|pad|>", "<|endoftext|><|endoftext|>"]


def script_word(random_, blocks):
    word = []
    for _ in range(random_.randint(1, 7)):
        low, high = random_.choice(blocks)
        code = random_.randint(low, high)
        while unicodedata.category(chr(code)) == "Cn":
            code = random_.randint(low, high)
        word.append(chr(code))
    return "".join(word)


def marked_word(random_):
    word = "".join(random_.choice("aeiouAEIOUsczyn") + "".join(random_.choices(MARKS, k=random_.choice([0, 1, 1, 2, 3])))
                   for _ in range(random_.randint(1, 4)))
    return unicodedata.normalize(random_.choice(["NFC", "NFD", "NFKD", "NFC"]), word) if random_.random() < 0.5 else word


def recased(random_, word):
    return random_.choice([str.lower, str.upper, str.title, str, str])(word)


def make_prompt(random_, index):
    script = list(SCRIPTS.values())[index % len(SCRIPTS)]
    kinds = [
        (10, lambda: recased(random_, random_.choice(WORDS))),
        (6, lambda: recased(random_, script_word(random_, script))),
        (2, lambda: random_.choice(EMOJI)),
        (2, lambda: random_.choice(PUNCTUATION)),
        (2, lambda: random_.choice(NUMBERS)),
        (1, lambda: marked_word(random_)),
        (0.4, lambda: random_.choice(CONTROLS)),
        (0.4, lambda: random_.choice(NOT_SPACES)),
        (0.3, lambda: random_.choice(SPECIAL)),
        (0.2, lambda: unicodedata.normalize("NFD", script_word(random_, script))),
    ]
    weights, makers = zip(*kinds)
    if index % 100 == 99:
        length = random_.randint(30, 60)  # longer than fits
    elif index % 500 == 250:
        length = 0
    else:
        length = random_.choice([1, 2, 2, 3, 3, 4, 5, 6, 8])
    parts = []
    for maker in random_.choices(makers, weights=weights, k=length):
        parts.append(maker())
        parts.append(random_.choice(SPACES) if random_.random() < 0.15 else random_.choice([" ", " ", " ", ", ", ""]))
    if index == 1_999:
        parts = ["word" * 200]
    if index == 3_999:
        parts = ["a" * 3_000]
    return "".join(parts) if random_.random() < 0.2 else "".join(parts).strip(" ")


def byte_symbols():
    """OpenAI's bytes_to_unicode, in its order."""
    printing = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [b for b in range(256) if b not in printing]
    return [chr(b) for b in printing] + [chr(256 + i) for i in range(len(others))]


def clip_tokenizer():
    with open("resources/clip/merges.txt", encoding="utf-8") as file:
        merges = [tuple(line.split(" ")) for line in file.read().split("\n")[1:-1]]
    symbols = byte_symbols()
    tokens = symbols + [s + "</w>" for s in symbols] + ["".join(m) for m in merges] + ["<|startoftext|>", "<|endoftext|>"]
    vocab = {token: i for i, token in enumerate(tokens)}
    assert len(vocab) == 49408
    return CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=LONGEST + 2)


def encode(tokenizer, prompts, name, out):
    """Kept tokens, how many there would be, and where in the prompt (in bytes) the first token begins that is lost."""
    ids, ends, used, cuts = [], [], [], []
    for prompt in prompts:
        whole = tokenizer(prompt, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        kept = tokenizer(prompt, truncation=True, max_length=LONGEST + 2)["input_ids"][1:-1]
        assert kept == whole["input_ids"][:LONGEST]
        ids += kept
        ends.append(len(ids))
        used.append(len(whole["input_ids"]))
        if used[-1] > LONGEST:
            cuts.append(len(prompt[: whole["offset_mapping"][LONGEST][0]].encode()))
    out[f"{name}.ids"] = np.array(ids, np.uint16).view(np.int16)
    out[f"{name}.ends"] = np.array(ends, np.int32)
    out[f"{name}.used"] = np.array(used, np.int32)
    out[f"{name}.cuts"] = np.array(cuts, np.int32)
    print(name, len(prompts), "prompts,", len(ids), "tokens,", len(cuts), "cut")


def char_classes():
    """Classes of all code points in the regular-expression engine of `tokenizers`, as runs."""
    every = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000)
    classes = np.zeros(0x110000, np.uint8)
    for number, expression in ((1, r"\s"), (2, r"\p{L}"), (3, r"\p{N}")):
        split = pre_tokenizers.Split(Regex(expression), behavior="removed", invert=True)
        for text, _ in split.pre_tokenize_str(every):
            classes[ord(text)] = number
    starts = np.flatnonzero(np.diff(classes, prepend=255))
    return {"classes.starts": starts.astype(np.int32), "classes.values": classes[starts]}


def lower_cases():
    lowercase = normalizers.Lowercase()
    pairs = [(chr(c), lowercase.normalize_str(chr(c))) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    text = "".join(f"{a}\n{b}\n" for a, b in pairs if a != b)
    return {"lower.text": np.frombuffer(text.encode(), np.uint8)}


def main():
    random_ = random.Random(SEED)
    prompts = [make_prompt(random_, i) for i in range(COUNT)]
    out = {}
    encode(clip_tokenizer(), prompts, "clip", out)
    demo = CLIPTokenizer.from_pretrained("resources/demo/animals/tokenizer")
    encode(demo, prompts[:DEMO_COUNT], "demo", out)
    padded = CLIPTokenizer.from_pretrained("resources/demo/animals/tokenizer", pad_token="!")
    whole = [padded(p, padding="max_length", truncation=True, max_length=LONGEST + 2)["input_ids"] for p in prompts[:100]]
    out["demo.padded"] = np.array(whole, np.int32)
    whole = [clip_tokenizer()(p, padding="max_length", truncation=True, max_length=LONGEST + 2)["input_ids"] for p in prompts[:100]]
    out["clip.padded"] = np.array(whole, np.int32)
    blob = [p.encode() for p in prompts]
    out["prompts.text"] = np.frombuffer(b"".join(blob), np.uint8)
    out["prompts.ends"] = np.cumsum([len(b) for b in blob]).astype(np.int32)
    out |= char_classes() | lower_cases()
    for name, tensor in out.items():
        print(f"{name:16} {tensor.nbytes:8} bytes")
    save_file(out, "tests/data/text/tokenizer.safetensors")


if __name__ == "__main__":
    main()
