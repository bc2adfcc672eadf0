/** 128 random bits, as hexadecimal; works on pages without `https` too, unlike `randomUUID`. */
export function newTurnId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
