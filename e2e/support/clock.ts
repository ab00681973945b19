/** A clock that stands still until a test moves it. */
export type TestClock = { now: () => Date; advance: (ms: number) => void; set: (at: string) => void };

/** Friday 20 November 2026, nine in the morning in Kitchener. */
export const FRIDAY_MORNING = "2026-11-20T14:00:00.000Z";

export function testClock(at: string = FRIDAY_MORNING): TestClock {
  let ms = Date.parse(at);
  return {
    now: () => new Date(ms),
    advance: (by) => {
      ms += by;
    },
    set: (to) => {
      ms = Date.parse(to);
    },
  };
}
