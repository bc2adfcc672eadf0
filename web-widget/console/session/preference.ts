/**
 * Reads and keeps a choice about how a page looks or behaves, never anything about anyone. A
 * browser that refuses storage simply forgets it.
 */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(`veilleuse-${name}`);
  } catch {
    return null;
  }
}

export function keepPreference(name: string, value: string): void {
  try {
    localStorage.setItem(`veilleuse-${name}`, value);
  } catch {
    // Not kept; the page works all the same.
  }
}
