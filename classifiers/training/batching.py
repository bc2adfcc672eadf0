"""Word pieces in, tensors out; batches of rows of like length under a budget of word pieces."""
from __future__ import annotations

import random
from pathlib import Path
from typing import Callable, Sequence, TypeVar

import torch
from tokenizers import Tokenizer

from data import PREFIX

T = TypeVar("T")


class Encoder:
    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_padding(pad_id=1, pad_token="<pad>")

    def __call__(self, texts: Sequence[str], longest: int = 256) -> tuple[torch.Tensor, torch.Tensor]:
        self.tokenizer.enable_truncation(longest)
        coded = self.tokenizer.encode_batch([PREFIX + t for t in texts])
        return torch.tensor([c.ids for c in coded]), torch.tensor([c.attention_mask for c in coded])


def by_length(rows: Sequence[T], length: Callable[[T], int], budget: int, rng: random.Random, pool: int = 600, most: int = 48) -> list[list[T]]:
    """Shuffles, sorts within pools so that little is padding, cuts by a budget of estimated word pieces, shuffles the batches."""
    rows = list(rows)
    rng.shuffle(rows)
    out: list[list[T]] = []
    for i in range(0, len(rows), pool):
        batch: list[T] = []
        for row in sorted(rows[i : i + pool], key=length):
            pieces = 6 + length(row) // 3.6
            if batch and (len(batch) + 1 > most or (len(batch) + 1) * pieces > budget):
                out.append(batch)
                batch = []
            batch.append(row)
        out.append(batch)
    rng.shuffle(out)
    return out
