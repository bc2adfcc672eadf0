/**
 * Brings the reading face once nothing else is waited for. It is given as bytes, so that a host's
 * `font-src` needs no change, and left out where data is saved or slow; text is never held back.
 */
export async function loadFont(url: string): Promise<void> {
  const line = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } })
    .connection;
  if (line?.saveData || /2g|3g/.test(line?.effectiveType ?? '')) return;
  if ([...document.fonts].some((face) => face.family === 'Veilleuse Text')) return;
  try {
    const answer = await fetch(url, { credentials: 'omit' });
    if (!answer.ok) return;
    const face = new FontFace('Veilleuse Text', await answer.arrayBuffer(), { weight: '200 800' });
    document.fonts.add(await face.load());
  } catch {
    // The system's own face stays.
  }
}
