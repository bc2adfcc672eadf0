import { useEffect, useRef, useState } from 'preact/hooks';
import { createFirstAccount, readSetup } from '../session/setup-client.ts';
import { HelplinesCheck } from './helplines-check.tsx';
import { Threshold } from './staff-gate.tsx';
import { useWords } from './words-context.ts';

const SHORTEST_PASSWORD = 12;
type Stage = 'asking' | 'no-token' | 'already-done' | 'lines';

/** Creates the first account, goes through the helplines, then on to the console. */
export function SetupView({ token }: { token: string }) {
  const { words } = useWords();
  const texts = words.setup;
  const [stage, setStage] = useState<Stage>(token === '' ? 'no-token' : 'asking');
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    document.title = `${texts.title} · ${words.product}`;
  }, [texts, words]);
  useEffect(() => {
    void readSetup().then((setup) => setup === 'done' && setStage('already-done'));
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    if (!form.current || busy) return;
    const data = new FormData(form.current);
    const name = String(data.get('name')).trim();
    const email = String(data.get('email')).trim();
    const missing = SHORTEST_PASSWORD - password.length;
    if (name === '') return setTrouble(texts.nameMissing);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return setTrouble(texts.emailWrong);
    if (missing > 0) return setTrouble(texts.tooShort(missing));
    setBusy(true);
    const outcome = await createFirstAccount({ token, name, email, password });
    if (outcome === 'created') {
      setStage('lines');
      return;
    }
    setBusy(false);
    setTrouble(
      {
        refused: texts.refused,
        invalid: texts.emailWrong,
        'too-many': words.session.tooMany,
        unreachable: words.session.unreachable,
      }[outcome],
    );
  }

  if (stage === 'lines') {
    return (
      <Threshold title={words.lines.title}>
        <p role="status">{texts.done}</p>
        <HelplinesCheck>
          <a href="/console">{words.lines.later}</a>
        </HelplinesCheck>
      </Threshold>
    );
  }
  if (stage !== 'asking') {
    const said = { 'no-token': texts.noToken, 'already-done': texts.alreadyDone };
    return (
      <Threshold title={texts.title}>
        <p role="status">{said[stage]}</p>
        {stage !== 'no-token' && <a href="/console">{texts.toConsole}</a>}
      </Threshold>
    );
  }
  const missing = SHORTEST_PASSWORD - password.length;
  return (
    <Threshold title={texts.title}>
      <p>{texts.explain}</p>
      <form ref={form} class="form" onSubmit={(event) => void submit(event)} noValidate>
        <label>
          <span>{texts.name}</span>
          <input name="name" autocomplete="given-name" maxLength={60} required autofocus />
          <small>{texts.nameHint}</small>
        </label>
        <label>
          <span>{texts.email}</span>
          <input name="email" type="email" autocomplete="username" maxLength={254} required />
        </label>
        <label>
          <span>{texts.password}</span>
          <input
            name="password"
            {...(visible ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            autocomplete="new-password"
            minLength={SHORTEST_PASSWORD}
            maxLength={512}
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
          <small>
            {texts.passwordHint}{' '}
            {password !== '' && missing > 0 && <b>{texts.tooShort(missing)}</b>}
          </small>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={visible}
            onChange={(event) => setVisible(event.currentTarget.checked)}
          />
          <span>{texts.show}</span>
        </label>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" class="primary" aria-disabled={busy}>
          {busy ? texts.working : texts.submit}
        </button>
      </form>
    </Threshold>
  );
}
