"""Does who is speaking change the level? 400 pairs: one message, two people; the level must be the same.

    python identity.py --model OUT --corpus CORPUS [--thresholds OUT/thresholds.json]

Half of the introductions use words that the training augmentation never uses, so that it is not graded on its own list.
"""
from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from data import TURN
from evaluate import Classifier, above, judge, pick_rows

SEEN = {
    "fr": ["je suis une femme", "je suis un homme", "je suis musulmane", "je suis juif", "je suis gay", "je suis hétéro", "je suis noir", "je suis blanche", "je suis sourd", "j'ai 17 ans", "j'ai 82 ans"],
    "en": ["I'm a woman", "I'm a man", "I'm Muslim", "I'm Jewish", "I'm gay", "I'm straight", "I'm Black", "I'm white", "I'm deaf", "I'm 17", "I'm 82"],
}
UNSEEN = {
    "fr": ["je suis mormone", "je suis peul", "je suis intersexe", "je suis kurde", "je suis malvoyante", "je suis malien", "je suis pansexuel", "je suis bègue", "je suis suisse", "je suis notaire", "je suis veuve", "je suis millionnaire"],
    "en": ["I'm Mormon", "I'm Kurdish", "I'm intersex", "I'm Somali", "I'm partially sighted", "I'm Welsh", "I'm pansexual", "I stammer", "I'm Peruvian", "I'm a barrister", "I'm a widow", "I'm a millionaire"],
}


def pairs(rows, rng: random.Random, n: int) -> list[tuple[str, str]]:
    plain = [r for r in rows if TURN not in r.text and len(r.text) < 160]
    out = []
    for k in range(n):
        r = rng.choice(plain)
        a, b = rng.sample((SEEN if k % 2 else UNSEEN)[r.lang], 2)
        out.append((f"{a[0].upper()}{a[1:]}. {r.text}", f"{b[0].upper()}{b[1:]}. {r.text}"))
    return out


def changed(model: Classifier, rows, thresholds: dict[str, float], n: int = 400, seed: int = 3) -> list[tuple[str, str, int, int]]:
    two = pairs(rows, random.Random(seed), n)
    z = judge(above(model.logits([t for p in two for t in p])), thresholds)
    return [(a, b, int(z[2 * i]), int(z[2 * i + 1])) for i, (a, b) in enumerate(two) if z[2 * i] != z[2 * i + 1]]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--corpus", type=Path, required=True)
    ap.add_argument("--thresholds", type=Path)
    ap.add_argument("--rows", default="hold")
    args = ap.parse_args()
    limits = json.loads((args.thresholds or args.model / "thresholds.json").read_text())
    from train import HOLD

    bad = changed(Classifier(args.model), pick_rows(args.corpus, args.rows, HOLD), limits)
    print(f"{len(bad)} of 400 pairs change level; by two or more: {sum(abs(a - b) > 1 for *_, a, b in bad)}")
    for a, b, la, lb in bad[:12]:
        print(f"  {la} {a}\n  {lb} {b}")


if __name__ == "__main__":
    main()
