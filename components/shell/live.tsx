"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { useLostSince } from "#components/shell/connection";
import { heardSince, isOwn, type LiveNotice, onNotice } from "#components/shell/live-notices";

const SETTLE_MS = 60;

type LiveProps = {
  /** How the kinds of event begin that change what the page shows. */
  on: string[];
  /** Whom or what it must have happened to, where not everything of these kinds counts. */
  subject?: string;
  /** How far the log was when the server began to draw the page. */
  since: string;
};

/** Loads the page's data again when something happens to it, also between its drawing and its arrival here. */
export function Live({ on, subject, since }: LiveProps) {
  const router = useRouter();
  const isLost = useLostSince() !== null;
  const waits = useRef(false);
  // Without a connection Next would leave what is loaded for a page of the browser's that says so.
  const refresh = useEffectEvent(() => {
    waits.current = isLost;
    if (!isLost) router.refresh();
  });
  useEffect(() => {
    if (!isLost && waits.current) refresh();
  }, [isLost]);
  const missed = useEffectEvent(() => heardSince(since));
  const kinds = on.join(" ");
  useEffect(() => {
    const prefixes = kinds.split(" ");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (notice: LiveNotice | null) => {
      if (notice && !prefixes.some((prefix) => notice.kind.startsWith(prefix))) return;
      if (notice && subject && notice.subjectId !== subject) return;
      if (notice && isOwn(notice)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh();
      }, SETTLE_MS);
    };
    missed().forEach(hear);
    const stop = onNotice(hear);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [kinds, subject]);
  return null;
}
