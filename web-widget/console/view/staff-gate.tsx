import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayOpen, type StaffPage } from '../session/page-access.ts';
import { readSession, type SessionState, type Staff, signOut } from '../session/session-client.ts';
import { Lamp } from './lamp.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useWords } from './words-context.ts';

const TRY_AGAIN_MS = 3000;

/** What a page may do with the account it runs under. */
export interface Account {
  readonly responder: Staff;
  /** Somebody signed in again on this page. */
  changed(responder: Staff): void;
  leave(): void;
}

/** Shows a page to somebody who is signed in and has the role, and a way to sign in to others. */
export function StaffGate(props: {
  page: StaffPage;
  children: (account: Account) => ComponentChildren;
}) {
  const { words } = useWords();
  const [session, setSession] = useState<SessionState | null>(null);
  useEffect(() => {
    if (session !== null && session.kind !== 'unreachable') return;
    const timer = setTimeout(
      () => void readSession().then(setSession),
      session === null ? 0 : TRY_AGAIN_MS,
    );
    return () => clearTimeout(timer);
  }, [session]);

  const enter = (responder: Staff) => setSession({ kind: 'signed-in', responder });
  async function leave() {
    await signOut();
    setSession({ kind: 'signed-out' });
  }

  if (session === null) return <Threshold title={words.product} />;
  switch (session.kind) {
    case 'unreachable':
      return (
        <Threshold title={words.product}>
          <p role="status">{words.session.unreachable}</p>
        </Threshold>
      );
    case 'signed-out':
      return (
        <Threshold title={words.session.title}>
          <SignInForm onSignedIn={enter} />
        </Threshold>
      );
    case 'signed-in':
      if (!mayOpen(props.page, session.responder.roles)) {
        const role = words.session.roles[props.page];
        return (
          <Threshold title={words.session.title}>
            <p role="alert">{words.session.roleMissing(role, session.responder.name)}</p>
            <button type="button" class="primary" onClick={() => void leave()}>
              {words.session.otherAccount}
            </button>
          </Threshold>
        );
      }
      return (
        <>
          {props.children({
            responder: session.responder,
            changed: enter,
            leave: () => void leave(),
          })}
        </>
      );
  }
}

/** One narrow column with the lamp: what is seen before a page opens. */
export function Threshold({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <main class="threshold">
      <header>
        <Lamp lit />
        <LanguageSwitch />
      </header>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
