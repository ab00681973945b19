import { and, eq, exists, gte, inArray, isNotNull, not, type SQL, sql } from "drizzle-orm";
import { modelCalls, runs } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { transact } from "#lib/events/transact";
import type { AskedCall, CallPart, ModelCall } from "#lib/llm/model-call";
import type { ClaimedRun } from "#lib/runs/claim-run";

type HeldRun = Pick<ClaimedRun, "id" | "attempt" | "sources">;

/**
 * Puts a model call on record before it is made. What it returns keeps how it ended, what it cost and what was proposed,
 * whatever became of the run. `conflict` for a part of a long source once the run is not held any more.
 */
export async function keepCall(
  ports: Ports,
  run: HeldRun,
  asked: AskedCall,
  about: CallPart,
): Promise<(ended: ModelCall, proposal?: unknown) => Promise<void>> {
  const { store } = ports;
  const id = newId("cal", asked.startedAt);
  const call = { ...asked, ...about, id, runId: run.id, attempt: run.attempt, outcome: "pending" };
  if (about.parts === 1) await reader(store).insert(modelCalls).values(call);
  else await beginPart({ ...ports, actor: { kind: "system" } }, run, call);
  failpoint("call.pending");
  return async (ended, proposal = null) => {
    failpoint("call.answered");
    // Cost and answer in one statement: what was paid for is never asked for again.
    await reader(store)
      .update(modelCalls)
      .set({ ...ended, proposal: whileHeld(run, proposal) })
      .where(eq(modelCalls.id, id));
    failpoint("call.kept");
  };
}

// A source that was deleted or redacted since has taken its run along: then its words are not kept here either.
function whileHeld({ id, attempt }: HeldRun, proposal: unknown): SQL {
  const json = proposal === null ? null : JSON.stringify(proposal);
  return sql`case when exists (select 1 from ${runs}
    where ${runs.id} = ${id} and ${runs.attempt} = ${attempt} and ${runs.state} = 'writing')
    then ${json}::jsonb end`;
}

type Call = typeof modelCalls.$inferInsert & CallPart;

/** A part begins while its run is held: whoever cancels between two parts pays for no other. */
function beginPart(ctx: Ctx, run: HeldRun, call: Call): Promise<void> {
  return transact(ctx, async ({ tx, record }) => {
    const [held] = await tx
      .select({ id: runs.id })
      .from(runs)
      .where(and(eq(runs.id, run.id), eq(runs.attempt, run.attempt), eq(runs.state, "writing")))
      .for("share");
    if (!held) throw new AppError("conflict", "The run has gone on in the meantime.");
    await tx.insert(modelCalls).values(call);
    const { part, parts } = call;
    record({
      kind: "run.part",
      subjectId: run.id,
      sourceId: run.sources[0]?.sourceId,
      data: { part, parts },
    });
  });
}

/** What was proposed to a question that this run has paid for, in whichever attempt; null where it has not. */
export async function recallAnswer(
  { store }: Pick<Ports, "store">,
  run: Pick<ClaimedRun, "id">,
  digest: string,
): Promise<unknown> {
  const [call] = await reader(store)
    .select({ proposal: modelCalls.proposal })
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.runId, run.id),
        eq(modelCalls.digest, digest),
        eq(modelCalls.outcome, "answered"),
        isNotNull(modelCalls.proposal),
      ),
    )
    .limit(1);
  return call?.proposal ?? null;
}

/** Lets go of what was proposed in some runs, which is a source's words: once the draft has it, or the source goes. */
export async function forgetProposals(tx: Tx, whichRuns: SQL): Promise<void> {
  await tx
    .update(modelCalls)
    .set({ proposal: null })
    .where(and(whichRuns, isNotNull(modelCalls.proposal)));
}

/**
 * Says of calls whose worker died that their answer is lost and perhaps billed. Should the worker live after all, it
 * still writes down how the call ended.
 */
export async function loseCalls({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const db = reader(store);
  const held = db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.id, modelCalls.runId),
        eq(runs.attempt, modelCalls.attempt),
        inArray(runs.state, ["writing", "checking"]),
        gte(runs.leaseUntil, now()),
      ),
    );
  await db
    .update(modelCalls)
    .set({
      outcome: "lost",
      priceNote: "The worker stopped before the answer was kept; it may have been billed.",
    })
    .where(and(eq(modelCalls.outcome, "pending"), not(exists(held))));
}
