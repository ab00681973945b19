"use client";

import { type ReactNode, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button";
import { Dock } from "#components/ui/dock";
import { Hidden } from "#components/ui/hidden";
import { everySecond } from "#components/ui/ticker";

type UndoDockProps = {
  /** "Approved, leaves in 6 s" from the seconds that are left. */
  title: (secondsLeft: number) => string;
  detail?: ReactNode;
  /** When undoing ends, in milliseconds of the epoch. */
  until: number;
  /** How long undoing lasts as a whole. */
  seconds?: number;
  onUndo: () => void;
  onEnd: () => void;
  pending?: boolean;
};

/** The time in which an act can be taken back, running down as a hairline. */
export function UndoDock({ title, detail, until, seconds = 30, onUndo, onEnd, pending }: UndoDockProps) {
  const left = useSyncExternalStore(
    everySecond,
    () => Math.min(seconds, Math.max(0, Math.ceil((until - Date.now()) / 1000))),
    () => seconds,
  );
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (left === 0) end();
  }, [left]);
  const undo = (
    <Button icon="undo" kbd="u" onClick={onUndo} pending={pending}>
      Undo
    </Button>
  );
  return (
    <section aria-label="Undo">
      {/* A region that comes with its words is not read out, so whoever acts announces it. Seconds are for the eyes. */}
      <Hidden>{title(seconds)}</Hidden>
      <Dock title={<span aria-hidden="true">{title(left)}</span>} detail={detail} action={undo}>
        <span
          className="absolute -top-px left-0 h-px bg-ink transition-[width] duration-1000 ease-linear motion-reduce:transition-none"
          style={{ width: `${(left / seconds) * 100}%` }}
        />
      </Dock>
    </section>
  );
}
