import type {
  FlowKindWire,
  FlowLineWire,
  LibraryWire,
} from '../../../bot-flows/author/page/page-wire.ts';
import { useAuthorWords } from './author-words.ts';

const KINDS: readonly FlowKindWire[] = ['flow', 'exercise', 'questionnaire'];

/** Which conversation is looked at; in the list, what is to mend or still to sign stands beside. */
export function FlowPicker(props: {
  library: LibraryWire;
  flow: string;
  onPick: (flow: string) => void;
}) {
  const words = useAuthorWords();
  const { flows } = props.library;
  const line = ({ id, findings, signed }: FlowLineWire) =>
    [signed ? `${id} ✓` : id, findings > 0 ? words.toMend(findings) : '']
      .filter((part) => part !== '')
      .join(', ');
  return (
    <label class="flow-picker">
      <span>{words.flow}</span>
      <select
        name="flow"
        value={props.flow}
        onChange={({ currentTarget }) => props.onPick(currentTarget.value)}
      >
        {KINDS.map((kind) => (
          <optgroup key={kind} label={words.kinds[kind]}>
            {flows
              .filter((one) => one.kind === kind)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {line(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
