"""Writes golden/wordpiece.json: texts and the tokens that Hugging Face's BertTokenizer makes of them.

    python wordpiece_golden.py ../resources/golden/wordpiece.json

The vocabulary and the texts are made here: written ones, and random mixes of scripts and signs.
Texts on which the slow (Python) and the fast (Rust) tokenizer disagree are left out.
"""

import json
import random
import sys
import tempfile

from transformers import BertTokenizer, BertTokenizerFast

SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PIECES = """the a cat mouse eat ##s ##ing ##ed ##er play ##ers fish ##y un ##believ ##able believ able
 it is was full tired because did ##n ' t t animal street cross ##street don ##t i love Love The Cat Cafe
 cafe café naive ##ive na ##ï naïve resume ##é uber über ##ber . , ! ? : ; - ( ) [ ] $ ^ + = < > | ~ ` @ # % & *
 _ / \\ " “ ” ‘ ’ … — 。 ， ！ ？ 、 《 》 猫 吃 鱼 红 烧 狮 子 头 我 喜 欢 学 习 中 国 人 老 鼠 标 2 20 ##20 ##2 ##6
 ##0 ##1 1 0 3 . ##5 x y z ##x ##y ##z a ##a b ##b c ##c d ##d e ##e o ##o n ##n s l ##l ı ##ı ß ##ß σ ς ##ς ##σ ο ##ο
 и ##и привет ##ет мир か ##か な カ ##カ 한 ##한 글 ##글 🐭 ##🐭 🎉 é É e ##\u0301 ﬁ ##ﬁ fi № Å å ##å""".split()

WRITTEN = [
    "The cat eats the fish.", "the CAT plays, the mouse played!", "Unbelievable players",
    "I don't believe it.", "猫吃鱼", "我喜欢 red 红烧狮子头!", "老鼠 and 鼠标 are both “mouse”.",
    "naïve café résumé Über", "NAÏVE CAFÉ", "e\u0301 is é", "[CLS] the [MASK] sat [SEP]", "[mask] [Mask]",
    "the[MASK]cat", "a\tb\nc\r\nd", "zero\u200bwidth", "soft\u00adhyphen", "no\u00a0break", "\u3000全角 空格\u3000",
    "2026-11-20", "3.14$ ^_^ ~`", "C++ == x+y?", "привет мир", "ПРИВЕТ", "かなカナ", "한글", "🐭🎉 mouse🐭", "",
    " ", "  two   spaces  ", "ΟΔΟΣ ος σ", "ﬁsh №1 Å", "straße STRASSE ß", "İstanbul ı", "x" * 100, "x" * 101,
    "the" + "s" * 99, "\ufffd bad \u0000 nul \u0007 bell", "\ue000private", "don’t ‘quote’ …—", "《红》，。！？",
    "𠀀rare han 𪜀", "a_b/c\\d|e", "(un)believable[able]", "it is was full tired because did n't animal street",
]


def fuzz(rng):
    chunks = [w for w in PIECES if not w.startswith("##")] + [" ", "  ", "\t", "é", "Ü", "猫", "ing", "##s", "[MASK]",
        "[UNK]", "[", "]", "'", "\u0301", "\u200d", "٣", "Ⅷ", "q", "Q", "!!", "。"]
    return "".join(rng.choice(chunks) for _ in range(rng.randint(1, 12)))


def main():
    rng = random.Random(20261120)
    vocabulary = SPECIALS + list(dict.fromkeys(PIECES))
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/vocab.txt"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(vocabulary) + "\n")
        cases = []
        left_out = 0
        texts = WRITTEN + [fuzz(rng) for _ in range(300)]
        for lower in (True, False):
            options = {"do_lower_case": lower, "strip_accents": lower}
            slow = BertTokenizer(path, **options)
            fast = BertTokenizerFast(path, **options)
            for text in texts:
                tokens = slow.tokenize(text)
                if tokens == fast.tokenize(text):
                    cases.append({"lower": lower, "text": text, "tokens": tokens})
                else:
                    left_out += 1
        pairs = []
        fast = BertTokenizerFast(path)
        for a, b in (("the cat eats", "it is full."), ("猫吃鱼", "fish"), ("", "x")):
            encoded = fast(a, b)
            pairs.append({"first": a, "second": b, "ids": encoded["input_ids"], "types": encoded["token_type_ids"]})
    result = {"vocabulary": vocabulary, "cases": cases, "pairs": pairs}
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=True, indent=0)
    print(len(cases), "cases,", left_out, "left out")


main()
