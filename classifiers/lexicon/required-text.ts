/** Words that one message in twenty holds: finding one says little. */
const COMMON = new Set(
  `a about ai all am an and are as at au avec back be because been but by c ca can cant ce cette d dans
  de demain des do dont du elle en est et etre fait faire for from get go going gonna got had have he
  her him how i id if il ill im in is it its ive j je just know l la le les life like ma mais me meme
  mes moi mon my n ne no not now of off on one or ou out par pas personne plus pour qu quand que qui
  rien s said sa say se si so soir son suis sur that the then there they this to tonight tout tu un
  une up vais veux vie vous want was what when will with would y you`.split(/\s+/),
);

/**
 * The pieces of text of which every match of a pattern holds at least one, or null when nothing
 * can be said. Lets a message pass by the rules that can't fire, without running them. A piece
 * stands at the start of a word; it ends with a space where its last word is whole.
 *
 * @param source from `compilePattern`.
 */
export function requiredText(source: string): ReadonlySet<string> | null {
  return new Reader(source).alternatives(true).pieces;
}

interface Found {
  readonly pieces: ReadonlySet<string> | null;
  /** What follows stands at the start of a word. */
  readonly opensWord: boolean;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(atStart: boolean): Found {
    const all = new Set<string>();
    let known = true;
    let opensWord = true;
    do {
      const branch = this.#sequence(atStart);
      if (!branch.pieces) known = false;
      if (!branch.opensWord) opensWord = false;
      for (const piece of branch.pieces ?? []) all.add(piece);
    } while (this.#take('|'));
    return { pieces: known ? all : null, opensWord };
  }

  #sequence(startsWord: boolean): Found {
    const found: ReadonlySet<string>[] = [];
    let opensWord = startsWord;
    /** The text read so far from the start of a word; null inside one. */
    let run: string | null = opensWord ? '' : null;
    const endRun = () => {
      if (run?.trim()) found.push(new Set([run]));
      run = opensWord ? '' : null;
    };
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) {
      const char = this.#source[this.#at++] ?? '';
      if (char === '(') {
        const before = opensWord;
        const kind = this.#take('?:') ? 'group' : this.#lookaround() ? 'look' : 'group';
        const inner = this.alternatives(before);
        this.#take(')');
        const optional = this.#quantifier() === 'optional';
        if (kind === 'look') continue;
        opensWord = inner.opensWord && (before || !optional);
        endRun();
        if (!optional && inner.pieces) found.push(inner.pieces);
      } else if (char === '[' || char === '.' || char === '\\' || char === '^' || char === '$') {
        if (char === '[') this.#at = this.#source.indexOf(']', this.#at) + 1;
        if (char === '\\') this.#at++;
        this.#quantifier();
        opensWord = false;
        endRun();
      } else {
        const quantifier = this.#quantifier();
        if (char === ' ' && quantifier === 'none') {
          opensWord = true;
          run = run === null ? '' : run === '' ? run : `${run} `;
        } else if (quantifier === 'none') {
          opensWord = false;
          if (run !== null) run += char;
        } else {
          if (quantifier === 'repeated' && run !== null) run += char;
          opensWord = char === ' ' && (opensWord || quantifier === 'repeated');
          endRun();
        }
      }
    }
    endRun();
    const pieces = found.reduce<ReadonlySet<string> | null>(
      (best, next) => (best && oftenMet(best) <= oftenMet(next) ? best : next),
      null,
    );
    return { pieces, opensWord };
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

/** How many of a hundred messages hold one of the pieces, very roughly. */
function oftenMet(pieces: ReadonlySet<string>): number {
  let sum = 0;
  for (const piece of pieces) {
    const words = piece.trim().split(' ');
    const rarest = Math.min(
      ...words.map((word) => (COMMON.has(word) ? 0.2 : 2.2 ** -Math.min(word.length, 9))),
    );
    sum += words.length > 1 ? rarest / 2 : rarest;
  }
  return sum;
}
