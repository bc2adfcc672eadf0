/** The names the rubric gives to what a message can show. */
export const SIGNALS = [
  'wish-to-be-dead',
  'suicidal-thoughts',
  'method',
  'means-at-hand',
  'plan',
  'time-near',
  'intent',
  'farewell',
  'preparation',
  'attempt-underway',
  'attempt-recent',
  'attempt-past',
  'self-harm',
  'burden',
  'hopelessness',
  'entrapment',
  'other-at-risk',
  'other-imminent',
  'bereaved-by-suicide',
  'violence-suffered',
  'sexual-violence',
  'minor-in-danger',
  'harassment',
  'threat-to-others',
  'psychosis',
  'substance',
  'overdose-or-poisoning',
  'eating',
  'perinatal',
  'grief',
  'isolation',
  'precarity',
  'discrimination',
  'illness-or-pain',
  'old-age',
  'caregiver',
  'insomnia',
  'panic',
  'burnout',
  'asks-for-human',
  'asks-for-method',
  'manipulates-bot',
  // Not of the rubric: seen by what reads the language.
  'language-unsupported',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** A signal in plain words; one this console doesn't know yet is shown as it is called. */
export function signalInWords(words: Readonly<Record<Signal, string>>, name: string): string {
  return Object.hasOwn(words, name) ? words[name as Signal] : name.replaceAll('-', ' ');
}
