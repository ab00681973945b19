"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFrame } from "#components/review/frame";
import { expectOwn } from "#components/shell/live-notices";
import type { DeskDraft, DeskHold, OwnHold } from "#lib/drafts/view";

/** Who only walks past a draft takes no hold of it. */
const DWELL_MS = 700;
/** A hold lasts two minutes; it is renewed by whoever goes on working, and no more often than this. */
const RENEW_MS = 45_000;
const DOOR = "/api/holds";
const WORKING = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** What the page knows of the hold on the open draft. */
export type Held = {
  /** Somebody else who reads the draft now. */
  other: DeskHold | null;
  mine: boolean;
  /** The fence of this page’s hold, which decisions carry; undefined where it never had one. */
  fence: () => number | undefined;
  /** Keeps a hold that was taken by an explicit act. */
  keep: (hold: OwnHold) => void;
  /** For drafts that are given away: this page lets them be from now on. Returns what undoes that. */
  giveAway: () => () => void;
};

/**
 * Holds the open draft while somebody works on it. It is taken by opening it or by the first touch, never because
 * somebody else let go: two idle pages would take it from each other for ever. A draft that was given away here, or
 * that is in another person’s hands, is never asked for.
 */
export function useHold(draft: DeskDraft): Held {
  const frame = useFrame();
  const router = useRouter();
  const own = useRef<{ fence: number; asked: number } | null>(null);
  const [mine, setMine] = useState(false);
  const other = frame.holds.find((hold) => hold.draftId === draft.id && !hold.mine) ?? null;
  const asking = useRef(false);
  const left = useRef(false);

  const mayAsk = () =>
    draft.state === "pending" &&
    draft.mayReview.yes &&
    (mine || draft.handover === null || draft.handover.reader === "receiver") &&
    other === null &&
    !frame.given.current.has(draft.id) &&
    !frame.isDecided(draft.id) &&
    document.visibilityState === "visible";

  const ask = useEffectEvent(async () => {
    if (!mayAsk() || asking.current) return;
    if (mine && own.current && performance.now() - own.current.asked < RENEW_MS) return;
    asking.current = true;
    if (!mine) expectOwn("hold.taken", draft.id);
    const answer = await send({ draftId: draft.id });
    asking.current = false;
    if (answer === "refused") return router.refresh();
    if (!answer) return;
    // Given away or left while the question was on its way: what was granted is not kept.
    if (left.current || frame.given.current.has(draft.id)) return drop(draft.id, answer.fence);
    own.current = { fence: answer.fence, asked: performance.now() };
    setMine(true);
  });
  const letGo = useEffectEvent((closing: boolean) => {
    const held = own.current;
    own.current = null;
    if (frame.given.current.has(draft.id) || frame.isDecided(draft.id)) return;
    // A page that closes hears no answer: what it asked for just now is let go of unheard.
    if (held || (closing && asking.current)) drop(draft.id, held?.fence);
  });

  const { inAddress } = frame;
  useEffect(() => {
    const opened = inAddress ? setTimeout(() => void ask(), DWELL_MS) : undefined;
    const stop = new AbortController();
    left.current = false;
    const work = ({ target }: Event) => {
      if (target instanceof Element && target.closest(DESK)) void ask();
    };
    for (const kind of WORKING)
      document.addEventListener(kind, work, { signal: stop.signal, passive: true, capture: true });
    addEventListener("pagehide", () => letGo(true), { signal: stop.signal });
    return () => {
      clearTimeout(opened);
      stop.abort();
      left.current = true;
      letGo(false);
    };
  }, [inAddress]);

  const until = other?.until;
  useEffect(() => {
    if (!until) return;
    setMine(false);
    // Whoever reads it goes on, or has left it: only the server knows.
    const timer = setTimeout(() => router.refresh(), Math.max(1000, Date.parse(until) - Date.now() + 500));
    return () => clearTimeout(timer);
  }, [until, router]);

  return {
    other,
    mine: mine && other === null,
    fence: () => own.current?.fence,
    keep: ({ fence }) => {
      own.current = { fence, asked: performance.now() };
      frame.given.current.delete(draft.id);
      setMine(true);
    },
    giveAway: () => {
      const before = own.current;
      frame.given.current.add(draft.id);
      own.current = null;
      setMine(false);
      return () => {
        frame.given.current.delete(draft.id);
        own.current = before;
        setMine(before !== null);
      };
    },
  };
}

const DESK = "article[aria-label='Draft']";

function drop(draftId: string, fence: number | undefined): void {
  expectOwn("hold.let_go", draftId);
  void send({ draftId, fence, done: true });
}

/** The hold that was granted; "refused" where somebody else has the draft, null where no answer came. */
async function send(asked: {
  draftId: string;
  fence?: number;
  done?: true;
}): Promise<OwnHold | "refused" | null> {
  try {
    const answer = await fetch(DOOR, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
      keepalive: true,
    });
    if (!answer.ok) return null;
    const said = (await answer.json()) as { hold: OwnHold | null } | { refused: string };
    return "refused" in said ? "refused" : said.hold;
  } catch {
    // Without a connection nothing can be decided either, and the page says so.
    return null;
  }
}
