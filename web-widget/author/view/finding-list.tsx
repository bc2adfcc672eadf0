import type { FindingWire } from '../../../bot-flows/author/page/page-wire.ts';
import { addressOf } from '../state/place.ts';
import { useAuthorWords } from './author-words.ts';

/** What the linter found, each with where, why and how. @param flow for links to its steps. */
export function FindingList(props: { findings: readonly FindingWire[]; flow?: string }) {
  const words = useAuthorWords();
  const { findings, flow } = props;
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding)}>
          <p>
            <strong lang="en">{finding.what}</strong> <code>{finding.rule}</code>
          </p>
          <p lang="en">
            {finding.fix}. <span class="quiet">({finding.why})</span>
          </p>
          <p class="where">
            <code>
              {finding.file}:{finding.line}
            </code>{' '}
            {flow !== undefined && finding.step !== null && (
              <a href={addressOf({ flow, step: finding.step })}>
                {words.findings.goTo(finding.step)}
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
