/** How long something takes, in milliseconds. */
export type Timing = { p50_ms: number; p95_ms: number; times: number };

/** Runs something `times` times after a few for warming up, one after the other. */
export async function measure(times: number, work: (n: number) => Promise<unknown>): Promise<Timing> {
  const warmUp = Math.ceil(times / 5);
  const took: number[] = [];
  for (let n = 0; n < warmUp + times; n++) {
    const begin = performance.now();
    await work(n);
    if (n >= warmUp) took.push(performance.now() - begin);
  }
  return timingOf(took);
}

/** Median and 95th percentile of what something took each time. */
export function timingOf(took: number[]): Timing {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
  return { p50_ms: at(0.5), p95_ms: at(0.95), times: took.length };
}

/** One line of the report. */
export function report(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line));
}

/** How many times as long as the floor, which was measured in the same run. */
export function ratio(ours: Timing, floor: Timing): number {
  return round(ours.p95_ms / floor.p95_ms);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
