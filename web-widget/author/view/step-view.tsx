import type { FlowWire, StepWire } from '../../../bot-flows/author/page/page-wire.ts';
import { addressOf, placeIn } from '../state/place.ts';
import { useAuthorWords } from './author-words.ts';
import { FindingList } from './finding-list.tsx';
import { SaidColumn } from './said-column.tsx';
import { WayList } from './way-list.tsx';

/** The step in focus: what it says in both languages, where it leads, how people come there. */
export function StepView({ flow, step }: { flow: FlowWire; step: StepWire }) {
  const words = useAuthorWords();
  const findings = flow.findings.filter((one) => one.step === step.id);
  const facts = [
    step.asks ? words.step.asks[step.asks] : step.ends ? '' : words.step.asksNothing,
    step.ends ? words.step.ends[step.ends] : '',
    step.calls === null ? '' : `${words.step.calls} ${step.calls}`,
    step.requests ? words.step.requests[step.requests] : '',
    step.keeps === null ? '' : `${words.step.keeps} ${step.keeps}`,
  ].filter((fact) => fact !== '');
  return (
    <section class="part step-part" aria-labelledby="part-step" id="at-step">
      <div class="part-head">
        <h2 id="part-step" tabIndex={-1}>
          {words.parts.step} <code>{step.id}</code>
        </h2>
        {step.line !== null && (
          <small>
            {flow.place}/flow.yaml, {words.step.file} {step.line}
          </small>
        )}
      </div>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <FindingList findings={findings} />
      <div class="both">
        <SaidColumn language="fr" step={step} place={flow.place} />
        <SaidColumn language="en" step={step} place={flow.place} />
      </div>
      <div class="both">
        <div>
          <h3>{words.step.waysOn}</h3>
          <WayList flow={flow} step={step} />
        </div>
        <Doors flow={flow} step={step} />
      </div>
    </section>
  );
}

function Doors({ flow, step }: { flow: FlowWire; step: StepWire }) {
  const words = useAuthorWords();
  const inside = flow.ways.filter(({ to }) => to === `${flow.id}.${step.id}`);
  const from = [...new Set(inside.map((way) => way.from))];
  const doors = flow.doors.filter((door) => door.step === step.id);
  return (
    <div>
      <h3>{words.step.comesFrom}</h3>
      <ul class="ways">
        {from.length > 0 && (
          <li>
            {words.step.doors.step}{' '}
            <Links names={from.map((id) => [id, addressOf({ flow: flow.id, step: id })])} />
          </li>
        )}
        {doors.map(({ kind, names }) => (
          <li key={kind}>
            {words.step.doors[kind]}{' '}
            {kind === 'step' ? (
              <Links
                names={names.flatMap((name) => {
                  const place = placeIn(name);
                  return place ? [[name, addressOf(place)] as const] : [];
                })}
              />
            ) : (
              names.join(', ')
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Links({ names }: { names: readonly (readonly [string, string])[] }) {
  return (
    <>
      {names.map(([name, href], index) => (
        <span key={name}>
          {index > 0 && ', '}
          <a href={href}>{name}</a>
        </span>
      ))}
    </>
  );
}
