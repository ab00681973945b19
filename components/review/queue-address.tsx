import { QUEUE_SHOWS, type QueueNarrowing } from "#lib/drafts/view";
import type { Query } from "#lib/format/address";

/** The page of the queue, with the first draft of it. */
export const QUEUE_PATH = "/reviews";

const ID = /^[\w-]{1,64}$/;

/** What the queue is narrowed down to by an address. What is made up there counts for nothing. */
export function filterIn(address: { get: (name: string) => string | null }): QueueNarrowing {
  const show = QUEUE_SHOWS.find((one) => one === address.get("show")) ?? "waiting";
  const idIn = (name: string) => {
    const id = address.get(name);
    return id !== null && ID.test(id) ? { [name]: id } : {};
  };
  return { show, ...idIn("workflow"), ...idIn("by"), ...idIn("series") };
}

/** The same, as the address says it; what waits needs no word. */
export function queryOf({ show, workflow, by, series }: QueueNarrowing): Query {
  return { show: show === "waiting" ? undefined : show, workflow, by, series };
}

/** Whether it is all that waits. */
export function isAll({ show, workflow, by, series }: QueueNarrowing): boolean {
  return show === "waiting" && !workflow && !by && !series;
}
