import type { LevelWire, MoveWire, PlayedWire } from '../../../bot-flows/author/page/page-wire.ts';
import { Lamp } from '../../console/view/lamp.tsx';
import { LevelMark } from '../../console/view/level-mark.tsx';
import { useAuthorWords } from './author-words.ts';

/** What the person did, what was answered, and what an author wants to know of it. */
export function TalkTurn(props: {
  turn: PlayedWire;
  move: MoveWire | undefined;
  /** Only there can anything be tapped. */
  isLast: boolean;
  onTap: (choice: string, label: string) => void;
}) {
  const { turn, move, isLast } = props;
  const { talk: words } = useAuthorWords();
  const notes = [
    turn.isSafety ? words.safety : '',
    (move && words.people[move.level]) ?? '',
    turn.raises ? words.raises(turn.raises) : '',
    turn.requests ? words.requests[turn.requests] : '',
    turn.language ? words.languageChanged(turn.language) : '',
    turn.at ? words.at(turn.at) : '',
  ].filter((note) => note !== '');
  return (
    <>
      {move && <PersonSays move={move} heard={turn.heard} />}
      <div class="turn turn-bot">
        <p class="turn-head">
          <Lamp lit={false} />
          {words.program}
        </p>
        {turn.says.map(({ text }) => (
          <p class="turn-text" key={text}>
            {text}
          </p>
        ))}
        {turn.broke && <p class="trouble">{words.broke(turn.broke)}</p>}
        {isLast && <Taps turn={turn} onTap={props.onTap} />}
        <p class="turn-notes">{notes.join(' · ')}</p>
      </div>
    </>
  );
}

function PersonSays({ move, heard }: { move: MoveWire; heard: readonly string[] }) {
  const { talk: words } = useAuthorWords();
  const { text, level, signals } = move;
  return (
    <div class="turn turn-participant">
      <p class="turn-head">
        {words.person}
        {level !== 'none' && <LevelMark level={level as LevelWire} />}
      </p>
      <p class="turn-text">{text}</p>
      <p class="turn-notes">
        {[signals.join(', '), heard.length > 0 ? words.heard(heard.join(', ')) : '']
          .filter((note) => note !== '')
          .join(' · ')}
      </p>
    </div>
  );
}

function Taps(props: { turn: PlayedWire; onTap: (choice: string, label: string) => void }) {
  const choices = props.turn.says.flatMap((one) => one.choices);
  if (choices.length === 0) return null;
  return (
    <div class="turn-choices">
      {choices.map(({ id, label }) => (
        <button key={id} type="button" onClick={() => props.onTap(id, label)}>
          {label}
        </button>
      ))}
    </div>
  );
}
