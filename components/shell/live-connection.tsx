"use client";

import { useEffect, useState } from "react";
import { heardSince, type LiveNotice, tellNotice } from "#components/shell/live-notices";

const CHANNEL = "countersign-live";
const REOPEN_MS = 5000;

/** What tabs say to each other: a notice, null where some were missed, or from which cursor on one wants to hear. */
type Said = LiveNotice | { since: string } | null;

/**
 * Keeps one stream to the server for all tabs of the browser, which allows six connections to a host:
 * the tab that holds the lock reads it and tells the others. Mounted once, in the signed-in layout. `after` says how
 * far the log was when the page was drawn.
 */
export function LiveConnection({ after }: { after: string }) {
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

function holdStream(start: string, signal: AbortSignal, others: BroadcastChannel): Promise<void> {
  // The lock may be granted after the page has gone on.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const address = `/api/events?after=${start}`;
    let stream: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pass = (notice: LiveNotice | null) => {
      tellNotice(notice);
      others.postMessage(notice);
    };
    const open = () => {
      stream = new EventSource(address);
      stream.onmessage = (message) => pass(JSON.parse(message.data) as LiveNotice);
      stream.addEventListener("reload", () => pass(null));
      stream.onerror = async () => {
        if (stream.readyState !== EventSource.CLOSED) return;
        // Looking again leads whoever is signed out to the sign-in.
        if (await isSignedOut(address, signal)) pass(null);
        else if (!signal.aborted) timer = setTimeout(open, REOPEN_MS);
      };
    };
    open();
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      stream.close();
      resolve();
    });
  });
}

/** A stream that was refused doesn't say why; the same question asked plainly does. */
async function isSignedOut(address: string, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch(address, { signal }).catch(() => null);
  void answer?.body?.cancel();
  return answer?.status === 401;
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
