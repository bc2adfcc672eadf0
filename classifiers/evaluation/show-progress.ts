/** A line that counts on a terminal, and nothing in a log. */
export function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${of} messages read${done === of ? '\n' : ''}`);
}
