/** A sound made by the browser itself, so that there is no file to load or to lose. */
export interface AlarmSound {
  /** Plays it once, when the browser lets it. */
  ring(): void;
  /** `blocked`: the browser waits for a click or a key before it plays anything. */
  state(): 'ready' | 'blocked';
  /** To be called from a click or a key: asks the browser to let it play. */
  allow(): Promise<void>;
  subscribe(changed: () => void): () => void;
}

/** Two rising notes, twice: heard in the next room, and not a siren. Hertz and seconds. */
const NOTES = [
  { pitch: 659, at: 0 },
  { pitch: 880, at: 0.18 },
  { pitch: 659, at: 0.5 },
  { pitch: 880, at: 0.68 },
];
const NOTE_S = 0.26;
const LOUDNESS = 0.35;

export function createAlarmSound(): AlarmSound {
  let context: AudioContext | null = null;
  try {
    context = new AudioContext();
  } catch {
    // No audio device or no Web Audio: reported as blocked, which is what it comes to.
  }
  const state = () => (context?.state === 'running' ? 'ready' : 'blocked');

  function play(into: AudioContext) {
    for (const { pitch, at } of NOTES) {
      const start = into.currentTime + at;
      const tone = into.createOscillator();
      const volume = into.createGain();
      tone.type = 'triangle';
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
      tone.connect(volume).connect(into.destination);
      tone.start(start);
      tone.stop(start + NOTE_S);
    }
  }

  return {
    ring() {
      if (context && state() === 'ready') play(context);
    },
    state,
    async allow() {
      await context?.resume().catch(() => undefined);
    },
    subscribe(changed) {
      context?.addEventListener('statechange', changed);
      return () => context?.removeEventListener('statechange', changed);
    },
  };
}
