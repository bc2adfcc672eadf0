import type { OpenedConversation, SiteAnswer } from '../../../server/protocol/http-bodies.ts';
import type { Locale } from '../../shared/locale.ts';

/** The few calls that don't go through the socket. None of them throws. */
export interface ChatApi {
  /** `null`: can't be read now. */
  site(): Promise<SiteAnswer | null>;
  /** `null`: could not be opened now. */
  open(locale: Locale, site: string | null): Promise<OpenedConversation | null>;
  isKnown(token: string): Promise<'yes' | 'no' | 'unreachable'>;
  /** @returns the receipt (empty when there was nothing left to erase), `null` when not erased. */
  erase(token: string): Promise<string | null>;
}
