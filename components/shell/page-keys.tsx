"use client";

import { boundNow } from "#components/shell/keys";
import { type PageAct, pageActs } from "#components/shell/page-acts";
import { type KeyName, labelOfKey } from "#lib/format/keys";

/** Something the page does; at a key, where it has one. `reason` where it can't now. */
export type PageAction = PageAct & { name?: KeyName; reason: string | null };

/** Keys that are about the palette itself, or about what lies over the page, or go where the palette goes anyway. */
const NOT_OFFERED = new Set(["mod+k", "/", "Escape", "n", "g t", "g r"]);

/** Every key that means something now; under an open dialog only those that its buttons print. */
export function namesNow(modal: HTMLElement | null): string[] {
  const bound = modal
    ? []
    : boundNow.flatMap(({ current }) => Object.keys(current).filter((name) => current[name]));
  return [...bound, ...keyButtons(modal).map((button) => button.dataset.key!)];
}

/** Does what a key does now: what is bound to it, the newest first, or else presses the button that prints it. */
export function pressKey(name: string, modal: HTMLElement | null): void {
  const bound = modal ? undefined : boundNow.findLast(({ current }) => current[name]);
  const button = bound ? undefined : keyButtons(modal).find((each) => each.dataset.key === name);
  bound?.current[name]?.();
  button?.click();
}

/** Everything that the page does now: at keys, what belongs to what is open first, and then the rest. */
export function pageActions(): PageAction[] {
  const keyed = keyedActions();
  const others = pageActs().filter(({ label }) => !keyed.some((action) => action.label === label));
  return [...keyed, ...others.map((act) => ({ ...act, reason: null }))];
}

function keyedActions(): PageAction[] {
  const buttons = new Map(keyButtons(null).map((button) => [button.dataset.key!, button]));
  const bound = boundNow
    .toReversed()
    .flatMap(({ current }) => Object.keys(current).filter((name) => current[name]));
  const names = new Set([...buttons.keys(), ...bound]);
  return [...names].flatMap((name) => {
    const label = labelOfKey(name);
    if (!label || NOT_OFFERED.has(name)) return [];
    const button = bound.includes(name) ? undefined : buttons.get(name);
    const run = () => pressKey(name, null);
    return [{ name: name as KeyName, label, run, choice: false, reason: button ? whyNot(button) : null }];
  });
}

/** Why a button can't be pressed now, in the words beside it. */
function whyNot(button: HTMLElement): string | null {
  if (button.ariaDisabled !== "true") return null;
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  return reason?.textContent || "Wait until what was asked for is done.";
}

/** Buttons that print a key and can be seen; under an open dialog only its own. */
function keyButtons(modal: HTMLElement | null): HTMLElement[] {
  const all = (modal ?? document).querySelectorAll<HTMLElement>("[data-key]");
  return [...all].filter((button) => button.checkVisibility() && !button.closest("[inert]"));
}
