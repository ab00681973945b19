"use client";

/** A field that does not come must not keep the keys for ever, in milliseconds. */
const PATIENCE_MS = 10_000;

let typed = "";
let listening: AbortController | null = null;

/**
 * Keeps what is typed for a field that is on its way, or the page would take it for keys. Ends with `takeEarlyKeys`,
 * or with Escape, which gives up.
 */
export function keepEarlyKeys(onEscape: () => void): void {
  takeEarlyKeys();
  listening = new AbortController();
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      takeEarlyKeys();
      onEscape();
    } else if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const signal = AbortSignal.any([listening.signal, AbortSignal.timeout(PATIENCE_MS)]);
  document.addEventListener("keydown", keep, { capture: true, signal });
}

/** What was typed so far; nothing more is kept. */
export function takeEarlyKeys(): string {
  listening?.abort();
  const taken = typed;
  typed = "";
  return taken;
}
