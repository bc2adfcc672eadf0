"""Writes a trained checkpoint as an 8-bit ONNX file, node by node.

    python export.py --base BASE --corpus CORPUS --weights work/final.pt --out OUT [--temperature 1.0]

Weights of the encoder: 8 bits in blocks of 64 along the input, symmetric, one scale a block (MatMulNBits, computed in 8 bits
with per-row activation scales). Word vectors: 8 bits, one scale a row. Heads, norms, biases: 32 bits. The temperature that
calibrates the level is divided into its head, so that softmax(level_logits) is calibrated as it leaves the file.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper as nh

from data import PREFIX, signal_names
from encoder import LEVELS

BLOCK = 64


class Graph:
    def __init__(self) -> None:
        self.nodes, self.consts, self.count = [], [], 0

    def const(self, name: str, value: np.ndarray) -> str:
        self.consts.append(nh.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, *inputs: str, outputs: int = 1, out: str | None = None, domain: str = "", **attributes):
        self.count += 1
        names = [out] if out else [f"{kind}_{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(h.make_node(kind, list(inputs), names, name=f"{kind}_{self.count}", domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray, bits: int) -> str:
        if bits == 32:
            y = self.op("MatMul", x, self.const(name + ".weight", weight.T.astype("f4")))
            return self.op("Add", y, self.const(name + ".bias", bias.astype("f4")))
        n, k = weight.shape
        blocks = weight.reshape(n, k // BLOCK, BLOCK)
        scale = np.abs(blocks).max(-1) / 127
        scale[scale == 0] = 1
        codes = (np.clip(np.round(blocks / scale[..., None]), -127, 127) + 128).astype("u1")
        y = self.op(
            "MatMulNBits", x, self.const(name + ".q", codes), self.const(name + ".s", scale.astype("f4").reshape(-1)),
            domain="com.microsoft", K=k, N=n, bits=8, block_size=BLOCK, accuracy_level=4,
        )  # fmt: skip
        return self.op("Add", y, self.const(name + ".bias", bias.astype("f4")))

    def norm(self, x: str, name: str, w: dict) -> str:
        return self.op(
            "LayerNormalization", x, self.const(name + ".weight", w[name + ".weight"]), self.const(name + ".bias", w[name + ".bias"]),
            axis=-1, epsilon=1e-12,
        )  # fmt: skip


def build(w: dict[str, np.ndarray], heads: int, temperature: float, bits: int = 8, fused: bool = True) -> onnx.ModelProto:
    g = Graph()
    width = w["words.weight"].shape[1]
    if bits == 8:
        scale = np.abs(w["words.weight"]).max(1, keepdims=True) / 127
        scale[scale == 0] = 1
        codes = np.clip(np.round(w["words.weight"] / scale), -127, 127).astype("i1")
        rows = g.op("Cast", g.op("Gather", g.const("words.q", codes), "input_ids", axis=0), to=T.FLOAT)
        x = g.op("Mul", rows, g.op("Gather", g.const("words.s", scale.astype("f4")), "input_ids", axis=0))
    else:
        x = g.op("Gather", g.const("words", w["words.weight"]), "input_ids", axis=0)
    zero, one, two = (g.const(f"i{v}", np.array([v], "i8")) for v in (0, 1, 2))
    length = g.op("Shape", "input_ids", start=1, end=2)
    place = g.op("Slice", g.const("positions", w["positions.weight"] + w["kind"]), zero, length, zero)
    x = g.norm(g.op("Add", x, place), "norm", w)
    mask = g.op("Cast", "attention_mask", to=T.FLOAT)
    if fused:
        thirds = g.const("thirds", np.array([width] * 3, "i8"))
        keep = g.op("Cast", "attention_mask", to=T.INT32)
    else:
        bias = g.op("Mul", g.op("Sub", g.const("f1", np.array(1, "f4")), mask), g.const("far", np.array(-1e4, "f4")))
        bias = g.op("Unsqueeze", g.op("Unsqueeze", bias, one), two)
        shape = g.const("split", np.array([0, 0, 3, heads, width // heads], "i8"))
        flat = g.const("flat", np.array([0, 0, width], "i8"))
    layer = 0
    while f"layers.{layer}.qkv.weight" in w:
        p = f"layers.{layer}."
        qw, qb = w[p + "qkv.weight"].copy(), w[p + "qkv.bias"].copy()
        qkv_scale = (width // heads) ** -0.5
        if fused:
            qkv = g.linear(x, p + "qkv", qw, qb, bits)
            q, k, v = g.op("Split", qkv, thirds, outputs=3, axis=2)
            a = g.op("MultiHeadAttention", q, k, v, "", keep, domain="com.microsoft", num_heads=heads, mask_filter_value=-1e4)
        else:
            qw[:width] *= qkv_scale
            qb[:width] *= qkv_scale
            qkv = g.op("Transpose", g.op("Reshape", g.linear(x, p + "qkv", qw, qb, bits), shape), perm=[2, 0, 3, 1, 4])
            q, k, v = (g.op("Squeeze", s, zero) for s in g.op("Split", qkv, outputs=3, axis=0, num_outputs=3))
            scores = g.op("MatMul", q, g.op("Transpose", k, perm=[0, 1, 3, 2]))
            a = g.op("MatMul", g.op("Softmax", g.op("Add", scores, bias), axis=-1), v)
            a = g.op("Reshape", g.op("Transpose", a, perm=[0, 2, 1, 3]), flat)
        a = g.linear(a, p + "out", w[p + "out.weight"], w[p + "out.bias"], bits)
        x = g.norm(g.op("Add", x, a), p + "norm1", w)
        u = g.op("Gelu", g.linear(x, p + "up", w[p + "up.weight"], w[p + "up.bias"], bits), domain="com.microsoft")
        d = g.linear(u, p + "down", w[p + "down.weight"], w[p + "down.bias"], bits)
        x = g.norm(g.op("Add", x, d), p + "norm2", w)
        layer += 1
    m = g.op("Unsqueeze", mask, two)
    total = g.op("ReduceSum", g.op("Mul", x, m), one, keepdims=0)
    v = g.op("Div", total, g.op("ReduceSum", m, one, keepdims=0))
    for name, t in (("level", temperature), ("signal", 1.0)):
        y = g.op("MatMul", v, g.const(name + ".weight", (w[name + ".weight"].T / t).astype("f4")))
        g.op("Add", y, g.const(name + ".bias", (w[name + ".bias"] / t).astype("f4")), out=name + "_logits")
    size = g.op("ReduceL2", v, one, keepdims=1)
    g.op("Div", v, size, out="embedding")
    dims = ["batch", "sequence"]
    graph = h.make_graph(
        g.nodes, "veilleuse-risk",
        [h.make_tensor_value_info(n, T.INT64, dims) for n in ("input_ids", "attention_mask")],
        [h.make_tensor_value_info("level_logits", T.FLOAT, ["batch", w["level.bias"].shape[0]]),
         h.make_tensor_value_info("signal_logits", T.FLOAT, ["batch", w["signal.bias"].shape[0]]),
         h.make_tensor_value_info("embedding", T.FLOAT, ["batch", width])],
        g.consts,
    )  # fmt: skip
    return h.make_model(graph, opset_imports=[h.make_opsetid("", 18), h.make_opsetid("com.microsoft", 1)], ir_version=9, producer_name="veilleuse")


def load_weights(path: Path) -> dict[str, np.ndarray]:
    return {k: v.float().numpy() for k, v in torch.load(path, map_location="cpu").items()}


def write(weights: Path, base: Path, corpus: Path, out: Path, temperature: float) -> None:
    config = json.loads((base / "config.json").read_text())
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(build(load_weights(weights), config["num_attention_heads"], temperature), out / "onnx/model_quantized.onnx")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copyfile(base / name, out / name)
    config |= {"dtype": "float32", "levels": LEVELS, "signals": signal_names(corpus), "prefix": PREFIX}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")


def checksums(out: Path) -> None:
    files = ["onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json", "config.json", "thresholds.json"]
    lines = [f"{hashlib.sha256((out / f).read_bytes()).hexdigest()}  {f}" for f in files if (out / f).exists()]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "base", "corpus", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--temperature", type=float, default=1.0)
    args = ap.parse_args()
    write(args.weights, args.base, args.corpus, args.out, args.temperature)
    checksums(args.out)
    size = sum(p.stat().st_size for p in args.out.rglob("*") if p.suffix in (".onnx", ".json"))
    print(f"{args.out}: {size / 1e6:.1f} MB with tokenizer")


if __name__ == "__main__":
    main()
