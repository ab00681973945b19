/** What a page tells of itself: milliseconds of its own clock, which began at `origin`. */
export type Told = {
  origin: number;
  /** The first row of the list is on the screen; React has taken it over. */
  visible: number | null;
  usable: number | null;
  /** From each press of `a` until another draft was there and took decisions. */
  decisions: number[];
};

/** Runs in the page before its own scripts: notes at each frame what is there, in `globalThis.told`. */
export function tellOfItself(): void {
  const told: Told = { origin: performance.timeOrigin, visible: null, usable: null, decisions: [] };
  let pressed: { at: number; path: string } | null = null;
  Object.assign(globalThis, { told });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "a") pressed = { at: event.timeStamp, path: location.pathname };
    },
    true,
  );

  const isReacts = (element: Element | null) =>
    element !== null && Object.keys(element).some((key) => key.startsWith("__react"));
  function look() {
    const now = performance.now();
    const row = document.querySelector("main [data-row], main tbody tr, ul > [data-row]");
    if (row && row.getClientRects().length > 0) {
      told.visible ??= now;
      if (isReacts(row)) told.usable ??= now;
    }
    if (pressed && location.pathname !== pressed.path && isReacts(document.querySelector("[data-key='a']"))) {
      told.decisions.push(now - pressed.at);
      pressed = null;
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}
