"use client";

import { useEffect, useRef } from "react";
import { useActiveTime } from "#components/review/use-active-time";
import type { MeasuredReading } from "#lib/drafts/reading";

/** A pointer on its way across the page points at everything it passes. */
const LOOK_MS = 400;

/** Measures how a draft is read. `pointing`: whether a statement is highlighted beside its quote, or the source is open. */
export function useReading(pointing: boolean): () => MeasuredReading {
  const activeMs = useActiveTime();
  const looked = useRef(false);
  useEffect(() => {
    if (!pointing) return;
    const timer = setTimeout(() => {
      looked.current = true;
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [pointing]);
  return () => ({ activeMs: activeMs(), evidenceSeen: looked.current });
}
