import type { DialogContext } from '../../dialog.ts';
import type { LanguageWire, SettingWire } from './page-wire.ts';

/** A setting of the page as the dialogue knows it. */
export function settingContext(
  { address, age, people, hours, handling, country }: SettingWire,
  locale: LanguageWire,
  now: Date,
): DialogContext {
  return {
    locale,
    address,
    siteName: 'Veilleuse',
    peopleAvailable: people === 'available',
    country,
    now,
    handling,
    ...(age && { ageBand: age }),
    ...(hours && { hours }),
  };
}
