"""The network: a BERT encoder (multilingual-e5-small) with two linear heads, in plain PyTorch.

Written out rather than imported so that a reader sees every operation that the exported ONNX file
has to repeat, and so that training needs neither transformers nor a GPU. Weights keep their names
of the safetensors file of the base model.
"""
from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

LEVELS = ["none", "distress", "passive", "active", "imminent"]


class Layer(nn.Module):
    """One transformer block, layer norm after each half, as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        # Spelled out: PyTorch's fused attention spends 40 % of a CPU training step in its backward pass.
        scores = q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5
        a = (scores if bias is None else scores + bias).softmax(-1).to(v.dtype) @ v
        a = self.out(a.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(h, self.dropout, self.training))


class RiskModel(nn.Module):
    """Encoder, mean over the word pieces, then one head for the level and one for the signals."""

    def __init__(self, config: dict, signals: int, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))  # token type 0, the only one in use
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.level = nn.Linear(width, len(LEVELS))
        self.signal = nn.Linear(width, signals)
        self.dropout = dropout

    def pool(self, ids: torch.Tensor, mask: torch.Tensor, noise: torch.Tensor | None = None) -> torch.Tensor:
        words = self.words(ids)
        if noise is not None:
            words = words + noise
        x = words + self.positions.weight[: ids.shape[1]] + self.kind
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = None
        if not bool(mask.all()):
            bias = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        if x.device.type == "cpu" and self.low_precision:
            x = x.bfloat16()
        if bias is not None:
            bias = bias.to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        x = x.float()
        m = mask.float()[..., None]
        return (x * m).sum(1) / m.sum(1)

    low_precision = False

    def forward(self, ids, mask, noise=None):
        v = self.pool(ids, mask, noise)
        d = F.dropout(v, self.dropout, self.training)
        return self.level(d), self.signal(d), v


def load_base(folder: Path, signals: int, dropout: float = 0.1) -> RiskModel:
    """The base encoder with fresh heads."""
    config = json.loads((folder / "config.json").read_text())
    model = RiskModel(config, signals, dropout)
    w = {k: v.float() for k, v in load_file(str(folder / "model.safetensors")).items()}
    if not any(k.startswith("embeddings.") for k in w):
        w = {k.split(".", 1)[1]: v for k, v in w.items()}
    state = {
        "words.weight": w["embeddings.word_embeddings.weight"],
        "positions.weight": w["embeddings.position_embeddings.weight"],
        "kind": w["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": w["embeddings.LayerNorm.weight"],
        "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for i in range(config["num_hidden_layers"]):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            state[new + "qkv." + part] = torch.cat([w[f"{old}attention.self.{n}.{part}"] for n in ("query", "key", "value")])
            state[new + "out." + part] = w[f"{old}attention.output.dense.{part}"]
            state[new + "norm1." + part] = w[f"{old}attention.output.LayerNorm.{part}"]
            state[new + "up." + part] = w[f"{old}intermediate.dense.{part}"]
            state[new + "down." + part] = w[f"{old}output.dense.{part}"]
            state[new + "norm2." + part] = w[f"{old}output.LayerNorm.{part}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all(k.split(".")[0] in ("level", "signal") for k in missing), (missing, unexpected)
    return model
