const LAMP = ['M6.5 12.5 9 4h6l2.5 8.5z', 'M12 12.5V19', 'M8 20h8'];

export interface Launcher {
  readonly button: HTMLButtonElement;
  name(french: boolean): void;
  busy(is: boolean): void;
  unread(count: number): void;
}

/** The one thing on the host page before anything is opened: a button with a lamp. */
export function createLauncher(open: () => void): Launcher {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launch';
  button.onclick = open;
  const lamp = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  lamp.setAttribute('viewBox', '0 0 24 24');
  lamp.setAttribute('aria-hidden', 'true');
  for (const d of LAMP) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    lamp.append(path);
  }
  const label = document.createElement('span');
  const dot = document.createElement('span');
  dot.className = 'new';
  dot.hidden = true;
  button.append(lamp, label, dot);

  let count = 0;
  let french = true;
  const write = () => {
    label.textContent = french ? 'Parler maintenant' : 'Talk now';
    dot.hidden = count === 0;
    const news = french ? `nouveaux messages\u00a0: ${count}` : `new messages: ${count}`;
    if (count > 0) button.setAttribute('aria-label', `${label.textContent}, ${news}`);
    else button.removeAttribute('aria-label');
  };
  return {
    button,
    name(isFrench) {
      french = isFrench;
      button.lang = french ? 'fr' : 'en';
      write();
    },
    busy: (is) =>
      is ? button.setAttribute('aria-busy', 'true') : button.removeAttribute('aria-busy'),
    unread(n) {
      count = n;
      write();
    },
  };
}
