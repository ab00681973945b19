"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { QueueVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import type { QueuePage, QueueShow } from "#lib/drafts/view";

/** The part of the queue that is shown, and why the last try to read another brought none. */
export type ShownQueue = {
  show: QueueShow;
  /** Its first page; null while it is on its way. */
  page: QueuePage | null;
  problem: string | null;
  choose: (show: QueueShow) => void;
};

/** What waits comes with the page; the other parts are asked for, and again whenever the page was loaded again. */
export function useShownQueue(waiting: QueuePage, { more }: Pick<QueueVerbs, "more">): ShownQueue {
  const [show, setShow] = useState<QueueShow>("waiting");
  const [part, setPart] = useState<{ show: QueueShow; page: QueuePage } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const read = useEffectEvent(async (wanted: QueueShow) => {
    const answer = await reach(() => more({ show: wanted }), LOST);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) setPart({ show: wanted, page: answer.value });
  });
  useEffect(() => {
    // Named, because what waits is what tells that something may have changed.
    if (waiting && show !== "waiting") void read(show);
  }, [show, waiting]);

  const page = show === "waiting" ? waiting : part?.show === show ? part.page : null;
  return { show, page, problem, choose: setShow };
}

const LOST = "The connection broke before the list came. Try again.";
