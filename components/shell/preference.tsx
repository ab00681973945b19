"use client";

import { useSyncExternalStore } from "react";

const YEAR_S = 31_536_000;
const changes = new EventTarget();

export type Preference = "theme" | "keys";

/** What this browser prefers, as the server reads it on the next page and the style sheet at once. */
export function keepPreference(name: Preference, value: string): void {
  document.documentElement.dataset[name] = value;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`;
  changes.dispatchEvent(new Event("change"));
}

/** The same for what is drawn; undefined until it is chosen, and on the server. */
export function usePreference(name: Preference): string | undefined {
  return useSyncExternalStore(
    onChange,
    () => document.documentElement.dataset[name],
    () => undefined,
  );
}

function onChange(listener: () => void): () => void {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}
