/** Something that a button, a link or a filter in sight does, without a key of its own. */
export type PageAct = {
  label: string;
  /** One of many choices: offered once something is typed. */
  choice: boolean;
  run: () => void;
};

/** More choices than that are a list of names, and no acts. */
const MOST_CHOICES = 12;
/** What stands in a row is about that row alone, and what has a key is offered by it. */
const APART = "li, tr, [inert]";

/**
 * What the page does beside its keys: what can be done with the row that has the focus, every button that says what it
 * does, every other part of a list, every choice of a filter. What is there twice is about something that its words
 * don’t name, and is left out.
 */
export function pageActs(): PageAct[] {
  const acts = rowActs().concat(otherActs());
  return acts.filter(({ label }) => acts.filter((act) => act.label === label).length === 1);
}

/** Of the innermost row around the focus. Its boxes and buttons name what they are about. */
function rowActs(): PageAct[] {
  const row = document.activeElement?.closest("#main :is(li, tr)");
  const all = row?.querySelectorAll<HTMLElement>("button:not([data-key]), input[type='checkbox']") ?? [];
  return [...all]
    .filter((element) => element.checkVisibility() && element.closest("li, tr") === row)
    .flatMap(actOf);
}

function otherActs(): PageAct[] {
  return [...document.querySelectorAll<HTMLElement>("#main [data-act]")]
    .filter((element) => !element.dataset.key && element.checkVisibility() && !element.closest(APART))
    .flatMap((element) => (element instanceof HTMLSelectElement ? choicesOf(element) : actOf(element)));
}

function actOf(element: HTMLElement): PageAct[] {
  if (element.ariaDisabled === "true" || element.ariaCurrent === "true" || element.ariaPressed === "true")
    return [];
  const { act } = element.dataset;
  const named = element instanceof HTMLInputElement ? element.labels?.[0] : element;
  const label = act || element.ariaLabel || (named?.textContent ?? "").trim();
  // Through the focus, which then comes back to it.
  const run = () => {
    element.focus();
    element.click();
  };
  return label ? [{ label, choice: Boolean(act), run }] : [];
}

function choicesOf(select: HTMLSelectElement): PageAct[] {
  const options = [...select.options].filter((option) => !option.selected);
  if (options.length > MOST_CHOICES || select.form) return [];
  return options.map((option) => ({
    label: `${select.dataset.act}: ${option.text}`,
    choice: true,
    // Without the focus, which in a list would take letters that are keys of the page.
    run: () => {
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
  }));
}
