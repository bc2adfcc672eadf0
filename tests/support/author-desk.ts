import { createDesk, type Desk } from '../../bot-flows/author/page/desk.ts';
import type { SettingWire } from '../../bot-flows/author/page/page-wire.ts';
import { HELPLINES_FILE } from './flow-library.ts';

/** A Thursday evening. */
export const EVENING = new Date('2026-11-26T20:30:00Z');

/** Whom authors first read a text as. */
export const aSetting = (changes: Partial<SettingWire> = {}): SettingWire => ({
  address: 'tu',
  people: 'available',
  handling: 'with-bot',
  country: 'FR',
  ...changes,
});

/** An author's desk over a folder of flows. */
export const aDesk = (flowsDir: string): Desk =>
  createDesk({ flowsDir, helplinesFile: HELPLINES_FILE }, undefined);
