/** The one-time token of the set-up link, taken out of the address at once so that it isn't kept. */
export function takeSetupToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(null, '', location.pathname);
  return token;
}
