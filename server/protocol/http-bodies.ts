import { z } from 'zod';
import { Text } from './participant-protocol.ts';
import type { HandlingWire, LevelWire, TurnWire } from './turn-wire.ts';

/** `POST /api/conversations` */
export const OpenConversation = z.object({
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)
    .max(35),
  site: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  ageBand: z.enum(['under-15', '15-17', '18-25', 'adult', 'senior']).optional(),
  /** A bare yes or no is about the conversation itself and never about training. */
  consent: z
    .union([
      z.boolean().transform(() => ({ training: false })),
      z.strictObject({ training: z.boolean() }),
    ])
    .optional(),
});
export type OpenConversation = z.infer<typeof OpenConversation>;

export interface OpenedConversation {
  readonly conversationId: string;
  /** Give it as `Authorization: Bearer …` and as `auth.token`; it is not kept in clear anywhere. */
  readonly token: string;
}

/** `GET /api/conversations/current/turns?after=N` */
export const TurnsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });
export interface TurnsAnswer {
  readonly turns: readonly TurnWire[];
  readonly handling: HandlingWire;
  readonly lastSeq: number;
}

/** `POST /api/session` */
export const SignIn = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(512),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

/** `POST /api/setup`: the first responder, once, with the token of the link printed at start. */
export const SetUp = z.strictObject({
  token: z.string().min(1).max(200),
  email: z.email().max(254),
  name: z.string().trim().min(1).max(60),
  password: z.string().min(12).max(512),
});

export interface SignedIn {
  readonly responder: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
  };
}

/** The user's messages go through all that a participant's go through, the others are only history. */
const ChatMessage = z
  .object({ role: z.string().default('user'), content: z.string().max(100_000) })
  .superRefine(({ role, content }, context) => {
    if (role !== 'user') return;
    for (const { message } of Text.safeParse(content).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['content'], message });
    }
  });

/**
 * `POST /api/chat`, for offline evaluation tools; unknown keys are ignored and `null` is nothing,
 * as such tools send many.
 */
export const Chat = z.object({
  model: z.string().max(200).nullish(),
  locale: OpenConversation.shape.locale.nullish(),
  messages: z
    .array(ChatMessage)
    .min(1)
    .max(500)
    .refine((messages) => messages.some(({ role }) => role === 'user'), {
      message: 'none of them is from the role `user`',
    }),
  stream: z.boolean().nullish(),
  conversation_id: z.string().max(64).nullish(),
});
export interface ChatAnswer {
  readonly conversation_id: string;
  readonly message: { readonly id: string; readonly content: string };
  readonly handling: HandlingWire;
  readonly level: LevelWire;
}

/** `GET /api/reports/daily?from=2026-11-01&until=2026-11-30` (both days included) */
const Day = z.iso.date();
export const ReportQuery = z.object({
  from: Day.optional(),
  until: Day.optional(),
  format: z.enum(['json', 'csv']).default('json'),
});
export interface ReportAnswer {
  readonly timeZone: string;
  /** `null` is a count from one to four, hidden. */
  readonly days: readonly {
    readonly day: string;
    readonly conversations: number | null;
    readonly messages: number | null;
    readonly levels: Readonly<Record<LevelWire, number | null>>;
    readonly escalations: number | null;
    readonly answered: number | null;
    readonly medianSecondsToHuman: number | null;
  }[];
}

/** `GET /api/site`: what the widget must know before anything is opened. */
export interface SiteAnswer {
  readonly name: string;
  readonly languages: readonly string[];
  readonly address: 'tu' | 'vous';
  readonly country: string;
  /** `false`: nobody has answered for what the program says; screens say so. */
  readonly textsSigned: boolean;
  /** The helplines of the country as of now; the widget has those of its build without it. */
  readonly lines?: readonly LineWire[];
}

/** A helpline people may be given now. */
export interface LineWire {
  readonly label: string;
  readonly href: string;
  readonly first?: true;
  readonly emergency?: true;
  readonly young?: true;
  readonly about: Readonly<Record<'fr' | 'en', string>>;
  /** Whether it is answered now; `null` when nobody has said. */
  readonly open: boolean | null;
  /** Until when that stays so, ISO 8601; `null` when it never changes, or isn't known. */
  readonly until: string | null;
}

/** `GET /api/helplines`, and the answer to `POST /api/helplines/confirmations` */
export interface HelplinesAnswer {
  readonly country: string;
  readonly lines: readonly {
    readonly id: string;
    readonly label: string;
    readonly about: Readonly<Record<'fr' | 'en', string>>;
    readonly source: string;
    readonly verifiedOn: string | null;
    readonly expiresOn: string | null;
    readonly doubt: string | null;
    readonly state: 'fresh' | 'lasting' | 'confirmed' | 'left-out';
    /** Whether its source is a year old or undated, whatever its state. */
    readonly dated: boolean;
    readonly confirmation: { readonly by: string; readonly on: string } | null;
  }[];
}

/** `POST /api/helplines/confirmations`: these lines are still right, by who is signed in. */
export const ConfirmLines = z.strictObject({
  ids: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/))
    .min(1)
    .max(100),
});
