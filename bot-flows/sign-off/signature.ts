import { z } from 'zod';

/** Who must answer for a text before people in distress read it: who wrote it, and a clinician. */
export const ROLES = ['author', 'clinician'] as const;
export type Role = (typeof ROLES)[number];

/** One person's name under one version of one text. */
export const Signature = z.strictObject({
  /** The content that was signed, by its `contentHash`. */
  hash: z.string().regex(/^[0-9a-f]{32}$/, 'is no hash'),
  role: z.enum(ROLES),
  name: z.string().trim().min(1).max(120),
  date: z.iso.date(),
});
export type Signature = z.infer<typeof Signature>;

/** A file of signatures, oldest first; those of earlier versions stay as its history. */
export const Signatures = z.array(Signature);
