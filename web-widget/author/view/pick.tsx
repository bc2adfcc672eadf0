/** A few choices side by side, one of them taken. */
export function Pick<T extends string>(props: {
  label: string;
  options: readonly (readonly [T, string])[];
  value: string;
  onPick: (value: T) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would have to be in a form.
    <div class="pick" role="group" aria-label={props.label}>
      {props.options.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onPick(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
