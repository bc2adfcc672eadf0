import type { Dialog } from '../../bot-flows/dialog.ts';
import type { AgeBand, Consent, Conversation } from '../domain/conversation.ts';
import type { Site } from '../domain/site.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Duty } from '../ports/duty.ts';
import type { Secrets } from '../ports/secrets.ts';
import { dialogContext } from './dialog-context.ts';
import { spokenTurns } from './spoken-turns.ts';

export interface OpenConversation {
  /** BCP 47 tag the person's page speaks; the nearest language of the site is taken. */
  readonly locale: string;
  readonly site?: string | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly consent?: Consent | undefined;
}

export interface OpenConversationDeps {
  readonly conversations: ConversationStore;
  readonly dialog: Dialog;
  readonly site: Site;
  readonly duty: Duty;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** A token opens its conversation for so long: a week, so that a person can come back. */
const TOKEN_LIFETIME_MS = 7 * 24 * 3600_000;

/** Opens a conversation and says the first words: what this is, and the numbers. */
export async function openConversation(
  deps: OpenConversationDeps,
  command: OpenConversation,
): Promise<{ readonly conversation: Conversation; readonly token: string }> {
  const at = deps.clock.now();
  const locale = nearestLanguage(command.locale, deps.site.languages);
  const greeting = await deps.dialog.open(
    dialogContext(deps, { locale, ...(command.ageBand && { ageBand: command.ageBand }) }),
  );
  const { token, hash } = deps.secrets.newToken();
  const conversation: Conversation = {
    id: deps.secrets.newId(),
    version: 1,
    handling: { kind: 'with-bot' },
    level: 'none',
    highestLevel: 'none',
    locale,
    site: command.site ?? 'default',
    ...(command.ageBand && { ageBand: command.ageBand }),
    ...(command.consent && { consent: command.consent }),
    flowState: greeting.flowState,
    openedAt: at,
    tokenExpiresAt: new Date(at.getTime() + TOKEN_LIFETIME_MS),
  };
  await deps.conversations.create(
    conversation,
    hash,
    spokenTurns(deps.secrets, 'bot', greeting.says, at),
  );
  return { conversation, token };
}

/** `fr-CA` finds `fr`; a language the site doesn't speak gets its first one. */
function nearestLanguage(locale: string, languages: Site['languages']): string {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return (
    languages.find((language) => language.toLowerCase().split('-')[0] === primary) ?? languages[0]
  );
}
