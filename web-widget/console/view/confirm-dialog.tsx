import { useState } from 'preact/hooks';
import { Modal } from './modal.tsx';
import { useWords } from './words-context.ts';

/** Says what an act does before it is done. Stays, and says so, when it did not go through. */
export function ConfirmDialog(props: {
  title: string;
  explain: readonly string[];
  submit: string;
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
}) {
  const { words } = useWords();
  const [failed, setFailed] = useState(false);
  async function submit() {
    if (await props.onSubmit()) props.onClose();
    else setFailed(true);
  }
  return (
    <Modal title={props.title} onClose={props.onClose}>
      {props.explain.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="trouble" role="alert">
        {failed && words.failed}
      </p>
      <div class="actions">
        <button type="button" onClick={props.onClose}>
          {words.cancel}
        </button>
        <button type="button" class="primary" onClick={() => void submit()}>
          {props.submit}
        </button>
      </div>
    </Modal>
  );
}
