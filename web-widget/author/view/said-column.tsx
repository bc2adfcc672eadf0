import type {
  BubbleWire,
  LanguageWire,
  StepTextsWire,
  StepWire,
  WordingWire,
} from '../../../bot-flows/author/page/page-wire.ts';
import { useAuthorWords } from './author-words.ts';

/** What a step says in one language, every wording of it. */
export function SaidColumn(props: {
  language: LanguageWire;
  step: StepWire;
  place: string | null;
}) {
  const { language, step, place } = props;
  const words = useAuthorWords();
  const texts = step.texts[language];
  const isSilent = texts.bubbles.length === 0 && texts.card === null;
  return (
    <div class="said">
      <h3>
        {words.step.languages[language]}
        {texts.line !== null && (
          <small>
            {place}/{language}.yaml, {words.step.file} {texts.line}
          </small>
        )}
      </h3>
      {isSilent && <p class="quiet">{words.step.saysNothing}</p>}
      {texts.bubbles
        .filter(({ name }) => name !== 'ask')
        .map((bubble) => (
          <SaidBubble key={bubble.name} bubble={bubble} language={language} />
        ))}
      {texts.card !== null && (
        <div class="bubble">
          <small>{words.step.numbers}</small>
          <p lang={language} class="card">
            {texts.card}
          </p>
        </div>
      )}
      {texts.bubbles
        .filter(({ name }) => name === 'ask')
        .map((bubble) => (
          <SaidBubble key="ask" bubble={bubble} language={language} />
        ))}
      <Options options={texts.options} language={language} />
    </div>
  );
}

function SaidBubble({ bubble, language }: { bubble: BubbleWire; language: LanguageWire }) {
  const words = useAuthorWords();
  const { name, wordings } = bubble;
  return (
    <div class="bubble">
      <small>{name === 'ask' ? words.step.question : name}</small>
      {wordings.length === 0 && <p class="trouble">{words.step.notWritten}</p>}
      <ol>
        {wordings.map((wording, index) => (
          <Wording
            key={`${index} ${wording.text}`}
            wording={wording}
            nth={words.step.nth(index + 1, wordings.length)}
            language={language}
          />
        ))}
      </ol>
    </div>
  );
}

function Wording(props: { wording: WordingWire; nth: string; language: LanguageWire }) {
  const { text, depends, unsaid } = props.wording;
  const { step } = useAuthorWords();
  const on = depends.map((one) => step.dimensions[one] ?? one).join(', ');
  return (
    <li class={unsaid.length > 0 ? 'unsaid' : undefined}>
      <p lang={props.language}>{text}</p>
      <small>
        {[props.nth, on === '' ? '' : `${step.depends} ${on}`].filter(Boolean).join(' · ')}
      </small>
      {unsaid.length > 0 && <small>{step.unsaid(unsaid.join(', '))}</small>}
    </li>
  );
}

function Options(props: { options: StepTextsWire['options']; language: LanguageWire }) {
  const { step } = useAuthorWords();
  if (props.options.length === 0) return null;
  return (
    <div class="taps">
      <small>{step.taps}</small>
      <ul>
        {props.options.map(({ id, label, also }) => (
          <li key={id}>
            {label === '' ? (
              <span class="trouble">{step.notWritten}</span>
            ) : (
              <span class="tap" lang={props.language}>
                {label}
              </span>
            )}{' '}
            <code>{id}</code>
            {also.length > 0 && (
              <small>
                {step.also} <span lang={props.language}>{also.join(', ')}</span>
              </small>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
