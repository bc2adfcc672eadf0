/** How near to its end, in pixels, the list still counts as read to the end. */
const NEAR_PX = 80;

/** Keeps the last words in sight, unless one has gone back to read. */
export interface KeepInSight {
  /** After a drawing. @returns whether something new was said out of sight. */
  drawn(said: number, ownWaiting: boolean): boolean;
  /** After a move. @returns whether the end is in sight. */
  scrolled(): boolean;
  toEnd(): void;
}

export function keepInSight(holder: HTMLElement): KeepInSight {
  const box = () => holder.querySelector('.scroll');
  let atEnd = true;
  let before = 0;
  const toEnd = () => {
    // In a very small window it is the whole panel that scrolls.
    for (const list of [box(), holder.firstElementChild]) {
      if (list) list.scrollTop = list.scrollHeight;
    }
    atEnd = true;
  };
  return {
    drawn(said, ownWaiting) {
      const more = said > before;
      before = said;
      // Before anything is said, what stands above is read from its top.
      if (said > 0 && (atEnd || (more && ownWaiting))) toEnd();
      return more && !atEnd;
    },
    scrolled() {
      const list = box();
      if (list) atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
      return atEnd;
    },
    toEnd,
  };
}
