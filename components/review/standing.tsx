/** Decisions made on a page that stand: one on a draft at a time. */
export class Standing<D extends { draftId: string }> {
  #decisions = new Map<string, D>();
  #undoing = new Map<D, Promise<unknown>>();

  /**
   * Lets a decision stand. Null where another one does; a draft whose decision is being taken back can be decided at
   * once, and `after` is what that waits for.
   */
  begin(decision: D): { after: Promise<unknown> | null } | null {
    const before = this.#decisions.get(decision.draftId);
    const after = before ? this.#undoing.get(before) : null;
    if (after === undefined) return null;
    this.#decisions.set(decision.draftId, decision);
    return { after };
  }

  /** The decision on a draft that was made last, where it stands or is being taken back. */
  of(draftId: string): D | undefined {
    return this.#decisions.get(draftId);
  }

  /** A decision is being taken back until this is settled. */
  undoing(decision: D, until: Promise<unknown>): void {
    this.#undoing.set(decision, until);
    void until.finally(() => this.#undoing.delete(decision));
  }

  /** Whether it stands, and nobody is taking it back. */
  holds(decision: D): boolean {
    return this.#decisions.get(decision.draftId) === decision && !this.#undoing.has(decision);
  }

  /** A decision stands no more. False where a later one on its draft does. */
  end(decision: D): boolean {
    const { draftId } = decision;
    if (this.#decisions.get(draftId) === decision) this.#decisions.delete(draftId);
    return !this.#decisions.has(draftId);
  }
}
