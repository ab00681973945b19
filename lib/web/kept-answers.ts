/** How long an answer is kept at most, for what changes with the time alone. */
const MOST_MS = 60_000;
/** How many answers a process keeps. */
const MOST = 500;

/** When an answer holds: for whom, at which cursor of the log, and the moment it was asked for in ms since 1970. */
export type AsOf = { viewer: { id: string; role: string }; cursor: string; now: number };

/** What is asked, and about what. Each name is one query's: two under one name would get each other's answers. */
export type Question = readonly [
  name:
    | "frame"
    | "today"
    | "attention"
    | "reviewing"
    | "spend"
    | "adoption"
    | "record figures"
    | "teams"
    | "queue"
    | "queue counts"
    | "filters"
    | "series names"
    | "people"
    | "draft"
    | "unread"
    | "actions"
    | "around actions",
  ...about: unknown[],
];

type Kept = { cursor: string; until: number; answer: Promise<unknown> };

/**
 * Answers of queries that can't have changed: whatever changes anything writes an event in the same transaction, so
 * while the log stands where it stood, the same question of the same person has the same answer.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;

  /** `most` is how many answers it keeps, whatever holds. */
  constructor(most = MOST) {
    this.#most = most;
  }

  /** The answer that is kept for a question, or what `ask` says. What fails is not kept. */
  ask<T>(question: Question, { viewer, cursor, now }: AsOf, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([viewer.id, viewer.role, ...question]);
    const known = this.#kept.get(key);
    if (known?.cursor === cursor && now < known.until) return known.answer as Promise<T>;
    const answer = ask();
    const kept = { cursor, until: now + MOST_MS, answer };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    answer.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    this.#forget(cursor, now);
    return answer;
  }

  /** Lets go of what nobody is told any more, the oldest first: it may be large, or have been taken out since. */
  #forget(cursor: string, now: number): void {
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size <= this.#most && kept.cursor === cursor && now < kept.until) return;
      this.#kept.delete(key);
    }
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#kept.size;
  }
}
