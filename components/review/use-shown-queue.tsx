"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { QueueVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import type { QueueNarrowing, QueuePage } from "#lib/drafts/view";

/** The part of the queue that is shown, and why the last try to read another brought none. */
export type ShownQueue = {
  filter: QueueNarrowing;
  /** Whether that is all that waits. */
  all: boolean;
  /** Its first page; null while it is on its way. */
  page: QueuePage | null;
  problem: string | null;
  choose: (filter: QueueNarrowing) => void;
};

const ALL: QueueNarrowing = { show: "waiting" };

/** What waits comes with the page; everything narrower is asked for, and again whenever the page was loaded again. */
export function useShownQueue(waiting: QueuePage, { more }: Pick<QueueVerbs, "more">): ShownQueue {
  const [filter, setFilter] = useState(ALL);
  const [part, setPart] = useState<{ of: QueueNarrowing; page: QueuePage } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const all = filter.show === "waiting" && !filter.workflow && !filter.by;

  const read = useEffectEvent(async (wanted: QueueNarrowing) => {
    const answer = await reach(() => more(wanted), LOST);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) setPart({ of: wanted, page: answer.value });
  });
  useEffect(() => {
    // Named, because what waits is what tells that something may have changed.
    if (waiting && !all) void read(filter);
  }, [filter, all, waiting]);

  return {
    filter,
    all,
    page: all ? waiting : part?.of === filter ? part.page : null,
    problem,
    choose: setFilter,
  };
}

const LOST = "The connection broke before the list came. Try again.";
