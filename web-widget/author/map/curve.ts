/** A line through points whose corners are rounded, as the `d` of a path. */
export function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    path += next
      ? `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
      : `L${at(point)}`;
  }
  return path;
}

const at = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `${Math.round(x)},${Math.round(y)}`;
