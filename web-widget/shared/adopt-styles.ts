/**
 * Gives a document or shadow root its styles. Adopted sheets are allowed under any host's
 * `style-src`; browsers too old for them (Safari before 16.4) get a style element instead.
 */
export function adoptStyles(root: Document | ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = css;
  ((root as Document).head ?? root).append(element);
}
