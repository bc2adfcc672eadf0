/** The night-light: an outline for the program, lit for a person. Words beside it say the same. */
export function Lamp({ lit }: { readonly lit: boolean }) {
  return (
    <svg class={lit ? 'lamp lit' : 'lamp'} viewBox="0 0 24 24" aria-hidden="true">
      <path class="shade" d="M6.5 12.5 9 4h6l2.5 8.5z" />
      <path d="M12 12.5V19M8 20h8" />
      {lit && <path class="rays" d="M3 14.5l1.6-.8M21 14.5l-1.6-.8M5 18l1.4-1.2M19 18l-1.4-1.2" />}
    </svg>
  );
}
