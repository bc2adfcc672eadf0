"""Trains the risk classifier. One command, resumable; runs on a CPU.

    python train.py --base ../../../models/base --data ../../../data --corpus ../../data/corpus --work work

Three stages, each skipped when its result is in the work folder, each picked up where it stopped:
  warmup   emotions and stressors from open sets
  develop  the corpus without the files of --hold: what thresholds and figures on unseen voices come from
  final    goes on from `develop` with all files; never with the frozen test split
"""
from __future__ import annotations

import argparse
import random
import re
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import warmup
from augment import introduce, noisy, swap
from batching import Encoder, by_length
from contexts import in_context
from data import Row, TURN, fold, harmless, read_corpus, read_split, row_hash, signal_names
from encoder import LEVELS, load_base

# Voices that no other file shares: two chat writers, two forum writers, the late harmless and veiled files.
HOLD = "14,15,16,19,22,23,26,27"
NAMES = ["Sam", "Alex", "Nina", "Omar", "Lucie", "Priya", "Tom", "Awa"]


class Item(tuple):
    """(texts, row): one text, or two that must get the same answer."""


def tidy(s: str, rng: random.Random) -> str:
    """Open sets have their own spacing and placeholders; a model must not learn those as a sign of harmlessness."""
    s = re.sub(r"\[NAME\]", lambda _m: rng.choice(NAMES), s).replace("[RELIGION]", "religion")
    s = re.sub(r"\s+([.,!?…])", r"\1", s).replace(" ' ", "'")
    return s[0].upper() + s[1:] if s and rng.random() < 0.5 else s


def splice(rng: random.Random, core: list[Row], calm: dict[str, list[str]]) -> Row:
    """A longer message made of shorter ones; its level is the highest inside."""
    first = rng.choice(core)
    if rng.random() < 0.5:
        others = [r for r in rng.sample(core, 6) if r.lang == first.lang][: rng.choice([1, 1, 2])]
        parts = [first, *others]
        rng.shuffle(parts)
        level = max(r.level for r in parts)
        signals = tuple(sorted({s for r in parts for s in r.signals}))
        return Row(" ".join(r.text for r in parts), level, signals, first.lang, "long", "00", 0.6)
    around = rng.sample(calm[first.lang], rng.randrange(2, 7))
    cut = rng.randrange(0, len(around) + 1)
    text = " ".join([*around[:cut], first.text, *around[cut:]])
    return Row(text, first.level, first.signals, first.lang, "long", "00", 0.6)


