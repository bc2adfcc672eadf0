import { useId, useRef, useState } from 'preact/hooks';
import { type Credentials, type Staff, signIn } from '../session/session-client.ts';
import { useWords } from './words-context.ts';

type Trouble = 'wrong' | 'wrongCode' | 'totpRequired' | 'unreachable' | 'tooMany';

/** Asks for address and password, and for a code once the account turns out to want one. */
export function SignInForm({ onSignedIn }: { onSignedIn: (responder: Staff) => void }) {
  const { words } = useWords();
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const troubleId = useId();

  async function submit(event: Event) {
    event.preventDefault();
    if (!form.current || busy) return;
    setBusy(true);
    const outcome = await signIn(credentialsIn(new FormData(form.current)));
    setBusy(false);
    if (outcome.kind === 'signed-in') return onSignedIn(outcome.responder);
    if (outcome.kind === 'totp-required') setAsksCode(true);
    setTrouble(
      outcome.kind === 'totp-required'
        ? 'totpRequired'
        : outcome.kind === 'too-many'
          ? 'tooMany'
          : outcome.kind === 'wrong' && asksCode
            ? 'wrongCode'
            : outcome.kind,
    );
  }

  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => void submit(event)}
      aria-describedby={trouble ? troubleId : undefined}
    >
      <label>
        <span>{words.session.email}</span>
        <input name="email" type="email" autocomplete="username" required autofocus />
      </label>
      <label>
        <span>{words.session.password}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {asksCode && (
        <label>
          <span>{words.session.totp}</span>
          <input
            name="totp"
            inputMode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            required
            // Appears after a first try: what is missing is here.
            ref={(field) => {
              if (field && field.value === '') field.focus();
            }}
          />
          <small>{words.session.totpHint}</small>
        </label>
      )}
      <p id={troubleId} class="trouble" role="alert">
        {trouble && words.session[trouble]}
      </p>
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? words.session.checking : words.session.submit}
      </button>
    </form>
  );
}

function credentialsIn(data: FormData): Credentials {
  const text = (name: string) => String(data.get(name) ?? '');
  const totp = text('totp').replaceAll(' ', '');
  return {
    email: text('email').trim(),
    password: text('password'),
    ...(totp !== '' && { totp }),
  };
}
