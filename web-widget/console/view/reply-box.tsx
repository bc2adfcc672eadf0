import { useId } from 'preact/hooks';
import { useWords } from './words-context.ts';

/** The longest message, in UTF-16 code units, as the server counts. */
const LONGEST_TEXT = 4000;

/** Where the responder writes. The text lives with the conversation, so it stays when one leaves. */
export function ReplyBox(props: {
  draft: string;
  onDraft: (text: string) => void;
  onSend: () => void;
}) {
  const { words } = useWords();
  const hintId = useId();
  const over = props.draft.trim().length - LONGEST_TEXT;
  const ready = props.draft.trim() !== '' && over <= 0;
  const send = () => {
    if (ready) props.onSend();
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span class="unseen">{words.talk.reply}</span>
        <textarea
          id="reply"
          rows={3}
          dir="auto"
          placeholder={words.talk.reply}
          aria-describedby={hintId}
          autocomplete="off"
          value={props.draft}
          onInput={(event) => props.onDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            send();
          }}
        />
      </label>
      <div class="reply-foot">
        <p id={hintId} class={over > 0 ? 'trouble' : 'quiet'} role={over > 0 ? 'alert' : undefined}>
          {over > 0 ? words.talk.tooLong(over) : words.talk.replyHint}
        </p>
        <button type="submit" class="primary" aria-disabled={!ready}>
          {words.talk.send}
        </button>
      </div>
    </form>
  );
}
