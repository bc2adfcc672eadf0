/** The small lamp of the house; lit while somebody is there. */
export function Lamp({ lit }: { lit: boolean }) {
  return (
    <svg class={lit ? 'lamp lamp-lit' : 'lamp'} viewBox="0 0 24 24" aria-hidden="true">
      <path class="lamp-glow" d="M12 3a7 7 0 0 1 4 12.7V18H8v-2.3A7 7 0 0 1 12 3Z" />
      <path class="lamp-foot" d="M8.5 20.5h7" />
    </svg>
  );
}
