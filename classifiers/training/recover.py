"""Makes a checkpoint again from an exported 8-bit ONNX file, so that training goes on from the model that is shipped.

    python recover.py --model ../../data/models --base BASE --out work/develop.pt

The weights come back as the file holds them, rounded to 8 bits; the first minutes of training repair that.
"""
from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper as nh

from encoder import load_base


def recover(model: Path, base: Path) -> dict[str, torch.Tensor]:
    file = onnx.load(str(model / "onnx/model_quantized.onnx"))
    have = {c.name: nh.to_array(c) for c in file.graph.initializer}
    state: dict[str, np.ndarray] = {"words.weight": have["words.q"].astype("f4") * have["words.s"]}
    for name, value in have.items():
        if match := re.fullmatch(r"(layers\.\d+\.\w+)\.q", name):
            n, blocks, size = value.shape
            scale = have[f"{match[1]}.s"].reshape(n, blocks, 1)
            state[f"{match[1]}.weight"] = ((value.astype("f4") - 128) * scale).reshape(n, blocks * size)
        elif re.search(r"(norm\d?|^layers\..*)\.(weight|bias)$", name):
            state[name] = value
    for head in ("level", "signal"):
        state[head + ".weight"], state[head + ".bias"] = have[head + ".weight"].T, have[head + ".bias"]
    whole = load_base(base, have["signal.bias"].shape[0]).state_dict()
    # The file holds positions and the one token type added up: give the type back its own vector.
    state["positions.weight"] = have["positions"] - whole["kind"].numpy()
    state["kind"] = whole["kind"].numpy()
    missing = set(whole) ^ set(state)
    assert not missing, sorted(missing)
    return {k: torch.tensor(np.ascontiguousarray(v)) for k, v in state.items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "base", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    args = ap.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(recover(args.model, args.base), args.out)


if __name__ == "__main__":
    main()
