import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { draftSources, drafts, runs, sourceAttendees, sources, teams, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { canReview } from "#lib/drafts/policy";
import type { UserActor } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Who is to be told that a draft waits for them: those whom its source names, its author, its attendees and its team's lead, where they
 * may decide and may see it. Who asked for the draft waits for it already, and who may decide by their role alone
 * would be told of everything; both find it among the reviews.
 */
export async function listNamedApprovers(
  tx: Tx,
  draftId: string,
  { workflow, runId }: { workflow: string; runId: string },
): Promise<string[]> {
  const { approvers } = getWorkflow(workflow);
  const [run] = await tx.select({ by: runs.requestedBy }).from(runs).where(eq(runs.id, runId));
  const found = [];
  for (const person of await listNamed(tx, draftId)) {
    const actor: UserActor = { kind: "user", id: person.id, name: person.name, role: person.role };
    if (person.id === run?.by || !canReview(actor, approvers.filter(isNaming), person)) continue;
    const [seen] = await tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.id, draftId), visibleDraft(actor, drafts.id)));
    if (seen) found.push(person.id);
  }
  return found;
}

function isNaming(kind: string): boolean {
  return kind === "author" || kind === "attendee" || kind === "lead";
}

async function listNamed(tx: Tx, draftId: string) {
  const behind = await tx
    .select({ sourceId: draftSources.sourceId, authorId: sources.authorId, leadId: teams.leadId })
    .from(draftSources)
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .leftJoin(teams, eq(teams.id, sources.teamId))
    .where(eq(draftSources.draftId, draftId));
  const sourceIds = behind.map(({ sourceId }) => sourceId);
  const attendees = await tx
    .selectDistinct({ id: sourceAttendees.userId })
    .from(sourceAttendees)
    .where(and(inArray(sourceAttendees.sourceId, sourceIds), isNotNull(sourceAttendees.userId)));
  const authorIds = new Set(behind.map(({ authorId }) => authorId));
  const attendeeIds = new Set(attendees.map(({ id }) => id ?? ""));
  const leadIds = new Set(behind.map(({ leadId }) => leadId ?? ""));
  const named = inArray(users.id, [...authorIds, ...attendeeIds, ...leadIds]);
  const people = await tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(named);
  return people.map((person) => ({
    ...person,
    isAuthor: authorIds.has(person.id),
    isAttendee: attendeeIds.has(person.id),
    isOwner: false,
    isLead: leadIds.has(person.id),
  }));
}
