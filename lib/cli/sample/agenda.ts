/** A clock that the agenda moves and never turns back. */
export type Clock = { now: () => Date; advance: (ms: number) => void };

/** What happens when. What happens may plan more; what lies after the end never happens. */
export type Agenda = {
  clock: Clock;
  plan: (at: Date, happens: () => Promise<unknown>) => void;
  /** Lets everything happen in the order of time. */
  run: () => Promise<void>;
};

type Planned = { at: number; happens: () => Promise<unknown> };

/** An empty agenda between two instants. */
export function makeAgenda(from: Date, end: Date): Agenda {
  const planned: Planned[] = [];
  let ms = from.getTime();
  return {
    clock: {
      now: () => new Date(ms),
      advance: (by) => {
        ms += by;
      },
    },
    plan: (at, happens) => {
      if (at < end) planned.push({ at: at.getTime(), happens });
    },
    run: async () => {
      for (let next = takeFirst(planned); next; next = takeFirst(planned)) {
        ms = Math.max(ms, next.at);
        await next.happens();
      }
    },
  };
}

function takeFirst(planned: Planned[]): Planned | undefined {
  const first = planned.reduce(
    (best, entry, index) => (entry.at < (planned[best]?.at ?? 0) ? index : best),
    0,
  );
  return planned.splice(first, 1)[0];
}
