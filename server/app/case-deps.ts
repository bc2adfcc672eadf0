import type { Dialog } from '../../bot-flows/dialog.ts';
import type { Site } from '../domain/site.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Duty } from '../ports/duty.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';
import type { Secrets } from '../ports/secrets.ts';

/** What the acts of responders on a case need. */
export interface CaseDeps {
  readonly conversations: ConversationStore;
  readonly escalations: EscalationStore;
  readonly dialog: Dialog;
  readonly site: Site;
  readonly duty: Duty;
  readonly announce: Announcer;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** Why an act was refused, in the words of the acknowledgement codes. */
export type CaseRefusal = 'closed' | 'busy' | 'invalid';

/** How an act ended. */
export type ActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };
