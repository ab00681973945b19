import { useState } from "react";
import type { QueueVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import type { QueuePage, QueueShow } from "#lib/drafts/view";

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
export function useLaterPages(queue: QueuePage, show: QueueShow, { more }: QueueVerbs): LaterPages {
  const [read, setRead] = useState<{ show: QueueShow; pages: QueuePage[] }>({ show, pages: [] });
  const pages = read.show === show ? read.pages : [];
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const cursor = (pages.at(-1) ?? queue).next;

  async function load(after: string) {
    setLoading(true);
    const page = await reach(() => more({ show, cursor: after }), LOST);
    setLoading(false);
    setProblem(page.ok ? null : page.message);
    if (page.ok)
      setRead((before) => ({ show, pages: [...(before.show === show ? before.pages : []), page.value] }));
  }

  return {
    pages: pages.map((page) => page.rows),
    cursor,
    loading,
    problem,
    load: () => void (cursor && load(cursor)),
  };
}

const LOST = "The connection broke before the rest came. Try again.";
