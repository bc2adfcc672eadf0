/**
 * Tells the styles what part of the window a phone's keyboard leaves (`--v-top`, `--v-height`),
 * so that the field and the way out both stay in sight.
 */
export function followViewport(holder: HTMLElement, ended: AbortSignal): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const follow = () => {
    // Zoomed in, the person moves about in the page: leave it whole.
    const whole = seen.scale > 1.01;
    holder.style.setProperty('--v-top', whole ? '0px' : `${seen.offsetTop}px`);
    holder.style.setProperty('--v-height', whole ? '100dvh' : `${seen.height}px`);
  };
  seen.addEventListener('resize', follow, { signal: ended });
  seen.addEventListener('scroll', follow, { signal: ended });
  follow();
}
