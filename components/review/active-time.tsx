/** How long nothing may be moved, pressed or scrolled before a page counts as left alone: reading needs no hands. */
export const IDLE_MS = 60_000;

/** The time a page was in sight and used, without the time it was left alone. All moments are in milliseconds. */
export class ActiveTime {
  #total = 0;
  #last: number | null = null;

  /** The page came into sight, or something was moved, pressed or scrolled, which also says that it is. */
  use(at: number): void {
    this.#total = this.total(at);
    this.#last = at;
  }

  /** The page went out of sight. */
  leave(at: number): void {
    this.#total = this.total(at);
    this.#last = null;
  }

  /** The time until a moment. Of a long stretch without use the first minute counts. */
  total(at: number): number {
    if (this.#last === null) return this.#total;
    return this.#total + Math.min(IDLE_MS, Math.max(0, at - this.#last));
  }
}
