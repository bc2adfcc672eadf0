import type { Response } from 'express';
import type { z } from 'zod';

/**
 * Checks what came in. When it has not the promised shape, answers 400 with every field that
 * is wrong and what is expected there, and returns nothing. What was sent is never quoted.
 */
export function parse<T>(schema: z.ZodType<T>, input: unknown, res: Response): T | undefined {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  res.status(400).json({
    error: 'invalid',
    details: parsed.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'body',
      problem: message,
    })),
  });
  return undefined;
}
