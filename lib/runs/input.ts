import { reader } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { EarlierRecord } from "#lib/grounding/earlier";
import { readPoints } from "#lib/grounding/ground";
import type { Proposal } from "#lib/grounding/statement";
import { readLeadBrief } from "#lib/outreach/lead-brief";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { readEarlier } from "#lib/series/earlier";
import { findElsewhere } from "#lib/series/elsewhere";
import { readSourceText } from "#lib/sources/queries";
import { readBriefOf } from "#lib/standups/brief";
import { listRoster } from "#lib/users/queries";
import type { EarlierItem, StandupBrief, Workflow, WriterInput } from "#lib/workflows/define";
import { getWorkflow } from "#lib/workflows/registry";

/** Everything a workflow may know about a run: its sources at the versions named, the roster, and what it needs besides. */
export async function readWriterInput(ctx: Ctx, run: ClaimedRun): Promise<WriterInput> {
  const db = reader(ctx.store);
  const [first, ...others] = await Promise.all(
    run.sources.map((ref) => readSourceText(db, ref.sourceId, ref.version)),
  );
  if (!first) throw new Error(`Run ${run.id} has no source.`);
  const needs = getWorkflow(run.workflow).needs;
  const known = needs.includes("earlier") ? await readEarlier(db, first.id) : [];
  const lead = needs.includes("lead") ? await readLeadBrief(ctx, db, run) : undefined;
  const order = run.sources.map(({ sourceId }) => sourceId);
  const standup = needs.includes("standup") ? await readBriefOf(db, order) : undefined;
  return {
    sources: standup ? bySpeaker([first, ...others], standup) : [first, ...others],
    roster: await listRoster(ctx),
    known,
    earlier: known.flatMap(itemOf),
    ...(lead && { lead }),
    ...(standup && { standup }),
  };
}

/** Sources with whose words they are: of an update, its writer's. */
function bySpeaker(sources: WriterInput["sources"], { people }: StandupBrief): WriterInput["sources"] {
  const [facts, ...updates] = sources.map((source, n) => {
    const writer = people.find((person) => person.sources.includes(n));
    return writer ? { ...source, speaker: writer.name } : source;
  });
  return [facts!, ...updates];
}

/** What a run knows with the open actions of other meetings that its proposal may say again: they are asked for by its words. */
export async function withElsewhere(
  ctx: Ctx,
  { needs, sections }: Workflow,
  input: WriterInput,
  proposal: Proposal,
): Promise<WriterInput> {
  if (!needs.includes("earlier")) return input;
  const texts = sections.flatMap(({ key, becomes }) =>
    becomes === "action" ? readPoints(proposal, key).map(({ text }) => text) : [],
  );
  const known = input.known ?? [];
  return {
    ...input,
    known: [...known, ...(await findElsewhere(ctx.store, input.sources[0].id, texts, known))],
  };
}

/** Of earlier meetings, what is open and what holds; answers to questions a writer is not asked for. */
function itemOf({ ref, kind, text, personName, dueOn, isOpen, isCarried }: EarlierRecord): EarlierItem[] {
  if (!isOpen || !isCarried || kind === "question") return [];
  return [{ ref, kind, text, owner: personName ?? "", due: dueOn ?? "" }];
}
