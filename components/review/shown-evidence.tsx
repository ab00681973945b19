import { readingMs, wordsIn } from "#lib/drafts/reading";

/** A pointer on its way across the page points at everything it passes. */
const LOOK_MS = 400;

/**
 * The statements whose evidence was shown long enough: selected while their quote was in view, or in view for as long as
 * reading all that was in view with it takes. All moments are in milliseconds of active time.
 */
export class ShownEvidence {
  #shown = new Set<string>();
  #viewedMs = new Map<string, number>();
  #marks = new Map<unknown, string[]>();
  #selected: { id: string; ms: number } | null = null;
  #last = 0;
  #quotes: ReadonlyMap<string, string> = new Map();
  #words = new Map<string, number>();

  /** What each statement quotes, by its id. What has no quote is looked at by selecting it. */
  quote(quotes: ReadonlyMap<string, string>): void {
    this.#quotes = quotes;
    this.#words.clear();
  }

  /** A statement was selected by key or pointer, or none is any more. */
  select(id: string | null, at: number): void {
    this.#spend(at);
    if (id !== this.#selected?.id) this.#selected = id === null ? null : { id, ms: 0 };
  }

  /** Words of the source that these statements quote came into view, or left it where there are none. */
  view(mark: unknown, ids: string[], at: number): void {
    this.#spend(at);
    if (ids.length > 0) this.#marks.set(mark, ids);
    else this.#marks.delete(mark);
  }

  /** Ids of what was shown long enough until a moment. */
  until(at: number): string[] {
    this.#spend(at);
    return [...this.#shown];
  }

  #spend(at: number): void {
    const spent = at - this.#last;
    this.#last = at;
    if (spent <= 0) return;
    const inView = new Set([...this.#marks.values()].flat());
    this.#spendOnSelected(spent, inView);
    const words = [...inView].reduce((sum, id) => sum + this.#wordsOf(id), 0);
    for (const id of inView) {
      const own = this.#wordsOf(id);
      const viewed = (this.#viewedMs.get(id) ?? 0) + (spent * own) / (words || 1);
      this.#viewedMs.set(id, viewed);
      if (viewed >= readingMs(own)) this.#shown.add(id);
    }
  }

  #spendOnSelected(spent: number, inView: ReadonlySet<string>): void {
    const one = this.#selected;
    if (!one || (this.#quotes.has(one.id) && !inView.has(one.id))) return;
    one.ms += spent;
    if (one.ms >= LOOK_MS) this.#shown.add(one.id);
  }

  #wordsOf(id: string): number {
    const words = this.#words.get(id) ?? wordsIn(this.#quotes.get(id) ?? "");
    this.#words.set(id, words);
    return words;
  }
}
