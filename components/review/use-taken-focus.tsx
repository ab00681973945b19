import { type RefObject, useEffect } from "react";
import { useFrame } from "#components/review/frame";

/** Gives the focus to what a draft begins with, where a key or a decision brought the person to it. */
export function useTakenFocus(beginning: RefObject<HTMLElement | null>): void {
  const { takesFocus } = useFrame();
  useEffect(() => {
    if (takesFocus.current) beginning.current?.focus({ preventScroll: true });
    takesFocus.current = false;
  }, [takesFocus, beginning]);
}
