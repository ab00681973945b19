"use client";

import { isNews, readCursor } from "#lib/log/live-cursor";

/** What the server says of an event: kind and ids. What it means is fetched under the person's own rights. */
export type LiveNotice = {
  seq: number;
  kind: string;
  subjectId: string;
  sourceId: string | null;
  draftId: string | null;
};

const MOST_KEPT = 500;
const changes = new EventTarget();
const heard: LiveNotice[] = [];

/** Passes a notice to who listens, once; null says that some were missed. */
export function tellNotice(notice: LiveNotice | null): void {
  if (notice && heard.some(({ seq }) => seq === notice.seq)) return;
  if (notice) heard.push(notice);
  if (heard.length > MOST_KEPT) heard.shift();
  changes.dispatchEvent(new CustomEvent("notice", { detail: notice }));
}

/** Calls `listener` with each notice, or null, from now on; returns what ends that. */
export function onNotice(listener: (notice: LiveNotice | null) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<LiveNotice | null>).detail);
  changes.addEventListener("notice", hear);
  return () => changes.removeEventListener("notice", hear);
}

/** What this page has heard of events that are news after the cursor `since`. */
export function heardSince(since: string): LiveNotice[] {
  const cursor = readCursor(since);
  return cursor ? heard.filter(({ seq }) => isNews(cursor, seq)) : [];
}

const OWN_MS = 5000;
const expected = new Map<string, number>();

/** Says that this page is about to cause an event itself, and shows what comes of it already. */
export function expectOwn(kind: string, subjectId: string): void {
  expected.set(`${kind} ${subjectId}`, performance.now());
}

/** Whether this page caused an event and shows it: then it loads nothing again because of it. */
export function isOwn({ kind, subjectId }: LiveNotice): boolean {
  const since = expected.get(`${kind} ${subjectId}`);
  return since !== undefined && performance.now() - since < OWN_MS;
}
