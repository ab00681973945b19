import type { Case } from "#e2e/faults/cases";

const PAGE = { "draft.proposed": 1, "source.stored": 1, "run.queued": 1, "run.done": 1 };
const DECIDED = { edited: "draft.edited", approved: "draft.approved", rejected: "draft.rejected" } as const;

/** What `whatIsThere` finds of a company in which everything happened once. */
export function expectedOf({ from, draft, calls = [], delivery }: Case) {
  const approvedOnce = draft === "approved" || from === "approved";
  return {
    log: { waiting: 0, broken: null },
    sources: 1,
    versions: 1,
    runs: ["done"],
    drafts: [{ state: draft === "edited" ? "pending" : draft, revision: draft === "edited" ? 2 : 1 }],
    draftsOfNoRun: 0,
    revisions: draft === "edited" ? 2 : 1,
    records: draft === "approved" ? [2, 1, 1, 1] : [0, 0, 0, 0],
    deliveries: delivery ? [delivery] : [],
    calls,
    unseen: [],
    times: {
      ...PAGE,
      ...(draft !== "pending" && { [DECIDED[draft]]: 1 }),
      ...(approvedOnce && { "draft.approved": 1, "delivery.scheduled": 1 }),
      ...(delivery && { [`delivery.${delivery}`]: 1 }),
      ...(delivery === "cancelled" ? { "draft.reopened": 1 } : delivery && { "delivery.sending": 1 }),
    },
  };
}
