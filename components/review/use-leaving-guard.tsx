import { useEffect } from "react";

/** Asks before the page is left while something on it is on its way: Next sends one request after the other. */
export function useLeavingGuard(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [busy]);
}
