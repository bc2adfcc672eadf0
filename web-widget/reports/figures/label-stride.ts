/**
 * How many slots apart labels of a row stand so that they don't touch: 1, 2, 7, 14, 28 … days, so
 * that over weeks the same weekday is named again and again.
 *
 * @param slotPx width of one slot; @param labelPx width of the widest label with its margin.
 */
export function labelStride(slotPx: number, labelPx: number): number {
  if (slotPx <= 0) return 1;
  for (const stride of [1, 2, 7]) if (stride * slotPx >= labelPx) return stride;
  let stride = 14;
  while (stride * slotPx < labelPx) stride *= 2;
  return stride;
}
