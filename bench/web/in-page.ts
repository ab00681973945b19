/** What a page tells of itself: milliseconds of its own clock, which began at `origin`. */
export type Told = {
  origin: number;
  /** The first row of the list is on the screen; React has taken it over. */
  visible: number | null;
  usable: number | null;
  /** Each press of a key that leads to another draft. */
  steps: Step[];
};

/** From the press until another draft was painted, and until it took decisions. */
export type Step = { key: string; visible: number; usable: number };

/** Runs in the page before its own scripts: notes at each frame what is there, in `globalThis.told`. */
export function tellOfItself(): void {
  const told: Told = { origin: performance.timeOrigin, visible: null, usable: null, steps: [] };
  let pressed: { key: string; at: number; title: string | undefined; visible: number } | null = null;
  Object.assign(globalThis, { told });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "a" && event.key !== "j") return;
      pressed = { key: event.key, at: event.timeStamp, title: titleShown(), visible: 0 };
    },
    true,
  );

  // The one after it may stand in the page already, hidden.
  const shown = (what: string) => [...document.querySelectorAll(what)].find((one) => one.checkVisibility());
  // A mail is told from the next by whom it is to: what it is about may be the same.
  const titleShown = () => {
    const draft = shown("[aria-label='Draft text']");
    return draft?.querySelector("dl a[href^='/leads/'], h2[tabindex]:not(.sr-only)")?.textContent;
  };
  const isReacts = (element: Element | null | undefined) =>
    element && Object.keys(element).some((key) => key.startsWith("__react"));
  function look() {
    if (told.usable === null) lookForRow(performance.now());
    // After a frame's callbacks comes its painting, and after that what was posted.
    if (pressed && ![undefined, pressed.title].includes(titleShown())) setTimeout(painted);
    requestAnimationFrame(look);
  }
  function lookForRow(now: number) {
    const row = document.querySelector("main [data-row], main tbody tr, ul > [data-row]");
    if (row && row.getClientRects().length > 0) {
      told.visible ??= now;
      if (isReacts(row)) told.usable = now;
    }
  }
  function painted() {
    if (!pressed) return;
    const now = performance.now() - pressed.at;
    pressed.visible ||= now;
    if (!isReacts(shown("[data-key='a']"))) return;
    told.steps.push({ key: pressed.key, visible: pressed.visible, usable: now });
    pressed = null;
  }
  requestAnimationFrame(look);
}
