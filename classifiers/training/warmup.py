"""Stage 1: one pass over emotion and stressor labels, so that the encoder knows feelings before it meets risk."""
from __future__ import annotations

import random
import time
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from augment import noisy
from batching import Encoder, by_length
from data import FEELINGS, feelings
from encoder import load_base


def freeze_embeddings(model: nn.Module) -> None:
    """Word and position tables stay as they are: words of no training row keep their meaning beside those that moved."""
    model.words.weight.requires_grad = False
    model.positions.weight.requires_grad = False


def run(base: Path, data: Path, signals: int, out: Path, seed: int, most: int, minutes: float) -> None:
    rng = random.Random(seed)
    torch.manual_seed(seed)
    model, encode = load_base(base, signals), Encoder(base)
    model.low_precision = True
    freeze_embeddings(model)
    model.train()
    head = nn.Linear(model.level.in_features, FEELINGS)
    groups = [
        {"params": [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] not in ("level", "signal")], "top": 1e-4},
        {"params": list(head.parameters()), "top": 2e-3},
    ]
    opt = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)
    batches = by_length(feelings(data, rng, most), lambda r: len(r.text), 1400, rng)
    start = time.time()
    for i, batch in enumerate(batches):
        ids, mask = encode([noisy(r.text, rng) for r in batch], 64)
        y, known = torch.zeros(len(batch), FEELINGS), torch.zeros(len(batch), FEELINGS)
        for k, r in enumerate(batch):
            known[k, r.span[0] : r.span[1]] = 1
            y[k, list(r.on)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            pooled = model.pool(ids, mask)
        loss = (F.binary_cross_entropy_with_logits(head(pooled), y, reduction="none") * known).sum() / known.sum()
        # Time-aware: progress is the larger of steps done and minutes spent, so the rate always reaches its end.
        progress = max(i / len(batches), (time.time() - start) / (60 * minutes))
        for g in opt.param_groups:
            g["lr"] = g["top"] * min(1, (i + 1) / 25) * max(0.05, 1 - progress)
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        if i % 25 == 0:
            print(f"warm-up {i}/{len(batches)} loss {loss.item():.4f} {time.time() - start:.0f}s", flush=True)
        if progress >= 1:
            break
    torch.save({k: v for k, v in model.state_dict().items()}, out)
