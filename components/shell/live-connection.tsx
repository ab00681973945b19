"use client";

import { useEffect, useState } from "react";
import { heardSince, type LiveNotice, tellNotice } from "#components/shell/live-notices";

const CHANNEL = "countersign-live";

/** What tabs say to each other: a notice, null where some were missed, or from which event on one wants to hear. */
type Said = LiveNotice | { since: number } | null;

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
    others.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data && "since" in data) for (const notice of heardSince(data.since)) others.postMessage(notice);
      else tellNotice(data);
    };
    // Another tab may have heard of something after this page was drawn and before it listened.
    others.postMessage({ since: start } satisfies Said);
    const read = () => holdStream(start, stop.signal, others);
    navigator.locks.request(CHANNEL, { signal: stop.signal }, read).catch(ignoreAbort);
    return () => {
      stop.abort();
      others.close();
    };
  }, [start]);
  return null;
}

function holdStream(start: number, signal: AbortSignal, others: BroadcastChannel): Promise<void> {
  // The lock may be granted after the page has gone on.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const stream = new EventSource(`/api/events?after=${start}`);
    const pass = (notice: LiveNotice | null) => {
      tellNotice(notice);
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

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
