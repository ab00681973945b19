/** Round numbers between two others, at most `most` of them, at steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(from: number, to: number, most = 4): number[] {
  const span = Math.max(to - from, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10, 20].map((factor) => factor * power).find((size) => span / size < most) ?? span;
  const first = Math.ceil(from / step) * step;
  const ticks = [];
  for (let tick = first; tick <= to + step / 1e6; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

/** Where a value lies between two pixels, to a tenth of one. */
export function scaleOf(from: number, to: number, atFrom: number, atTo: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => Math.round((atFrom + ((value - from) / span) * (atTo - atFrom)) * 10) / 10;
}
