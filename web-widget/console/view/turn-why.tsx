import type {
  ReadTurnWire,
  TurnExplanationWire,
} from '../../../server/protocol/responder-protocol.ts';
import { useWords } from './words-context.ts';

/** Why a turn has its level, in words: what is only marked in the text is said here too. */
export function TurnWhy(props: {
  id: string;
  turn: ReadTurnWire;
  locale: string;
  explained: TurnExplanationWire;
}) {
  const { words } = useWords();
  const { spans, rules, before, degradedBy, complete } = props.explained;
  const { why } = words.talk;
  const phrases = spans
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ offset, length }) => props.turn.text.slice(offset, offset + length));
  return (
    <div class="why" id={props.id} role="status">
      {phrases.length > 0 ? (
        <>
          <p>{why.phrases}</p>
          <ol>
            {phrases.map((phrase) => (
              <li key={phrase} dir="auto" lang={props.locale}>
                {phrase}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{why.nothing}</p>
      )}
      {rules.length > 0 && <p>{why.rules(rules.map((rule) => rule.replaceAll('-', ' ')))}</p>}
      {before.length > 0 && (
        <p>{why.before(before.slice(-LEVELS_SHOWN).map(({ level }) => words.levels[level]))}</p>
      )}
      {degradedBy && <p class="degraded">{why.degradedBy[degradedBy]}</p>}
      {!complete && <p class="quiet">{why.incomplete}</p>}
    </div>
  );
}

/** The levels of so many messages before say how it came; more would hide the message. */
const LEVELS_SHOWN = 6;
