/** A turn as screens see it. */
export interface TurnWire {
  readonly seq: number;
  readonly turnId: string;
  readonly author: 'participant' | 'bot' | 'responder' | 'notice';
  readonly text: string;
  /** What the bot's question offers to tap; send the `id` back as `choice`. */
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  /** First name of the responder who wrote it. */
  readonly name?: string;
  /** ISO 8601. */
  readonly at: string;
}

export type HandlingWire = 'with-bot' | 'awaiting-responder' | 'with-responder' | 'closed';
export type LevelWire = 'none' | 'distress' | 'passive' | 'active' | 'imminent';
