"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";

/** What the server says of an event: kind and ids. What it means is fetched under the person's own rights. */
export type LiveNotice = { kind: string; subjectId: string; sourceId: string | null; draftId: string | null };

const CHANNEL = "countersign-live";
const SETTLE_MS = 60;
const notices = new EventTarget();

/**
 * Keeps one stream to the server for all tabs of the browser, which allows six connections to a host:
 * the tab that holds the lock reads it and tells the others. Mounted once, in the signed-in layout. `after` is the
 * newest event when the page was drawn.
 */
export function LiveConnection({ after }: { after: number }) {
  const [start] = useState(after);
  useEffect(() => {
    const stop = new AbortController();
    const others = new BroadcastChannel(CHANNEL);
    others.onmessage = (message: MessageEvent<LiveNotice | null>) => announce(message.data);
    const read = () => holdStream(start, stop.signal, others);
    navigator.locks.request(CHANNEL, { signal: stop.signal }, read).catch(ignoreAbort);
    return () => {
      stop.abort();
      others.close();
    };
  }, [start]);
  return null;
}

/**
 * Calls `onNotice` for events whose kind starts with one of `on`, or loads the page's data again where it is left out.
 * After an interruption it is called with null: look at everything again.
 */
export function Live({ on, onNotice }: { on: string[]; onNotice?: (notice: LiveNotice | null) => void }) {
  const router = useRouter();
  const kinds = on.join(" ");
  const tell = useEffectEvent((notice: LiveNotice | null) =>
    onNotice ? onNotice(notice) : router.refresh(),
  );
  useEffect(() => {
    const prefixes = kinds.split(" ");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: Event) => {
      const notice = (event as CustomEvent<LiveNotice | null>).detail;
      if (notice && !prefixes.some((prefix) => notice.kind.startsWith(prefix))) return;
      clearTimeout(timer);
      timer = setTimeout(() => tell(notice), SETTLE_MS);
    };
    notices.addEventListener("notice", hear);
    return () => {
      clearTimeout(timer);
      notices.removeEventListener("notice", hear);
    };
  }, [kinds]);
  return null;
}

function holdStream(start: number, signal: AbortSignal, others: BroadcastChannel): Promise<void> {
  // The lock may be granted after the page has gone on.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const stream = new EventSource(`/api/events?after=${start}`);
    const pass = (notice: LiveNotice | null) => {
      announce(notice);
      others.postMessage(notice);
    };
    stream.onmessage = (message) => pass(JSON.parse(message.data) as LiveNotice);
    stream.addEventListener("reload", () => pass(null));
    signal.addEventListener("abort", () => {
      stream.close();
      resolve();
    });
  });
}

function announce(notice: LiveNotice | null): void {
  notices.dispatchEvent(new CustomEvent("notice", { detail: notice }));
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
