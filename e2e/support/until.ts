import { setTimeout as wait } from "node:timers/promises";

/** Waits until something is so, and throws where it isn't within a minute. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come true: ${holds}`);
    await wait(20);
  }
}
