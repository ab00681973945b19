"use client";

import { useEffect } from "react";
import { namesNow, pressKey } from "#components/shell/page-keys";
import { isMac } from "#components/ui/platform";
import { nameOfPress, repeating, SEQUENCE_MS, stepKeys } from "#lib/format/keys";

/** How long a key that also begins a sequence waits for the second key. */
const BOTH_MS = 400;

/** Hears every key once, for the whole page. */
export function KeyListener() {
  useEffect(() => {
    const controller = new AbortController();
    let waiting: { name: string; until: number } | null = null;
    let deferred: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: KeyboardEvent) => {
      const name = nameOfPress(event, isMac());
      if (!name || isLeftAlone(event, name)) return;
      const modal = document.querySelector<HTMLElement>("[data-modal][data-open]");
      const first = waiting && event.timeStamp < waiting.until ? waiting.name : null;
      const names = [...namesNow(modal)];
      const step = stepKeys(first, name, names);
      clearTimeout(deferred);
      // A key that does something and begins a sequence too waits a moment for the second one.
      const both = step.run === name && names.some((other) => other.startsWith(`${name} `));
      const begun = both ? name : step.waiting;
      waiting = begun ? { name: begun, until: event.timeStamp + (both ? BOTH_MS : SEQUENCE_MS) } : null;
      if (!step.run && !step.waiting) return;
      event.preventDefault();
      if (both) deferred = setTimeout(() => pressKey(name, modal), BOTH_MS);
      else if (step.run) pressKey(step.run, modal);
    };
    document.addEventListener("keydown", hear, { signal: controller.signal });
    return () => {
      clearTimeout(deferred);
      controller.abort();
    };
  }, []);
  return null;
}

/** Writing, menus and held keys are no commands, and Enter on a button is that button's own. */
function isLeftAlone(event: KeyboardEvent, name: string): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.repeat && !repeating.has(name)) return true;
  if (name.startsWith("mod+")) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (name.length === 1 && document.documentElement.dataset.keys === "off") return true;
  if (target.closest(WRITING) || target.closest("[role='menu']")) return true;
  return name === "Enter" && target.closest("a, button, summary, [role='button']") !== null;
}

const WRITING =
  "textarea, select, [contenteditable]:not([contenteditable='false']), input:not([type='checkbox'], [type='radio'], [type='button'], [type='submit'])";
