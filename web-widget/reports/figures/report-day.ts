import type { ReportAnswer } from '../../../server/protocol/http-bodies.ts';

export type ReportDay = ReportAnswer['days'][number];

/** A count; `null` lies between one and four and is hidden, so that nobody can be made out. */
export type Cell = number | null;
