import { HelplineLink } from './helpline-link.tsx';
import { OpenNow } from './open-now.tsx';
import type { View } from './view.ts';

/** The lines of the country, emergencies first, then those for the young. Needs no network. */
export function HelplineList({ view }: { readonly view: View }) {
  const { words, lines, locale } = view;
  const groups = [
    { title: words.emergencies, lines: lines.all.filter((line) => line.emergency) },
    { title: words.young, lines: lines.all.filter((line) => line.young) },
    { title: words.toTalk, lines: lines.all.filter((line) => !line.emergency && !line.young) },
  ];
  return (
    <div class="helplines">
      {groups
        .filter((group) => group.lines.length > 0)
        .map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <ul>
              {group.lines.map((line) => (
                <li key={line.href}>
                  <HelplineLink line={line} view={view} />
                  <span>
                    {line.about[locale]}
                    <OpenNow line={line} view={view} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
