/** Words so common that finding one says nothing. */
const COMMON = new Set(
  `a a la ai an and au avec c ca ce d de des do du elle en est et for from have her him i id if il im in is it ive
  j je l la le les m ma me mes mon my n ne no not of on or ou par pas plus pour que qu s sa si so sur t te
  than that the them they this to tu un une was were with y you`.split(/\s+/),
);

/**
 * The pieces of text of which every match of a pattern holds at least one, or null when nothing
 * can be said. Lets a message pass by the rules that can't fire, without running them.
 *
 * @param source from `compilePattern`.
 */
export function requiredText(source: string): ReadonlySet<string> | null {
  return new Reader(source).alternatives();
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): ReadonlySet<string> | null {
    const all = new Set<string>();
    let known = true;
    do {
      const branch = this.#sequence();
      if (!branch) known = false;
      for (const piece of branch ?? []) all.add(piece);
    } while (this.#take('|'));
    return known ? all : null;
  }

  #sequence(): ReadonlySet<string> | null {
    const found: ReadonlySet<string>[] = [];
    let run = '';
    const endRun = () => {
      if (run.trim()) found.push(new Set([run.trim()]));
      run = '';
    };
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) {
      const char = this.#source[this.#at++] ?? '';
      if (char === '(') {
        endRun();
        const kind = this.#take('?:') ? 'group' : this.#lookaround() ? 'look' : 'group';
        const inner = this.alternatives();
        this.#take(')');
        const optional = this.#quantifier() === 'optional';
        if (kind === 'group' && !optional && inner) found.push(inner);
      } else if (char === '[' || char === '.' || char === '\\' || char === '^' || char === '$') {
        endRun();
        if (char === '[') this.#at = this.#source.indexOf(']', this.#at) + 1;
        if (char === '\\') this.#at++;
        this.#quantifier();
      } else {
        const quantifier = this.#quantifier();
        if (quantifier !== 'optional') run += char;
        if (quantifier !== 'none') endRun();
      }
    }
    endRun();
    return found.reduce<ReadonlySet<string> | null>(
      (best, next) => (best && worth(best) >= worth(next) ? best : next),
      null,
    );
  }

  #lookaround(): boolean {
    return ['?=', '?!', '?<=', '?<!'].some((mark) => this.#take(mark));
  }

  #quantifier(): 'none' | 'optional' | 'repeated' {
    if (this.#take('?') || this.#take('*')) return 'optional';
    if (this.#take('+')) return 'repeated';
    const bounds = /^\{(\d+)(,\d*)?\}/.exec(this.#source.slice(this.#at, this.#at + 9));
    if (!bounds) return 'none';
    this.#at += bounds[0].length;
    return bounds[1] === '0' ? 'optional' : 'repeated';
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #take(text: string): boolean {
    const here = this.#source.startsWith(text, this.#at);
    if (here) this.#at += text.length;
    return here;
  }
}

/** Long and rare is better than short and common; then few better than many. */
function worth(pieces: ReadonlySet<string>): number {
  let least = 20;
  for (const piece of pieces) {
    const common = piece.split(' ').every((word) => COMMON.has(word));
    least = Math.min(least, common ? 0 : piece.length);
  }
  return least - pieces.size / 100;
}
