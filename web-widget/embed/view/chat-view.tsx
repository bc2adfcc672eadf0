import type { ChatState } from '../state/chat-state.ts';
import { fill } from '../words/voiced-words.ts';
import { Composer } from './composer.tsx';
import { Ended } from './ended.tsx';
import { Header } from './header.tsx';
import { HelplineList } from './helpline-list.tsx';
import { Log } from './log.tsx';
import type { Acts, Screen } from './screen.ts';
import { Settings } from './settings.tsx';
import type { View } from './view.ts';
import { WhoAnswers } from './who-answers.tsx';

export interface ChatViewProps {
  readonly view: View;
  readonly state: ChatState;
  readonly screen: Screen;
  readonly mode: 'bubble' | 'page';
  readonly acts: Acts;
}

/** The whole conversation: numbers top left, the way out top right, the field at the bottom. */
export function ChatView({ view, state, screen, mode, acts }: ChatViewProps) {
  const { words } = view;
  const { sheet, presses } = screen;
  const erased = state.erasure.kind === 'done' ? state.erasure : null;
  const nothingSaid = state.transcript.turns.length === 0;
  const unreachable = state.reach === 'away' && nothingSaid && !erased;
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (sheet !== 'none') acts.toggle(sheet);
    else acts.close();
  };
  return (
    // biome-ignore lint/a11y: a dialog or region, both with a name; Escape closes from anywhere.
    <div
      class={`panel ${mode}`}
      data-theme={screen.theme}
      lang={view.locale}
      hidden={!screen.isOpen}
      role={mode === 'bubble' ? 'dialog' : 'region'}
      aria-label={words.title}
      tabIndex={-1}
      onKeyDown={pressed}
    >
      <Header
        view={view}
        sheet={sheet}
        presses={presses}
        toggle={acts.toggle}
        exit={acts.exit}
        close={mode === 'bubble' ? acts.close : undefined}
      >
        <WhoAnswers state={state} view={view} />
      </Header>
      <p class="unseen" role="status">
        {presses > 0 && fill(words.exitLeft, 3 - presses)}
      </p>
      {sheet !== 'none' && (
        <div class="sheet">
          {sheet === 'numbers' ? (
            <HelplineList view={view} />
          ) : (
            <Settings view={view} erasure={state.erasure} screen={screen} acts={acts} />
          )}
        </div>
      )}
      <Log view={view} state={state} behind={screen.behind} acts={acts}>
        <p class="what">{words.what}</p>
        {!state.site.textsSigned && <p class="what">{words.unsigned}</p>}
        {state.expired && <p class="what">{words.expired}</p>}
        {unreachable && (
          <div class="unreachable">
            <p>{words.unreachable}</p>
            <HelplineList view={view} />
          </div>
        )}
      </Log>
      {state.handling === 'closed' || erased ? (
        <Ended view={view} receipt={erased?.receipt ?? null} restart={acts.restart} />
      ) : (
        <Composer view={view} text={screen.text} acts={acts} />
      )}
    </div>
  );
}
