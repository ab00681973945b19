"use client";

import { Suspense, useEffect, useState } from "react";
import { later } from "#components/ui/later";

const TooltipPopup = later(async () => (await import("#components/ui/tooltip-popup")).TooltipPopup);

const OWNER = "[data-tooltip]";
const HOVER_MS = 500;
/** Long enough to cross the gap to the tooltip, which may be pointed at too (WCAG 2.2, 1.4.13). */
const LEAVE_MS = 150;

/** Shows the tooltip of what is pointed at or has the focus. Once per page, so that rows of a list cost nothing. */
export function TooltipLayer() {
  const [owner, setOwner] = useState<HTMLElement | null>(null);
  useEffect(() => watchOwners(setOwner), []);
  if (!owner) return null;
  return (
    <Suspense>
      <TooltipPopup key={owner.dataset.tooltip} owner={owner} />
    </Suspense>
  );
}

function watchOwners(show: (owner: HTMLElement | null) => void): () => void {
  const controller = new AbortController();
  let current: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function turnTo(next: HTMLElement | null, delay: number) {
    clearTimeout(timer);
    if (next !== current) timer = setTimeout(() => show(next), next ? delay : LEAVE_MS);
    current = next;
  }
  /** Hides it and leaves it hidden until something else is pointed at. */
  function dismiss() {
    clearTimeout(timer);
    show(null);
  }

  const listen = { signal: controller.signal, capture: true, passive: true };
  document.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType !== "touch" && !closest(event, "[data-tooltip-popup]"))
        turnTo(closest(event, OWNER), HOVER_MS);
    },
    listen,
  );
  document.addEventListener(
    "focusin",
    (event) => {
      const owner = closest(event, OWNER);
      turnTo(owner?.matches(":focus-visible") ? owner : null, 0);
    },
    listen,
  );
  for (const end of ["pointerdown", "keydown", "scroll"]) document.addEventListener(end, dismiss, listen);
  return () => {
    dismiss();
    controller.abort();
  };
}

function closest(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
