import type { FlowWire, StepWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useWords } from '../../console/view/words-context.ts';
import { addressOf } from '../state/place.ts';
import { useAuthorWords } from '../view/author-words.ts';
import { WayList } from '../view/way-list.tsx';
import { firstWords } from './excerpt.ts';
import type { Trail } from './trail.ts';

/** The same as the map, in words and in the order of the file. */
export function StepList(props: { flow: FlowWire; focus: string; trail: Trail }) {
  const { flow, focus, trail } = props;
  const words = useAuthorWords();
  const { columns } = words.map;
  return (
    <div class="list-place">
      <table class="steps">
        <caption class="unseen">{words.parts.map}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.step}</th>
            <th scope="col">{columns.says}</th>
            <th scope="col">{columns.ways}</th>
          </tr>
        </thead>
        <tbody>
          {flow.steps.map((step) => (
            <StepRow key={step.id} step={step} flow={flow} focus={focus} trail={trail} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepRow(props: { step: StepWire; flow: FlowWire; focus: string; trail: Trail }) {
  const { step, flow, focus, trail } = props;
  const { language } = useWords();
  const words = useAuthorWords();
  const id = `${flow.id}.${step.id}`;
  const findings = flow.findings.filter((one) => one.step === step.id).length;
  const notes = [
    trail.at === id ? words.map.here : trail.through.has(id) ? words.map.visited : '',
    findings > 0 ? words.toMendHere(findings) : '',
    step.ends ? words.step.ends[step.ends] : '',
  ].filter((note) => note !== '');
  return (
    <tr class={id === focus ? 'row-focus' : undefined}>
      <th scope="row">
        <a
          href={addressOf({ flow: flow.id, step: step.id })}
          aria-current={id === focus ? 'step' : undefined}
        >
          {step.id}
        </a>
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </th>
      <td lang={language}>{firstWords(step, language)}</td>
      <td>
        <WayList flow={flow} step={step} />
      </td>
    </tr>
  );
}
