import { z } from 'zod';
import type { MoveWire, PlayWire, SettingWire } from './page-wire.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const Setting: z.ZodType<SettingWire> = z.object({
  address: z.enum(['tu', 'vous']).default('tu'),
  age: z.enum(['under-15', '15-17', '18-25', 'adult', 'senior']).optional(),
  people: z.enum(['available', 'away']).default('available'),
  hours: z.enum(['open', 'closed', 'holiday']).optional(),
  handling: z.enum(['with-bot', 'awaiting-responder']).default('with-bot'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR'),
});

const Move: z.ZodType<MoveWire> = z.strictObject({
  text: z.string().max(4000),
  choice: Id.optional(),
  level: z.enum(['none', 'distress', 'passive', 'active', 'imminent']),
  signals: z.array(Id).max(40),
});

/** More turns than anybody plays by hand. */
const MOST_MOVES = 300;

export const Play: z.ZodType<PlayWire> = z.strictObject({
  flow: Id,
  step: Id.optional(),
  language: z.enum(['fr', 'en']),
  setting: Setting,
  moves: z.array(Move).max(MOST_MOVES),
});
