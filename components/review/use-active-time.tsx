"use client";

import { useEffect, useState } from "react";
import { ActiveTime } from "#components/review/active-time";

const USES = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "touchmove"] as const;

/** Measures how long this page is in sight and used, while it is shown: what is drawn ahead is not. */
export function useActiveTime(): () => number {
  const [time] = useState(() => new ActiveTime());
  useEffect(() => {
    const controller = new AbortController();
    const heard = { signal: controller.signal, capture: true, passive: true };
    const use = () => inSight() && time.use(performance.now());
    const look = () => (inSight() ? time.use(performance.now()) : time.leave(performance.now()));
    look();
    for (const name of USES) document.addEventListener(name, use, heard);
    document.addEventListener("visibilitychange", look, heard);
    window.addEventListener("focus", look, heard);
    window.addEventListener("blur", look, heard);
    return () => {
      controller.abort();
      time.leave(performance.now());
    };
  }, [time]);
  return () => Math.round(time.total(performance.now()));
}

function inSight(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
