import { useEffect, useRef } from "react";
import { useFrame } from "#components/review/frame";

/** Too short for anybody to have looked at a draft; longer than a double click takes. */
const GLANCE_MS = 600;

/**
 * Whether this draft came up only now because the one before it was decided: a press in that moment was meant for
 * the one before, and nothing is approved unseen.
 */
export function useJustArrived(): () => boolean {
  const { followsDecision } = useFrame();
  const until = useRef(0);
  useEffect(() => {
    if (followsDecision.current) until.current = performance.now() + GLANCE_MS;
    followsDecision.current = false;
  }, [followsDecision]);
  return () => performance.now() < until.current;
}
