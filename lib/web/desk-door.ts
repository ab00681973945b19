import { cache } from "react";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import type { EditedDraft } from "#lib/drafts/edit-draft";
import { listHolds } from "#lib/drafts/hold-queries";
import { countKept, countQueue, listQueue } from "#lib/drafts/queue-queries";
import type {
  CountedFilter,
  DeskAnswer,
  DeskConflict,
  DeskDraft,
  DeskHold,
  DeskPerson,
  QueueCounts,
  QueueNarrowing,
  QueuePage,
} from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import { listFilters } from "#lib/filters/queries";
import { listSeriesNames } from "#lib/series/queries";
import { listPeople } from "#lib/users/queries";
import { settle } from "#lib/web/door";
import { keptAnswer, requireUser } from "#lib/web/session";
import { workflows } from "#lib/workflows/registry";

/** The first page of the queue, which the frame of the desk and its first page both want. */
export const firstOfQueue = cache((): Promise<QueuePage> => keptAnswer(["queue"], (ctx) => listQueue(ctx)));

/** The first page of the queue as an address narrows it down. */
export function firstOfPart(filter: QueueNarrowing): Promise<QueuePage> {
  return keptAnswer(["queue", filter], (ctx) => listQueue(ctx, filter));
}

/** Who reads what now, and what the queue can be narrowed down to. */
export type QueueNow = {
  holds: DeskHold[];
  choices: {
    counts: QueueCounts;
    kept: CountedFilter[];
    people: DeskPerson[];
    series: DeskPerson[];
    workflows: { key: string; label: string }[];
  };
};

/** What changes about the queue without an event: who reads what, and whose time to come back has come. */
export const queueNow = cache(async (): Promise<QueueNow> => {
  const ctx = await requireUser();
  const [holds, counts, kept, people, series] = await Promise.all([
    listHolds(ctx),
    keptAnswer(["queue counts"], (asking) => countQueue(asking)),
    keptAnswer(["filters"], async (asking) => countKept(asking, await listFilters(asking))),
    keptAnswer(["people"], (asking) => listPeople(asking)),
    keptAnswer(["series names"], (asking) => listSeriesNames(asking)),
  ]);
  const names = people.map(({ id, name }) => ({ id, name }));
  return {
    holds,
    choices: {
      counts,
      kept,
      people: names,
      series: series.map(({ id, name }) => ({ id, name })),
      workflows: workflows.map(({ key, label }) => ({ key, label })),
    },
  };
});

/** Everything the desk shows of one draft, or `not_found`. */
export function deskDraft(draftId: string): Promise<DeskDraft> {
  return keptAnswer(["draft", draftId], (ctx) => getDeskDraft(ctx, draftId));
}

/**
 * The door of the desk: as `actionDoor`, but the page keeps its own picture of the draft, so nothing is loaded again,
 * and a lost race brings along what the draft is now.
 */
export async function deskDoor(verb: (ctx: UserCtx) => Promise<EditedDraft>): Promise<DeskAnswer> {
  const ctx = await requireUser();
  const outcome = await settle(() => verb(ctx));
  if (outcome.ok) return { ok: true, ...outcome.value };
  const { code, message, detail, requestId } = outcome;
  if (code !== "conflict") return { ok: false, code, message, requestId };
  if (hasConflict(detail)) return { ok: false, code, message, conflict: detail.conflict };
  // A conflict of another kind, such as a record that was worked with: nothing to show beside it.
  return { ok: false, code: "invalid", message };
}

function hasConflict(detail: unknown): detail is { conflict: DeskConflict } {
  return typeof detail === "object" && detail !== null && "conflict" in detail;
}
