import type { Problem } from '../engine/problems.ts';
import type { TextSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';
import { textParts, unquoted } from './text-parts.ts';

/** What is true only while somebody of the team is there. */
const SOMEBODY_IS_THERE = new RegExp(
  `(?<!(?:quand|si|dès que?|lorsqu’?|when|if|once|as soon as) )(?:${[
    'j’appelle (?:maintenant |tout de suite )?(?:une personne|quelqu’un|l’équipe)',
    'je préviens (?:maintenant )?(?:une personne|quelqu’un|l’équipe)',
    '(?:une personne|quelqu’un|l’équipe)(?: de l’équipe)? (?:est appelée?|est prévenue?|arrive|va lire)',
    'i’m (?:calling|telling) (?:a person|someone|somebody|the team)',
    '(?:a person|someone|somebody|the team) (?:has been|is being) (?:called|told)',
    '(?:a person|someone|somebody|the team) is (?:coming|going to read)',
  ].join('|')})`,
  'iu',
);

/** That nobody is told somebody is coming while nobody is there. */
export function checkTeam(texts: TextSources): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { source, path, text } of textParts(texts)) {
    const claim = SOMEBODY_IS_THERE.exec(unquoted(text));
    if (!claim || path.includes('available') || path.includes('open')) continue;
    const what = `"${path.slice(0, 2).join('.')}" says “${claim[0]}” when nobody is there, too`;
    const fix = 'Write it under "available:", and what is true otherwise under "away:"';
    reporter(source, problems)('untrue-of-the-team', path, what, fix);
  }
  return problems;
}
