"""Measures one or more ONNX classifiers on rows they never saw; chooses thresholds on held-out files.

    python evaluate.py thresholds --model OUT --corpus CORPUS --hold 14,15,16,19,22,23,26,27
    python evaluate.py report --corpus CORPUS --rows hold|calibration|test NAME=DIR[:thresholds.json] ...

A level is the highest whose cumulative probability P(level or higher) reaches its threshold.
"""
from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from data import PREFIX, Row, read_corpus, read_split, row_hash
from encoder import LEVELS
from train import HOLD, without

NAMES = LEVELS[1:]
# What a mistake costs, on the same scale: missing an imminent message costs 60 times a needless care screen.
MISS = {(4, 0): 60, (4, 1): 50, (4, 2): 20, (4, 3): 3, (3, 0): 30, (3, 1): 25, (3, 2): 8, (2, 0): 8, (2, 1): 5, (1, 0): 1.5}
RAISE = {(0, 1): 1, (0, 2): 3, (0, 3): 12, (0, 4): 20, (1, 2): 2, (1, 3): 6, (1, 4): 10, (2, 3): 2, (2, 4): 5, (3, 4): 1.5}
FOUNDED = {"distress": 0.5, "passive": 0.4, "active": 0.35, "imminent": 0.4}  # the baseline's own


class Classifier:
    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.session = ort.InferenceSession(str(folder / "onnx/model_quantized.onnx"), options)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
        self.tokenizer.enable_truncation(256)

    def logits(self, texts: list[str], batch: int = 16) -> np.ndarray:
        out = np.zeros((len(texts), 5), "f4")
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for i in range(0, len(order), batch):
            part = order[i : i + batch]
            coded = self.tokenizer.encode_batch([PREFIX + texts[k] for k in part])
            ids = np.array([c.ids for c in coded], "i8")
            mask = np.array([c.attention_mask for c in coded], "i8")
            out[part] = self.session.run(["level_logits"], {"input_ids": ids, "attention_mask": mask})[0]
        return out


