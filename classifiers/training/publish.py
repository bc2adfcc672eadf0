"""Puts the deliverable together: model, calibration, thresholds, manifest, report.

    python publish.py --final work/final.pt --base BASE --corpus CORPUS --baseline BASELINE --models ../../data/models --version 2026-11-26 --out OUT

Temperature and thresholds are chosen on `calibration*.tsv`, which no training stage reads: by the costs in evaluate.py,
with a fine for what the gates lack; those for messages after their context on `calibration-in-context.tsv`. The
manifest is that of --models with the new figures in it. With --develop, what whole files left out cost is shown too.
The test split is opened with --test, once, when everything else is fixed.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

import export
from data import TURN, read_corpus
from evaluate import FOUNDED, Classifier, above, choose, choose_in_context, gates, judge, pick_rows, temperature_of
from encoder import LEVELS
from identity import changed
from train import HOLD


def measure(model: Classifier, rows, limits: dict[str, float]) -> dict:
    y = np.array([r.level for r in rows])
    p = above(model.logits([r.text for r in rows]))
    z = judge(p, limits)
    confusion = np.zeros((5, 5), int)
    np.add.at(confusion, (y, z), 1)
    return {
        "rows": len(rows),
        "gates": gates(rows, z),
        "confusion (rows: labelled, columns: judged)": confusion.tolist(),
        "by file": {f: {k: v["value"] for k, v in gates([r for r in rows if r.file == f], z[[r.file == f for r in rows]]).items() if k[-3:] not in (" fr", " en")} for f in sorted({r.file for r in rows})},
        "missed by two or more levels": [[LEVELS[a], LEVELS[b], r.file, r.text] for a, b, r in zip(y, z, rows) if a - b >= 2],
        "harmless raised to active or higher": [[LEVELS[b], r.file, r.text] for a, b, r in zip(y, z, rows) if a == 0 and b >= 3],
    }  # fmt: skip


def table(title: str, columns: dict[str, dict]) -> list[str]:
    names = list(columns)
    out = [f"## {title}", "", "| | gate | " + " | ".join(names) + " | rows |", "|---|---|" + "---|" * (len(names) + 1)]
    for key, first in columns[names[0]]["gates"].items():
        if key.startswith(("exact", "distress")):
            first = {**first, "gate": "–"}
        cells = []
        for n in names:
            c = columns[n]["gates"][key]
            low = f" ({c['interval'][0]:.3f}–{c['interval'][1]:.3f})" if "interval" in c and n == names[-1] else ""
            cells.append(f"{c['value']:.3f}{low}" + ("" if first["gate"] == "–" or c["passes"] else " ✗"))
        out.append(f"| {key} | {first['gate']} | " + " | ".join(cells) + f" | {first['n']} |")
    return [*out, ""]


def measure_develop(args, before: Classifier) -> dict:
    """The `develop` model on the files that it never saw."""
    held = pick_rows(args.corpus, "hold", args.hold)
    with tempfile.TemporaryDirectory() as folder:
        dev = Path(folder)
        export.write(args.develop, args.base, args.corpus, dev, 1.0)
        logits = Classifier(dev).logits([r.text for r in held])
        t = temperature_of(logits, np.array([r.level for r in held]))
        limits = choose(held, above(logits, t))
        export.write(args.develop, args.base, args.corpus, dev, t)
        return {"files": args.hold, "temperature": t, "thresholds": limits, "baseline": measure(before, held, FOUNDED), "develop": measure(Classifier(dev), held, limits)}


def write_manifest(args, limits: dict[str, float], in_context: dict[str, float]) -> None:
    """The manifest that is shipped now, with the new version, thresholds and checksums."""
    manifest = json.loads((args.models / "manifest.json").read_text())
    sums = {name: hashlib.sha256((args.out / name).read_bytes()).hexdigest() for name in manifest["files"]}
    manifest |= {"version": args.version, "created": args.version, "files": sums, "thresholds": limits, "thresholdsInContext": in_context}
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("final", "base", "corpus", "baseline", "models", "out"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--develop", type=Path)
    ap.add_argument("--version", required=True)
    ap.add_argument("--hold", default=HOLD)
    ap.add_argument("--test", action="store_true", help="open the frozen split: once, at the end")
    args = ap.parse_args()
    before = Classifier(args.baseline)
    report: dict = {}
    if args.develop:
        report["held-out files"] = measure_develop(args, before)
    fresh = pick_rows(args.corpus, "calibration", args.hold)
    args.out.mkdir(parents=True, exist_ok=True)
    export.write(args.final, args.base, args.corpus, args.out, 1.0)
    logits = Classifier(args.out).logits([r.text for r in fresh])
    t = temperature_of(logits, np.array([r.level for r in fresh]))
    limits = choose(fresh, above(logits, t))
    print("final, on the calibration rows: temperature", t, "thresholds", limits, flush=True)
    export.write(args.final, args.base, args.corpus, args.out, t)
    after = Classifier(args.out)
    turns = json.loads((args.models / "manifest.json").read_text())["contextFormat"]["turns"]
    answers = [replace(r, text=TURN.join(r.text.split(TURN)[-turns - 1 :])) for r in read_corpus(args.corpus, "calibration-in-context.tsv")]
    in_context = choose_in_context(answers, above(after.logits([r.text for r in answers])))
    print("in context:", in_context, flush=True)
    write_manifest(args, limits, in_context)
    report |= {"temperature": t, "thresholds": limits, "thresholds in context": in_context}
    report["calibration rows"] = {"baseline": measure(before, fresh, FOUNDED), "final": measure(after, fresh, limits)}
    lines = table("Calibration rows: written afresh, never trained on; temperature and thresholds of the new model were chosen here", {"baseline": report["calibration rows"]["baseline"], "new": report["calibration rows"]["final"]})
    if args.develop:
        lines += table("Whole files left out: the `develop` model, which had seen neither them nor the rest for long", {"baseline": report["held-out files"]["baseline"], "develop": report["held-out files"]["develop"]})
    if args.test:
        test = pick_rows(args.corpus, "test", args.hold)
        report["test split"] = {"baseline": measure(before, test, FOUNDED), "final": measure(after, test, limits)}
        late = [r for r in test if r.file >= "12"]
        report["test split, files 12 to 27"] = {"baseline": measure(before, late, FOUNDED), "final": measure(after, late, limits)}
        report["identity pairs that change level, final, test split (of 400)"] = [list(map(str, c)) for c in changed(after, test, limits)]
        lines += table("Frozen test split, files 12 to 27: unseen by both", dict(zip(("baseline", "new"), report["test split, files 12 to 27"].values())))
        lines += table("Frozen test split, all files: the baseline was trained on the rows of 01 to 11", dict(zip(("baseline", "new"), report["test split"].values())))
    (args.out / "report.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    (args.out / "tables.md").write_text("\n".join(lines))
    print("\n".join(lines))
    for k, v in report.items():
        if k.startswith("identity"):
            print(k, len(v))


if __name__ == "__main__":
    main()
