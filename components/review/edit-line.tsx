import type { DeskAnswer } from "#lib/drafts/view";

/** Edits of one draft on their way to the server: one after the other, each on the revision that the one before made. */
export class EditLine {
  /** The newest revision that is known. */
  revision: number;
  #tail: Promise<boolean> = Promise.resolve(true);
  #waiting = 0;

  constructor(revision: number) {
    this.revision = revision;
  }

  /** The draft was read again. */
  read(revision: number): void {
    this.revision = Math.max(this.revision, revision);
  }

  get isEmpty(): boolean {
    return this.#waiting === 0;
  }

  /** Sends an edit when its turn comes. False where it was not saved, or one before it was not. */
  send(ask: (revision: number) => Promise<DeskAnswer>): Promise<boolean> {
    this.#waiting += 1;
    const turn = this.#tail.then(async (before) => {
      if (!before) return false;
      const answer = await ask(this.revision);
      this.revision = revisionOf(answer) ?? this.revision;
      return answer.ok;
    });
    this.#tail = turn;
    // What was queued behind a refused edit is dropped with it; the next one starts afresh.
    void turn.then((saved) => {
      this.#waiting -= 1;
      if (!saved && this.#tail === turn) this.#tail = Promise.resolve(true);
    });
    return turn;
  }

  /** Whether all that is on its way was saved. */
  saved(): Promise<boolean> {
    return this.#tail;
  }
}

function revisionOf(answer: DeskAnswer): number | undefined {
  if (answer.ok) return answer.revision;
  return answer.code === "conflict" ? answer.conflict.revision : undefined;
}
