"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { filterIn, isAll, QUEUE_PATH, queryOf } from "#components/review/queue-address";
import type { QueueVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import type { QueueNarrowing, QueuePage } from "#lib/drafts/view";
import { addressOf } from "#lib/format/address";

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

/**
 * What waits comes with the page; everything narrower is asked for, and again whenever the page was loaded again. The
 * filter is part of the address.
 */
export function useShownQueue(waiting: QueuePage, { more }: Pick<QueueVerbs, "more">): ShownQueue {
  const router = useRouter();
  const path = usePathname();
  const said = JSON.stringify(filterIn(useSearchParams()));
  const filter = useMemo<QueueNarrowing>(() => JSON.parse(said), [said]);
  const [part, setPart] = useState<{ of: QueueNarrowing; page: QueuePage } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const all = isAll(filter);

  const read = useEffectEvent(async (wanted: QueueNarrowing) => {
    const answer = await reach(() => more(wanted), LOST);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) setPart({ of: wanted, page: answer.value });
  });
  useEffect(() => {
    // Named, because what waits is what tells that something may have changed.
    if (waiting && !all) void read(filter);
  }, [filter, all, waiting]);

  function choose(wanted: QueueNarrowing) {
    const address = addressOf(path, queryOf(wanted));
    // Without a draft in the address the page opens the first of what is shown; else it stays, and needs no answer.
    if (path === QUEUE_PATH) router.push(address, { scroll: false });
    else history.pushState(null, "", address);
  }

  return {
    filter,
    all,
    page: all ? waiting : part?.of === filter ? part.page : null,
    problem,
    choose,
  };
}

const LOST = "The connection broke before the list came. Try again.";
