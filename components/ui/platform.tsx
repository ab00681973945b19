"use client";

import { useSyncExternalStore } from "react";

/** Whether this machine has a command key. Browser only. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

const never = () => () => {};

/** The same for what is printed; the server prints the command key. */
export function useMac(): boolean {
  return useSyncExternalStore(never, isMac, () => true);
}