def above(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """P(distress or higher) … P(imminent)."""
    z = logits / temperature
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    return p[:, ::-1].cumsum(1)[:, ::-1][:, 1:]


def judge(p: np.ndarray, thresholds: dict[str, float]) -> np.ndarray:
    hit = p >= np.array([thresholds[n] for n in NAMES])
    return np.where(hit, np.arange(1, 5), 0).max(1)


def kappa(y: np.ndarray, z: np.ndarray) -> float:
    o = np.zeros((5, 5))
    np.add.at(o, (y, z), 1)
    w = (np.arange(5)[:, None] - np.arange(5)) ** 2
    e = np.outer(o.sum(1), o.sum(0)) / max(1, o.sum())
    return 1 - (w * o).sum() / max(1e-9, (w * e).sum())


def wilson(k: int, n: int) -> tuple[float, float]:
    if n == 0:
        return (0.0, 1.0)
    p, z = k / n, 1.96
    mid, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return ((mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n))


def temperature_of(logits: np.ndarray, y: np.ndarray) -> float:
    """One number that makes the probabilities honest, by likelihood on held-out rows."""
    best = (1e9, 1.0)
    for t in np.arange(0.6, 3.0, 0.02):
        z = logits / t
        z = z - z.max(1, keepdims=True)
        nll = -(z[np.arange(len(y)), y] - np.log(np.exp(z).sum(1))).mean()
        best = min(best, (float(nll), float(round(t, 2))))
    return best[1]


FORUM = {"11", "16", "19", "24", "25"}


def is_forum(row: Row) -> bool:
    return row.file in FORUM or (row.file == "ca" and row.kind == "long")


def gates(rows: list[Row], z: np.ndarray) -> dict[str, dict]:
    """The gates of the issue on these rows, with their counts and Wilson intervals."""
    y = np.array([r.level for r in rows])
    forum = np.array([is_forum(r) for r in rows])
    veiled = np.array([(r.kind == "euphemism" or r.file in ("26", "27")) and r.level >= 2 for r in rows])
    idiom = np.array([r.kind == "idiom" and r.level == 0 for r in rows])
    fr = np.array([r.lang == "fr" for r in rows])
    out: dict[str, dict] = {}

    def rate(name: str, which: np.ndarray, hit: np.ndarray, least: float | None = None, most: float | None = None) -> None:
        n, k = int(which.sum()), int((which & hit).sum())
        if n:
            value = k / n
            out[name] = {"value": round(value, 4), "n": n, "interval": [round(v, 3) for v in wilson(k, n)], "gate": least or most,
                         "passes": bool(value >= least if least else value <= most)}  # fmt: skip

    for tag, part in (("", np.ones(len(rows), bool)), (" fr", fr), (" en", ~fr)):
        rate("imminent found (>= active)" + tag, part & (y == 4), z >= 3, least=0.97)
        rate("active found (>= active)" + tag, part & (y == 3), z >= 3, least=0.92)
        rate("active found (>= passive)" + tag, part & (y == 3), z >= 2, least=0.96)
        rate("passive found (>= passive)" + tag, part & (y == 2), z >= 2, least=0.88)
        rate("veiled danger found (>= passive)" + tag, part & veiled, z >= 2, least=0.85)
        rate("harmless raised (>= active)" + tag, part & (y == 0), z >= 3, most=0.03)
        rate("idioms raised (>= active)" + tag, part & idiom, z >= 3, most=0.05)
        rate("forum: at risk found (>= passive)" + tag, part & forum & (y >= 2), z >= 2, least=0.92)
        rate("forum: not at risk raised (>= active)" + tag, part & forum & (y < 2), z >= 3, most=0.20)
        rate("distress raised (>= active)" + tag, part & (y == 1), z >= 3, most=1.0)
        rate("exact level" + tag, part, z == y, least=0.001)
        chat = part & ~forum
        if chat.any():
            k = kappa(y[chat], z[chat])
            out["quadratic kappa, chat" + tag] = {"value": round(k, 4), "n": int(chat.sum()), "gate": 0.80, "passes": bool(k >= 0.80)}
    return out


def cost(y: np.ndarray, z: np.ndarray) -> float:
    table = np.zeros((5, 5))
    for (a, b), c in {**MISS, **RAISE}.items():
        table[a, b] = c
    return float(table[y, z].mean())


def choose(rows: list[Row], p: np.ndarray) -> dict[str, float]:
    """Lowest cost plus a fine for what the gates lack. Room is kept below the gates on false alarms: the lexicon can only add some."""
    y = np.array([r.level for r in rows])
    forum = np.array([is_forum(r) for r in rows])
    idiom = np.array([r.kind == "idiom" and r.level == 0 for r in rows])
    chat = ~forum
    # A coarse grid within sober bounds: 256 rows can't tell 0.37 from 0.40, and extremes fit single rows.
    grid = np.round(np.arange(0.2, 0.61, 0.05), 2).tolist()

    def score(t: dict[str, float]) -> float:
        z = judge(p, t)
        lack = [0.97 - (z[y == 4] >= 3).mean(), 0.92 - (z[y == 3] >= 3).mean(), 0.96 - (z[y == 3] >= 2).mean(), 0.88 - (z[y == 2] >= 2).mean(), 0.80 - kappa(y[chat], z[chat])]
        lack.append(2 * ((z[(y == 0) & chat] >= 3).mean() - 0.02))
        if idiom.any():
            lack.append((z[idiom] >= 3).mean() - 0.04)
        if forum.sum() > 40:
            lack += [(z[forum & (y < 2)] >= 3).mean() - 0.15, 0.92 - (z[forum & (y >= 2)] >= 2).mean()]
        return cost(y, z) + 20 * sum(max(0.0, x) for x in lack)

    every = [
        {"distress": d, "passive": b, "active": a, "imminent": i}
        for a in grid for b in grid for d in (0.4, 0.5) for i in (0.4, 0.5, 0.6) if i >= a
    ]  # fmt: skip
    return min(every, key=score)


def choose_in_context(rows: list[Row], p: np.ndarray) -> dict[str, float]:
    """Cheapest for answers read after their question. They are also read alone and the higher counts, so a needless alarm weighs double."""
    y = np.array([r.level for r in rows])
    grid = np.round(np.arange(0.2, 0.81, 0.05), 2).tolist()
    every = [{"distress": 0.5, "passive": b, "active": a, "imminent": i} for a in grid for b in grid for i in (0.5, 0.6, 0.7, 0.8) if i >= a]

    def score(t: dict[str, float]) -> float:
        z = judge(p, t)
        return cost(y, z) + cost(y[y < 2], z[y < 2])

    return min(every, key=score)


def pick_rows(corpus: Path, which: str, hold: str) -> list[Row]:
    if which == "calibration":
        return [r for name in ("calibration.tsv", "calibration-fr.tsv", "calibration-en.tsv") for r in read_corpus(corpus, name)]
    rows, frozen = read_corpus(corpus), read_split(corpus)
    test = [r for r in rows if row_hash(r) in frozen]
    if which == "test":
        return test
    return [r for r in without(rows, test) if r.file in set(hold.split(","))]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["thresholds", "report"])
    ap.add_argument("models", nargs="*")
    ap.add_argument("--model", type=Path)
    ap.add_argument("--corpus", type=Path, required=True)
    ap.add_argument("--rows", default="hold")
    ap.add_argument("--hold", default=HOLD)
    ap.add_argument("--out", type=Path)
    args = ap.parse_intermixed_args()
    rows = pick_rows(args.corpus, args.rows, args.hold)
    texts, y = [r.text for r in rows], np.array([r.level for r in rows])
    if args.what == "thresholds":
        logits = Classifier(args.model).logits(texts)
        t = temperature_of(logits, y)
        chosen = choose(rows, above(logits, t))
        doc = {"temperature": t, "thresholds": chosen}
        (args.out or args.model / "calibration.json").write_text(json.dumps(doc, indent=1) + "\n")
        print(doc)
        return
    report = {}
    for spec in args.models:
        name, _, place = spec.partition("=")
        folder, _, thresholds = place.partition(":")
        limits = json.loads(Path(thresholds).read_text()) if thresholds else FOUNDED
        logits = Classifier(Path(folder)).logits(texts)
        z = judge(above(logits), limits)
        confusion = np.zeros((5, 5), int)
        np.add.at(confusion, (y, z), 1)
        files = sorted({r.file for r in rows})
        by_file = {f: gates([r for r in rows if r.file == f], z[[i for i, r in enumerate(rows) if r.file == f]]) for f in files}
        missed = [[LEVELS[a], LEVELS[b], r.file, r.text] for a, b, r in zip(y, z, rows) if a - b >= 2]
        raised = [[LEVELS[a], LEVELS[b], r.file, r.text] for a, b, r in zip(y, z, rows) if b >= 3 and a == 0]
        report[name] = {"thresholds": limits, "rows": len(rows), "gates": gates(rows, z), "confusion": confusion.tolist(), "files": by_file,
                        "missed by two or more": missed, "harmless raised": raised}  # fmt: skip
    if args.out:
        args.out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    names = list(report)
    for key in report[names[0]]["gates"]:
        cells = [report[n]["gates"][key] for n in names]
        print(f"{key:48} gate {cells[0]['gate']:<6}", *(f"{n} {c['value']:.3f}" for n, c in zip(names, cells)), f"n={cells[0]['n']}")


if __name__ == "__main__":
    main()
