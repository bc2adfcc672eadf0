import type { SettingWire } from '../../../bot-flows/author/page/page-wire.ts';

/** An evening with somebody there, for somebody who hasn't told their age. */
export const FIRST_SETTING: SettingWire = {
  address: 'tu',
  people: 'available',
  handling: 'with-bot',
  country: 'FR',
};

/** As the address of a question to the server. */
export const settingQuery = (setting: SettingWire): string =>
  new URLSearchParams(
    Object.entries(setting).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
