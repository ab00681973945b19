import { AppError } from "#lib/errors";

/** Waits for a turn, and returns what gives it back. */
export type TakeTurn = (signal?: AbortSignal) => Promise<() => void>;

/**
 * So many turns at once, and so many who wait for one, in the order in which they came. Whoever comes after is told to
 * come back (`unavailable`); whose signal is aborted waits no longer (`conflict`).
 */
export function turnsOf({ atOnce, waiting: most }: { atOnce: number; waiting: number }): TakeTurn {
  let taken = 0;
  const waiting: (() => void)[] = [];

  /** Whoever waits first takes the turn over. */
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else taken--;
  };

  return async (signal) => {
    if (signal?.aborted) throw cancelled();
    if (taken < atOnce) {
      taken++;
      return pass;
    }
    if (waiting.length >= most)
      throw new AppError("unavailable", "Many files are being read at the moment. Try again in a minute.");
    await new Promise<void>((resolve, reject) => {
      waiting.push(resolve);
      signal?.addEventListener("abort", () => {
        const place = waiting.indexOf(resolve);
        if (place < 0) return;
        waiting.splice(place, 1);
        reject(cancelled());
      });
    });
    return pass;
  };
}

/** What whoever called a reading off is told. */
export function cancelled(): AppError {
  return new AppError("conflict", "Reading was cancelled.");
}
