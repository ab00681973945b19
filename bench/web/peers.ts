import { round } from "#bench/measure";

/** What was measured of a page. Milliseconds, but for pages a second. */
export type PageFigures = {
  done_ms: number;
  visible_ms: number;
  usable_ms: number;
  slow_visible_ms: number;
  slow_usable_ms: number;
  per_second: number;
};

/** The best list of any other product over a plain page of the same framework, on one machine in one run. */
const BEST_OF_PEERS: PageFigures = {
  done_ms: 1.9,
  visible_ms: 2.2,
  usable_ms: 1.4,
  slow_visible_ms: 2.7,
  slow_usable_ms: 1.6,
  per_second: 0.32,
};

/** A page over the empty one of the same run, and by what part of that the best of the others is behind it: over 1 ours is ahead. */
export function besidePeers(page: PageFigures, empty: PageFigures): Record<string, number> {
  const names = Object.keys(BEST_OF_PEERS) as (keyof PageFigures)[];
  const figures = names.flatMap((name) => {
    const ours = page[name] / empty[name];
    const ahead = name === "per_second" ? ours / BEST_OF_PEERS[name] : BEST_OF_PEERS[name] / ours;
    return [
      [`${name}_x_empty`, round(ours)],
      [`${name}_ahead_of_peers`, round(ahead)],
    ] as const;
  });
  return Object.fromEntries(figures);
}