def epoch_items(core: list[Row], data: Path, seed: int, epoch: int, often: set[str]) -> list[Item]:
    """What one epoch shows. The same for the same seed and number, so that a run can resume in the middle."""
    rng = random.Random(f"{seed}/{epoch}")
    quiet = [replace(r, text=tidy(r.text, rng)) for r in harmless(data, rng, 900)]
    calm = {g: [r.text for r in quiet if r.lang == g and r.level == 0] for g in ("fr", "en")}
    earlier = {g: [r.text for r in core if r.lang == g and TURN not in r.text and len(r.text) < 160] for g in ("fr", "en")}
    short = [r for r in core if TURN not in r.text and len(r.text) < 400]
    items = []
    # Rows in context are few, and what they teach (a question that changes an answer) is hard: each comes twice, spelt differently.
    # The newest files hold what the last model misunderstood: each of their rows comes three times.
    again = [r for r in core if r.file in often]
    for r in [*core, *(r for r in core if TURN in r.text), *again, *again]:
        draw = rng.random()
        text = r.text
        if draw < 0.14 and (other := swap(text, rng, r.lang)):
            items.append(Item(((text, noisy(other, rng, r.lang)), r)))
        elif draw < 0.05 and TURN not in text:
            items.append(Item((introduce(text, rng, r.lang), r)))
        elif draw < 0.17 and TURN not in text:
            items.append(Item((in_context(noisy(text, rng, r.lang), rng, r.lang, earlier[r.lang]), r)))
        elif draw < 0.20:
            items.append(Item(((text, noisy(noisy(text, rng, r.lang), rng, r.lang)), r)))
        else:
            items.append(Item(((noisy(text, rng, r.lang),), r)))
    items += [Item(((noisy(r.text, rng, r.lang),), r)) for r in quiet]
    for lang, texts in calm.items():
        for _ in range(120):  # long and harmless: length alone must not alarm
            items.append(Item(((" ".join(rng.sample(texts, rng.randrange(2, 8))),), Row("", 0, (), lang, "long", "00", 0.4))))
    for _ in range(len(core) // 12):
        r = splice(rng, short, calm)
        items.append(Item(((noisy(r.text, rng, r.lang),), r)))
    return items


def loss_of(model, encode, batch: list[Item], class_weight: torch.Tensor, signals: int) -> torch.Tensor:
    texts = [t for item in batch for t in item[0]]
    rows = [item[1] for item in batch for _ in item[0]]
    share = torch.tensor([1 / len(item[0]) for item in batch for _ in item[0]])
    ids, mask = encode(texts)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        pooled = model.pool(ids, mask)
    pooled = F.dropout(pooled, model.dropout, model.training)
    level, signal = model.level(pooled), model.signal(pooled)
    y = torch.tensor([r.level for r in rows])
    w = torch.tensor([r.weight for r in rows]) * share * class_weight[y]
    labelled = torch.tensor([float(r.weight >= 0.6) for r in rows]) * share
    target = torch.zeros(len(rows), signals)
    for i, r in enumerate(rows):
        target[i, list(r.signals)] = 1
    above = F.softmax(level, -1).flip(1).cumsum(1).flip(1)[:, 1:].clamp(1e-5, 1 - 1e-5)
    ordinal = F.binary_cross_entropy(above, (y[:, None] > torch.arange(4)).float(), reduction="none").mean(1)
    total = ((F.cross_entropy(level, y, reduction="none", label_smoothing=0.03) + ordinal) * w).sum()
    total = total + 2 * (F.binary_cross_entropy_with_logits(signal, target, reduction="none").mean(1) * labelled).sum()
    k, a, b = 0, [], []
    for item in batch:
        if len(item[0]) == 2:
            a.append(k)
            b.append(k + 1)
        k += len(item[0])
    if a:
        p, q = F.log_softmax(level[a], -1), F.log_softmax(level[b], -1)
        total = total + 0.5 * (F.kl_div(p, q, log_target=True, reduction="sum") + F.kl_div(q, p, log_target=True, reduction="sum"))
    return total / max(len(batch), 8)


def fit(model, encode, core: list[Row], data: Path, signals: int, state: Path, seed: int, minutes: float, top: float, often: set[str]) -> dict:
    """Trains for about `minutes`; the rate falls with the time spent, so every run reaches its end. Returns the averaged weights."""
    counts = np.bincount([r.level for r in core], minlength=5)
    class_weight = torch.tensor((counts.mean() / counts) ** 0.5, dtype=torch.float)
    last = len(model.layers) - 1
    groups = [{"params": [*model.level.parameters(), *model.signal.parameters()], "top": 1e-3}]
    groups += [{"params": list(layer.parameters()), "top": top * 0.92 ** (last - i)} for i, layer in enumerate(model.layers)]
    # Words move little, and only those that rows hold: no decay pulls at the rest.
    groups += [{"params": [model.words.weight], "top": top * 0.15, "weight_decay": 0.0}]
    opt = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.02, fused=True)
    epoch, done, spent, mean = 0, 0, 0.0, None
    if state.exists():
        s = torch.load(state, weights_only=False)
        model.load_state_dict(s["model"])
        opt.load_state_dict(s["opt"])
        epoch, done, spent, mean = s["epoch"], s["done"], s["spent"], s["mean"]
    trained = {k for k, p in model.named_parameters() if p.requires_grad}
    clock, saved, ended = time.time(), time.time(), False
    while not ended:
        torch.manual_seed(seed * 1000 + epoch)
        rng = random.Random(f"{seed}/{epoch}/order")
        batches = by_length(epoch_items(core, data, seed, epoch, often), lambda it: sum(map(len, it[0])), 1500, rng)
        for i in range(done, len(batches)):
            now = spent + time.time() - clock
            progress = now / (60 * minutes)
            for g in opt.param_groups:
                g["lr"] = g["top"] * min(1.0, progress / 0.05 + 0.02) * max(0.02, 1 - progress)
            opt.zero_grad()
            loss = loss_of(model, encode, batches[i], class_weight, signals)
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            opt.step()
            if progress > 0.5 and i % 4 == 0:
                current = {k: v for k, v in model.state_dict().items() if k in trained}
                if mean is None:
                    mean = {k: v.clone() for k, v in current.items()}
                for k, v in current.items():
                    mean[k].lerp_(v, 0.02)
            if i % 40 == 0:
                bar = "#" * int(30 * min(1, progress))
                print(f"[{bar:<30}] epoch {epoch} batch {i}/{len(batches)} loss {loss.item():.3f} {now / 60:.1f} of {minutes} min", flush=True)
            if time.time() - saved > 180:
                torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch, "done": i + 1, "spent": now, "mean": mean}, state)
                saved = time.time()
            if progress >= 1:
                ended = True
                break
        epoch, done = epoch + 1, 0
    return {**model.state_dict(), **mean}


def without(rows: list[Row], kept_away: list[Row]) -> list[Row]:
    """Training rows that say word for word what a kept row says, accents and marks aside, are left out."""
    taboo = {fold(r.text) or r.text for r in kept_away}
    hashes = {row_hash(r) for r in kept_away}
    return [r for r in rows if row_hash(r) not in hashes and (fold(r.text) or r.text) not in taboo]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "data", "corpus", "work"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--stage", choices=["warmup", "develop", "final", "all"], default="all")
    ap.add_argument("--hold", default=HOLD, help="files that `develop` never sees")
    ap.add_argument("--often", default="38,39,40,41", help="files whose rows come three times an epoch: what the last model misunderstood")
    ap.add_argument("--minutes", type=float, nargs=3, default=[5, 25, 30], metavar=("WARMUP", "DEVELOP", "FINAL"))
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--tiny", action="store_true", help="a few dozen rows, to see that everything runs")
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    signals = len(signal_names(args.corpus))
    rows, frozen, hold = read_corpus(args.corpus), read_split(args.corpus), set(args.hold.split(","))
    test = [r for r in rows if row_hash(r) in frozen]
    rest = without(rows, test)
    stages = {
        "develop": ("warmup.pt", without([r for r in rest if r.file not in hold], [r for r in rest if r.file in hold]), args.minutes[1], 1.3e-4),
        "final": ("develop.pt", rest, args.minutes[2], 1.1e-4),
    }
    if args.stage in ("warmup", "all") and not (args.work / "warmup.pt").exists():
        warmup.run(args.base, args.data, signals, args.work / "warmup.pt", args.seed, 60 if args.tiny else 9000, args.minutes[0])
    for name, (start, core, minutes, top) in stages.items():
        out = args.work / f"{name}.pt"
        if args.stage not in (name, "all") or out.exists():
            continue
        core = random.Random(0).sample(core, 200) if args.tiny else core
        print(f"{name}: {len(core)} rows, from {start}", {LEVELS[i]: int(n) for i, n in enumerate(np.bincount([r.level for r in core]))}, flush=True)
        model, encode = load_base(args.base, signals), Encoder(args.base)
        model.load_state_dict(torch.load(args.work / start))
        model.low_precision = True
        warmup.freeze_embeddings(model)
        model.words.weight.requires_grad = True
        model.train()
        weights = fit(model, encode, core, args.data, signals, args.work / f"{name}.state.pt", args.seed, minutes, top, set(args.often.split(",")))
        torch.save(weights, out)
        (args.work / f"{name}.state.pt").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
