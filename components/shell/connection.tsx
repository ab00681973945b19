"use client";

import { useSyncExternalStore } from "react";

const changes = new EventTarget();
let lostSince: number | null = null;

/** Told by whoever notices first: the browser, the live stream, a request that did not arrive. */
export function noteConnection(up: boolean): void {
  if (up === (lostSince === null)) return;
  lostSince = up ? null : Date.now();
  changes.dispatchEvent(new Event("change"));
}

/** Since when the server can't be reached, in milliseconds; null while it can. */
export function useLostSince(): number | null {
  return useSyncExternalStore(
    watch,
    () => lostSince,
    () => null,
  );
}

function watch(listener: () => void): () => void {
  const up = () => noteConnection(true);
  const down = () => noteConnection(false);
  changes.addEventListener("change", listener);
  addEventListener("online", up);
  addEventListener("offline", down);
  if (!navigator.onLine) down();
  return () => {
    changes.removeEventListener("change", listener);
    removeEventListener("online", up);
    removeEventListener("offline", down);
  };
}
