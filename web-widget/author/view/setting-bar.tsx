import type { SettingWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useAuthorWords } from './author-words.ts';

const AGES = ['under-15', '15-17', '18-25', 'adult', 'senior'] as const;

/** To whom, and when, everything on the page is said. */
export function SettingBar(props: {
  setting: SettingWire;
  countries: readonly string[];
  onSet: (setting: SettingWire) => void;
}) {
  const { setting, onSet } = props;
  const { setting: words, values: known } = useAuthorWords();
  const choice = (
    name: keyof SettingWire,
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label>
      <span>{label}</span>
      <select
        name={name}
        value={setting[name] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onSet({ ...setting, [name]: value === '' ? undefined : value } as SettingWire)
        }
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const named = (...values: readonly string[]) =>
    values.map((value) => [value, known[value] ?? value] as const);
  return (
    <fieldset class="setting">
      <legend>{words.title}</legend>
      {choice('address', words.address, [
        ['tu', 'tu'],
        ['vous', 'vous'],
      ])}
      {choice('age', words.age, [['', words.ageUntold], ...named(...AGES)])}
      {choice('people', words.people, named('available', 'away'))}
      {choice('hours', words.hours, [['', words.hoursNone], ...named('open', 'closed', 'holiday')])}
      {choice('handling', words.handling, named('with-bot', 'awaiting-responder'))}
      {choice(
        'country',
        words.country,
        props.countries.map((country) => [country, country] as const),
      )}
    </fieldset>
  );
}
