import { and, eq, lt, lte, type SQL } from "drizzle-orm";
import type { deliveries, mails } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";

/**
 * How anything leaves: claimed with the try on record, sent outside any transaction, and kept with its answer. Deliveries
 * and mails share these rules and not a table: each row of `deliveries` names the revision that a person approved, and
 * a mail from a fixed template has none. So no defect here can send a draft that nobody approved.
 */
type Leaving = typeof deliveries | typeof mails;

/** How long one try may take before its worker counts as dead. */
export const LEASE_MS = 60_000;
/** The last one is 85 minutes after the first: who is new to a server waits for up to an hour (RFC 6647, section 2.1). */
const MAX_ATTEMPTS = 10;
const FIRST_DELAY_S = 10;
/** However long the other side asks for. */
const LONGEST_WAIT_MS = 3_600_000;
/** What is due for longer and unclaimed was lost on its way through the queue. */
const OVERDUE_MS = 30_000;

/** The condition for one row that may be claimed now. */
export function isDue(table: Leaving, id: string, now: Date): SQL | undefined {
  return and(eq(table.id, id), eq(table.state, "scheduled"), lte(table.dueAt, now));
}

/** The condition for rows whose worker died while it sent them: nobody knows what became of those. */
export function isLost(table: Leaving, now: Date): SQL | undefined {
  return and(eq(table.state, "sending"), lt(table.leaseUntil, now));
}

/** The condition for rows that the queue has to be told of again. */
export function isOverdue(table: Leaving, now: Date): SQL | undefined {
  return and(eq(table.state, "scheduled"), lt(table.dueAt, new Date(now.getTime() - OVERDUE_MS)));
}

/** The condition for a row that is still at the try that was claimed; any other has gone on without its worker. */
export function isAtTry(table: Leaving, { id, attempt }: { id: string; attempt: number }): SQL | undefined {
  return and(eq(table.id, id), eq(table.attempt, attempt), eq(table.state, "sending"));
}

/** The columns of a row that is claimed. */
export function claimed({ attempt }: { attempt: number }, now: Date) {
  return {
    state: "sending" as const,
    attempt: attempt + 1,
    leaseUntil: new Date(now.getTime() + LEASE_MS),
  };
}

/** Sends within the time of a claim. What fails in no foreseen way may have left: it is `unknown`. */
export function trySending(send: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  return send(AbortSignal.timeout(LEASE_MS / 2)).catch(
    (error: Error): Answer => ({ ended: "unknown", reason: error.message }),
  );
}

/**
 * The columns after an answer. What failed and may be tried again is due again, each time twice as late, ten times in all,
 * and not before the other side wants to hear of it.
 */
export function afterAnswer(answer: Answer, { attempt: tries }: { attempt: number }, now: Date) {
  const reason = answer.ended === "sent" ? null : answer.reason;
  const again = answer.ended === "failed" && answer.retry && tries < MAX_ATTEMPTS;
  if (!again) return { state: answer.ended, reason, leaseUntil: null, endedAt: now };
  const delay = Math.max(
    FIRST_DELAY_S * 2 ** (tries - 1) * 1000,
    Math.min(answer.wait ?? 0, LONGEST_WAIT_MS),
  );
  const dueAt = new Date(now.getTime() + delay);
  return { state: "scheduled" as const, reason, leaseUntil: null, dueAt };
}

/** The columns of a row that was lost. */
export const LOST = {
  state: "unknown" as const,
  reason: "The worker stopped while it was sending.",
  leaseUntil: null,
};

/** The columns of a row that had not left when a backup was made which is restored now. */
export const DOUBTED = {
  state: "unknown" as const,
  reason: "It was restored from a backup: whether it left since is not known.",
  leaseUntil: null,
};
