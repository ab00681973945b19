"use client";

import { Keys } from "#components/shell/keys";

/** `j` and `k` walk the rows of the page's list; Enter opens the one that has the focus, as it does any link. */
export function ListKeys() {
  return <Keys scope="lists" bindings={{ j: () => step(1), k: () => step(-1) }} />;
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-rows] [data-row-link]")];
  const row = document.activeElement?.closest("[data-row], tr");
  const at = links.findIndex((link) => row?.contains(link));
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}
