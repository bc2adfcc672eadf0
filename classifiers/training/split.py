"""Freezes the test split: about 8 % of each file, whole neighbourhoods at a time. Written once; `data/corpus/test-split.json` is never redrawn.

    python split.py ../../data/corpus

Rows come in twins and blocks. Two rows are neighbours when their weighted words or their weighted letters
overlap, across files too, or when they stand in one block of five of file 13; neighbourhoods are the
connected sets. One of more than 30 rows (stock phrases in their variants) stays in training.
"""
from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer

from data import fold, read_corpus, row_hash


def neighbourhoods(rows) -> list[int]:
    texts = [fold(r.text) or r.text for r in rows]
    link = None
    for analyzer, n, least in (("word", (1, 2), 0.42), ("char_wb", (3, 5), 0.52)):
        x = TfidfVectorizer(analyzer=analyzer, ngram_range=n, sublinear_tf=True, min_df=2).fit_transform(texts)
        for i in range(0, len(rows), 2000):
            part = (x[i : i + 2000] @ x.T).tocoo()
            keep = part.data > least
            pairs = set(zip((part.row[keep] + i).tolist(), part.col[keep].tolist()))
            link = pairs if link is None else link | pairs
    blocks = [i for i, r in enumerate(rows) if r.file == "13"]
    link |= {(blocks[k], blocks[k - k % 5]) for k in range(len(blocks))}
    from scipy.sparse import coo_matrix

    a, b = zip(*link)
    return connected_components(coo_matrix(([1] * len(a), (a, b)), shape=(len(rows), len(rows))), directed=False)[1].tolist()


def main() -> None:
    corpus = Path(sys.argv[1])
    out = corpus / "test-split.json"
    if out.exists():
        sys.exit(f"{out} exists: it is frozen")
    rows = read_corpus(corpus)
    groups = defaultdict(list)
    for row, g in zip(rows, neighbourhoods(rows)):
        groups[g].append(row)
    wanted = {f: 0.08 * n for f, n in Counter(r.file for r in rows).items()}
    taken: list = []
    # The order of neighbourhoods is the order of a hash of their rows: no seed, no choice.
    order = sorted(groups.values(), key=lambda g: hashlib.sha256(min(map(row_hash, g)).encode()).hexdigest())
    for g in order:
        need = Counter(r.file for r in g)
        if len(g) <= 30 and all(wanted[f] >= 0.6 * n for f, n in need.items()):
            taken += g
            for f, n in need.items():
                wanted[f] -= n
    per_file = Counter(r.file for r in taken)
    doc = {
        "version": 1,
        "rows_at_freeze": len(rows),
        "method": "neighbourhoods by word and letter TF-IDF cosine (0.42, 0.52) and by block of file 13; see classifiers/training/split.py",
        "per_file": dict(sorted(per_file.items())),
        "hashes": sorted(row_hash(r) for r in taken),
    }
    out.write_text(json.dumps(doc, indent=1) + "\n")
    print(len(taken), "rows frozen of", len(rows), "largest neighbourhood", max(map(len, groups.values())), "neighbourhoods", len(groups))


if __name__ == "__main__":
    main()
