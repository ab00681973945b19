import { eq } from "drizzle-orm";
import { runs } from "#drizzle/schema/schema";
import type { CastKey, Stage } from "#e2e/support/cast";
import { draftNow } from "#lib/cadence/draft-now";
import { recordConsent } from "#lib/consent/record-consent";
import { addNote } from "#lib/leads/add-note";
import { createLead } from "#lib/leads/create-lead";
import type { CreateLead } from "#lib/leads/schema";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

/** What Bo noted of Marta: enough for a mail that says something. */
export const CALL = `Visit to the Guelph depot.
Marta: "we lose about 40 minutes a day per inspector, typing it all again."
A tablet holds a full day of inspections without a connection since version 4.2.
The pilot has to run before the January shutdown.`;

type Staged = Partial<CreateLead> & { by?: CastKey; consent?: boolean; note?: string | null };

/** Adds Marta Novak, who may be written to, with one call on her timeline. */
export async function stageLead(stage: Pick<Stage, "as">, staged: Staged = {}): Promise<string> {
  const { by = "bo", consent = true, note = CALL, ...facts } = staged;
  const ctx = stage.as(by);
  const lead = {
    name: "Marta Novak",
    firstName: "Marta",
    email: "marta@novak.example",
    company: "Novak Elevators",
    ...facts,
  };
  const { leadId } = await createLead(ctx, lead);
  if (consent && lead.email)
    await recordConsent(ctx, {
      email: lead.email,
      basis: "express",
      obtainedOn: "2026-11-02",
      evidence: "She asked to be kept posted, in the form of the web site.",
    });
  if (note) await addNote(ctx, { leadId, kind: "call", text: note, on: "2026-11-17" });
  return leadId;
}

/** Has a follow-up to a lead drafted by the rules, and returns the draft that waits. */
export async function stageFollowUp(
  stage: Pick<Stage, "as" | "store" | "system">,
  leadId: string,
  by: CastKey = "bo",
): Promise<{ draftId: string; runId: string }> {
  const { runId } = await draftNow(stage.as(by), { leadId });
  await performRun(stage.system, () => rulesWriter, runId);
  const [run] = await stage.store.raw.select({ draftId: runs.draftId }).from(runs).where(eq(runs.id, runId));
  if (!run?.draftId) throw new Error("The run brought no draft.");
  return { draftId: run.draftId, runId };
}
