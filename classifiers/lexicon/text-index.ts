interface Node {
  readonly next: Map<number, Node>;
  owners: number[] | null;
}

/** Finds, in one pass over a text, whose pieces it holds. */
export interface TextIndex {
  /**
   * Numbers of the owners of every piece that stands at the start of a word, in ascending order.
   *
   * @param text canonical: a space before and after every word.
   */
  ownersIn(text: string): number[];
}

const SPACE = 32;

/** @param pieces for each owner, by its number, its pieces; null makes it found in every text. */
export function textIndex(pieces: readonly (ReadonlySet<string> | null)[]): TextIndex {
  const root: Node = { next: new Map(), owners: null };
  const always = pieces.flatMap((own, owner) => (own ? [] : [owner]));
  pieces.forEach((own, owner) => {
    for (const piece of own ?? []) {
      let node = root;
      for (let at = 0; at < piece.length; at++) {
        const code = piece.charCodeAt(at);
        const known = node.next.get(code) ?? { next: new Map(), owners: null };
        node.next.set(code, known);
        node = known;
      }
      node.owners = [...(node.owners ?? []), owner];
    }
  });

  return {
    ownersIn(text) {
      const found = new Set(always);
      for (let from = 1; from < text.length; from++) {
        if (text.charCodeAt(from - 1) !== SPACE) continue;
        let node = root.next.get(text.charCodeAt(from));
        for (let at = from + 1; node; at++) {
          for (const owner of node.owners ?? []) found.add(owner);
          node = node.next.get(text.charCodeAt(at));
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
