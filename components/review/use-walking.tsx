import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Place } from "#components/review/frame";
import type { LaterPages } from "#components/review/use-later-pages";

/** Rows that are left when more of the queue is fetched: who walks by key must not come to an end that is none. */
const LEFT = 10;

/** Fetches more of the queue before the keys have walked to the last row that is known. */
export function useMoreAhead({ at, of }: Place, { cursor, problem, load }: LaterPages): void {
  const near = at !== null && of - at < LEFT && !problem;
  const fetchMore = useEffectEvent(load);
  useEffect(() => {
    if (near && cursor) fetchMore();
  }, [near, cursor]);
}

/** Keeps the row of the open draft in sight, however it was opened. */
export function useRowInSight(list: RefObject<HTMLElement | null>, openId: string | null): void {
  useEffect(() => {
    const row = list.current?.querySelector(`[data-row="${openId}"]`);
    row?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [list, openId]);
}
