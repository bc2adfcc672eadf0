type Detector = typeof import('eld/extrasmall')['eld'];

/** More words than this and the detector is right nearly always; fewer, and it guesses. */
const FEWEST_WORDS = 4;

/**
 * Names the other languages, by letter groups. The tables take about 80 MB, so they are loaded
 * when the first message comes that is neither plainly French nor plainly English; until they
 * are there, it says null.
 */
export function eldLanguages(): (text: string) => string | null {
  let detector: Detector | null = null;
  let asked = false;
  return (text) => {
    if (!asked) {
      asked = true;
      import('eld/extrasmall').then(
        ({ eld }) => {
          detector = eld;
        },
        // The language then stays `und`; nothing else depends on it.
        () => {},
      );
    }
    if (!detector || text.trim().split(/\s+/).length < FEWEST_WORDS) return null;
    const found = detector.detect(text);
    return found.isReliable() && found.language ? found.language : null;
  };
}
