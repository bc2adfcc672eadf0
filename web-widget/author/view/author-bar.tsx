import type { ComponentChildren } from 'preact';
import { Lamp } from '../../console/view/lamp.tsx';
import { LanguageSwitch } from '../../console/view/language-switch.tsx';
import { useWords } from '../../console/view/words-context.ts';
import type { Changes } from '../state/use-changes.ts';
import { useAuthorWords } from './author-words.ts';

/** The bar at the top: which conversation, and whether the page is in step with the files. */
export function AuthorBar(props: { live: Changes['live']; children?: ComponentChildren }) {
  const { words } = useWords();
  const author = useAuthorWords();
  return (
    <header class="top-bar">
      <span class="wordmark">
        <Lamp lit={props.live !== 'lost'} />
        <span class="wordmark-name">
          {words.product} <span class="page-name">{author.title}</span>
        </span>
      </span>
      {props.children}
      <p class={`live live-${props.live}`} role="status">
        {author.live[props.live]}
      </p>
      <LanguageSwitch />
    </header>
  );
}
