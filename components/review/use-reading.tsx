"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ShownEvidence } from "#components/review/shown-evidence";
import { useActiveTime } from "#components/review/use-active-time";
import type { MeasuredReading } from "#lib/drafts/reading";
import type { DeskSource } from "#lib/drafts/view";
import type { Evidence } from "#lib/grounding/statement";

/** Watches a mark of the source while it is on the page; its `data-quoted` names the statements that quote it. */
export type WatchMark = (mark: HTMLElement) => () => void;

/** Measures how a draft is read: for how long, and which quotes were shown. `current`: the statement that is highlighted. */
export function useReading(current: string | null, sources: DeskSource[], evidence: Evidence[]) {
  const activeMs = useActiveTime();
  const [shown] = useState(() => new ShownEvidence());
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    shown.quote(quotesOf(sources, evidence));
  }, [shown, sources, evidence]);
  useEffect(() => {
    shown.select(current, activeMs());
  }, [shown, current, activeMs]);

  const watch = useCallback<WatchMark>(
    (mark) => {
      if (!observer.current)
        observer.current = new IntersectionObserver((entries) => {
          for (const { target, isIntersecting } of entries)
            shown.view(target, isIntersecting ? quotedBy(target) : [], activeMs());
        });
      observer.current.observe(mark);
      return () => {
        observer.current?.unobserve(mark);
        shown.view(mark, [], activeMs());
      };
    },
    [shown, activeMs],
  );

  function measure(): MeasuredReading {
    const now = activeMs();
    return { activeMs: now, shown: shown.until(now) };
  }
  return { watch, measure };
}

function quotesOf(sources: DeskSource[], evidence: Evidence[]): Map<string, string> {
  const texts = new Map(sources.map(({ id, text }) => [id, text]));
  const quotes = new Map<string, string>();
  for (const { statementId, sourceId, start, end } of evidence) {
    const words = texts.get(sourceId)?.slice(start, end) ?? "";
    quotes.set(statementId, `${quotes.get(statementId) ?? ""} ${words}`);
  }
  return quotes;
}

function quotedBy(mark: Element): string[] {
  return (mark.getAttribute("data-quoted") ?? "").split(" ");
}
