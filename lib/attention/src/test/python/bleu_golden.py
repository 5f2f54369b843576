"""Writes golden/bleu.json: sentences and the scores that sacrebleu gives them.

    python bleu_golden.py ../resources/golden/bleu.json

The sentences are made here, from written ones by dropping, doubling and swapping words.
"""

import json
import random
import sys

from sacrebleu.metrics import BLEU

SENTENCES = [
    "The cat sat on the mat.", "It is a guide to action, which ensures that the military obeys.",
    "In 2026, 3.5% of $1,000 isn't much -- is it?", "\"Quoted\" &amp; (bracketed) [text] {here} <there>",
    "well-known state-of-the-art 5-year plan", "我喜欢吃红烧狮子头。", "猫吃鱼，鱼不吃猫。", "他说：“你好”，然后走了。",
    "ＡＢＣ full width １２３", "mixed 中文 and English, 50% each!", "a", "", "the the the the the the the",
    "Time flies like an arrow; fruit flies like a banana.", "email@example.org or http://example.org/a_b?c=d",
]
TOKENS = {"SPACES": "none", "WESTERN": "13a", "CHINESE": "zh", "CHARACTERS": "char"}
SMOOTHINGS = [("NONE", 0.0), ("FLOOR", 0.1), ("ADD_K", 1.0), ("EXP", 0.0)]


def changed(rng, sentence):
    words = sentence.split(" ")
    for _ in range(rng.randint(0, 3)):
        place = rng.randrange(len(words))
        kind = rng.randrange(4)
        if kind == 0 and len(words) > 1:
            del words[place]
        elif kind == 1:
            words.insert(place, words[rng.randrange(len(words))])
        elif kind == 2:
            other = rng.randrange(len(words))
            words[place], words[other] = words[other], words[place]
        else:
            words[place] = rng.choice(["cat", "鱼", ",", "1.5", "x-y"])
    return " ".join(words)


def main():
    rng = random.Random(20261120)
    cases = []
    for number in range(120):
        size = 1 if number % 2 else rng.randint(2, 6)
        kinds = rng.randint(1, 3)
        sources = [rng.choice(SENTENCES) for _ in range(size)]
        hypotheses = [changed(rng, s) for s in sources]
        references = [[changed(rng, s) for _ in range(kinds)] for s in sources]
        name = list(TOKENS)[number % 4]
        smoothing, value = SMOOTHINGS[(number // 4) % 4]
        effective = size == 1
        bleu = BLEU(
            tokenize=TOKENS[name],
            smooth_method=smoothing.lower().replace("_", "-"),
            smooth_value=value if smoothing in ("FLOOR", "ADD_K") else None,
            effective_order=effective,
        )
        columns = [[row[k] for row in references] for k in range(kinds)]
        result = bleu.corpus_score(hypotheses, columns)
        cases.append({
            "tokens": name, "smoothing": smoothing, "value": value, "effectiveOrder": effective,
            "hypotheses": hypotheses, "references": references, "score": result.score,
            "precisions": result.precisions, "brevityPenalty": result.bp,
            "hypothesisLength": result.sys_len, "referenceLength": result.ref_len,
        })
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump({"cases": cases}, file, ensure_ascii=True, indent=0)


main()
