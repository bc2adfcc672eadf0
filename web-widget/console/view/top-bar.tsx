import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayOpen, type StaffPage } from '../session/page-access.ts';
import { readTextsSigned } from '../session/read-texts-signed.ts';
import type { Staff } from '../session/session-client.ts';
import { Lamp } from './lamp.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useWords } from './words-context.ts';

/** The bar at the top of the staff's pages: where one is, who one is, the way out. */
export function TopBar(props: {
  page: StaffPage;
  responder: Staff;
  lit: boolean;
  onLeave: () => void;
  children?: ComponentChildren;
}) {
  const { words } = useWords();
  const { roles, name } = props.responder;
  const [signed, setSigned] = useState(true);
  useEffect(() => void readTextsSigned().then(setSigned), []);
  const links = [
    { page: 'console', href: '/console', label: words.session.toConsole },
    { page: 'reports', href: '/reports', label: words.session.toReports },
  ].filter((link) => mayOpen(link.page as StaffPage, roles));
  return (
    <header class="top-bar">
      <span class="wordmark">
        <Lamp lit={props.lit} />
        <span class="wordmark-name">{words.product}</span>
      </span>
      <nav class="pages">
        {links.length > 1 &&
          links.map((link) => (
            <a
              key={link.page}
              href={link.href}
              aria-current={link.page === props.page ? 'page' : undefined}
            >
              {link.label}
            </a>
          ))}
      </nav>
      {!signed && <span class="quiet">{words.textsUnsigned}</span>}
      <div class="top-tools">{props.children}</div>
      <LanguageSwitch />
      <span class="who">{name}</span>
      <button type="button" class="plain" onClick={props.onLeave}>
        {words.session.signOut}
      </button>
    </header>
  );
}
