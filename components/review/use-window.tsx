import { type RefObject, useEffectEvent, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** The part of a list that is drawn: rows from `first` up to, not including, `last`; each is `rowPx` pixels high. */
export type Window = { first: number; last: number; rowPx: number };

/** Rows drawn before and after those in sight. */
const BEYOND = 12;
/** So many rows come and go together, or each frame of a scroll would draw anew. */
const STEP = 2;
const ROW_PX = 53;

/**
 * The part of a list of rows of one height that is in sight, or near, in what scrolls it: the parent of `data-rows`.
 * Only another part draws the list again, and only one that was not drawn yet does so before the next frame.
 */
export function useWindow(list: RefObject<HTMLElement | null>, count: number): Window {
  const [part, setPart] = useState<Window>({ ...partAt(0, 0, ROW_PX), rowPx: ROW_PX });
  const { first, last, rowPx } = part;

  const follow = useEffectEvent((urgent: boolean) => {
    const next = list.current && read(list.current, rowPx);
    if (!next || (next.first === first && next.last === last && next.rowPx === rowPx)) return;
    if (urgent && Math.abs(next.first - first) >= BEYOND) flushSync(() => setPart(next));
    else setPart(next);
  });

  useLayoutEffect(() => {
    const all = list.current?.closest<HTMLElement>("[data-rows]");
    const scroller = all?.parentElement;
    if (!all || !scroller) return;
    const onScroll = () => follow(true);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    // Groups that come, grow or fold push this one; in another width rows may be of another height.
    const sizes = new ResizeObserver(() => follow(false));
    sizes.observe(scroller);
    sizes.observe(all);
    follow(false);
    return () => {
      scroller.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [list]);

  return { first: Math.min(first, count), last: Math.min(last, count), rowPx };
}

/** What is to be drawn as things stand; layout is at rest when an element scrolls, so asking costs nothing. */
function read(list: HTMLElement, known: number): Window | null {
  const scroller = list.closest("[data-rows]")?.parentElement;
  if (!scroller) return null;
  const rowPx = inLayoutUnits(list.firstElementChild?.getBoundingClientRect().height ?? 0) || known;
  const { top, height } = scroller.getBoundingClientRect();
  return { ...partAt(top - list.getBoundingClientRect().top, height, rowPx), rowPx };
}

// Where the page is zoomed, what is read differs from row to row by less than any screen shows.
function inLayoutUnits(px: number): number {
  return Math.round(64 * px) / 64;
}

/** The rows to draw where `height` pixels are in sight that begin `top` pixels below the list's own top. */
export function partAt(top: number, height: number, rowPx: number): Omit<Window, "rowPx"> {
  const steps = (rows: number) => Math.max(0, STEP * rows);
  return {
    first: steps(Math.floor((top / rowPx - BEYOND) / STEP)),
    last: steps(Math.ceil(((top + height) / rowPx + BEYOND) / STEP)),
  };
}
