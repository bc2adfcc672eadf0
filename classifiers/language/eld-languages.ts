type Detector = typeof import('eld/extrasmall')['eld'];

/** What letter groups say of a text. */
export interface LetterGroups {
  /** ISO 639-1 code of the likeliest language. */
  readonly language: string;
  /** The detector itself is sure. */
  readonly sure: boolean;
  /** How far the likeliest stands above French and English, from 0 to 1. */
  readonly ahead: number;
}

/**
 * Tells languages by letter groups. The tables take about 60 MB, so they are read when the first
 * text comes of which words alone leave a doubt; until they are there, it says null.
 */
export function eldLanguages(): (text: string) => LetterGroups | null {
  let detector: Detector | null = null;
  let asked = false;
  function load(): void {
    asked = true;
    import('eld/extrasmall').then(
      ({ eld }) => {
        detector = eld;
      },
      // Languages are then told by their words and letters alone.
      () => {},
    );
  }
  return (text) => {
    if (!asked) load();
    const found = detector?.detect(text);
    if (!found?.language) return null;
    const scores = found.getScores();
    const own = scores[found.language] ?? 0;
    return {
      language: found.language,
      sure: found.isReliable(),
      ahead: own - Math.max(scores.fr ?? 0, scores.en ?? 0),
    };
  };
}
