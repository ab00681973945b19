import { useState } from "react";
import type { QueueVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import type { QueueNarrowing, QueuePage } from "#lib/drafts/view";

/** The pages of the queue after the first. */
export type LaterPages = {
  pages: QueuePage["rows"][];
  /** Where the next one begins; null after the last. */
  cursor: string | null;
  loading: boolean;
  /** Why the last try brought none. */
  problem: string | null;
  load: () => void;
};

/** Loads later pages on demand. A first page that changed keeps them: rows are joined by id. */
export function useLaterPages(queue: QueuePage, filter: QueueNarrowing, { more }: QueueVerbs): LaterPages {
  const [read, setRead] = useState<{ filter: QueueNarrowing; pages: QueuePage[] }>({
    filter,
    pages: [],
  });
  const pages = read.filter === filter ? read.pages : [];
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const cursor = (pages.at(-1) ?? queue).next;

  async function load(after: string) {
    setLoading(true);
    const page = await reach(() => more({ ...filter, cursor: after }), LOST);
    setLoading(false);
    setProblem(page.ok ? null : page.message);
    if (page.ok)
      setRead((before) => ({
        filter,
        pages: [...(before.filter === filter ? before.pages : []), page.value],
      }));
  }

  return {
    pages: pages.map((page) => page.rows),
    cursor,
    loading,
    problem,
    load: () => void (cursor && !loading && load(cursor)),
  };
}

const LOST = "The connection broke before the rest came. Try again.";
