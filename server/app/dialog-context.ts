import type { DialogContext } from '../../bot-flows/dialog.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Site } from '../domain/site.ts';
import type { Clock } from '../ports/clock.ts';
import type { Duty } from '../ports/duty.ts';

/** What the dialogue may know when it speaks to this person now. */
export function dialogContext(
  { site, duty, clock }: { readonly site: Site; readonly duty: Duty; readonly clock: Clock },
  conversation: Pick<Conversation, 'locale' | 'ageBand'> & Partial<Pick<Conversation, 'handling'>>,
): DialogContext {
  const hours = duty.hours();
  return {
    locale: conversation.locale,
    address: site.address,
    siteName: site.name,
    peopleAvailable: duty.peopleAvailable(),
    country: site.country,
    now: clock.now(),
    languages: site.languages,
    ...(hours && { hours }),
    ...(conversation.handling && { handling: conversation.handling.kind }),
    ...(conversation.ageBand && { ageBand: conversation.ageBand }),
  };
}
