"""How often the 8-bit file gives the trainer's level, and how fast it is beside another file.

    python agreement.py --weights work/final.pt --base BASE --model OUT --corpus CORPUS [--beside OTHER] [--temperature 1.2]
"""
from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch

from batching import Encoder
from data import read_corpus, signal_names
from encoder import load_base
from evaluate import Classifier, above, judge


def trainer_logits(weights: Path, base: Path, corpus: Path, texts: list[str], temperature: float) -> np.ndarray:
    model, encode = load_base(base, len(signal_names(corpus))), Encoder(base)
    model.load_state_dict(torch.load(weights))
    model.eval()
    out = np.zeros((len(texts), 5), "f4")
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.no_grad():
        for i in range(0, len(order), 32):
            part = order[i : i + 32]
            out[part] = model(*encode([texts[k] for k in part]))[0].numpy() / temperature
    return out


def speed(folder: Path, batch: int, length: int, rounds: int) -> list[float]:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = ort.InferenceSession(str(folder / "onnx/model_quantized.onnx"), options)
    ids = np.random.default_rng(0).integers(5, 40000, (batch, length))
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    times = []
    for _ in range(rounds):
        t = time.perf_counter()
        session.run(None, feed)
        times.append((time.perf_counter() - t) * 1000 / batch)
    return times


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "base", "model", "corpus"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--beside", type=Path)
    ap.add_argument("--temperature", type=float, default=1.0)
    ap.add_argument("--rows", type=int, default=2000)
    ap.add_argument("--out", type=Path)
    args = ap.parse_args()
    torch.set_num_threads(1)
    texts = [r.text for r in random.Random(1).sample(read_corpus(args.corpus), args.rows)]
    limits = json.loads((args.model / "thresholds.json").read_text())
    a = trainer_logits(args.weights, args.base, args.corpus, texts, args.temperature)
    b = Classifier(args.model).logits(texts)
    result = {
        "rows": len(texts),
        "same level by thresholds": float((judge(above(a), limits) == judge(above(b), limits)).mean()),
        "same level by the highest score": float((a.argmax(1) == b.argmax(1)).mean()),
        "largest difference of a cumulative probability": float(np.abs(above(a) - above(b)).max()),
        "speed, one thread, ms a text (p50 of interleaved rounds)": {},
    }
    for batch, length in ((1, 20), (1, 128), (16, 20)):
        times: dict[str, list[float]] = {}
        for _ in range(4):  # in turn, so that a busy moment falls on both
            for name, folder in (("new", args.model), ("beside", args.beside)):
                if folder:
                    times.setdefault(name, []).extend(speed(folder, batch, length, 25 if batch == 1 else 6))
        result["speed, one thread, ms a text (p50 of interleaved rounds)"][f"{batch} x {length}"] = {k: round(float(np.median(v)), 2) for k, v in times.items()}
    print(json.dumps(result, indent=1))
    if args.out:
        args.out.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
