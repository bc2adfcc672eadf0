/**
 * A page that people write around parts that a program writes: each stands between
 * `<!-- made by …: NAME -->` and `<!-- end of NAME -->`.
 *
 * @returns the page with the part's content replaced.
 * @throws {Error} when the page has no such part.
 */
export function withGeneratedPart(page: string, name: string, content: string): string {
  const { before, after } = split(page, name);
  return `${before}\n${content.trim()}\n${after}`;
}

/** What stands in the part now, without the white space around it. */
export function generatedPart(page: string, name: string): string {
  return split(page, name).content.trim();
}

function split(page: string, name: string) {
  const opening = new RegExp(`<!-- made by [^>]*: ${name} -->`).exec(page);
  const end = page.indexOf(`<!-- end of ${name} -->`);
  if (!opening || end < opening.index) throw new Error(`the page has no part "${name}"`);
  const start = opening.index + opening[0].length;
  return { before: page.slice(0, start), content: page.slice(start, end), after: page.slice(end) };
}
