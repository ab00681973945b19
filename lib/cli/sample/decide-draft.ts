import { workingHoursLater } from "#lib/cli/sample/calendar";
import { personOf } from "#lib/cli/sample/company";
import { followUp } from "#lib/cli/sample/follow-up";
import type { Edit, SampleMeeting } from "#lib/cli/sample/meetings";
import type { World } from "#lib/cli/sample/world";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { rejectDraft } from "#lib/drafts/reject-draft";
import type { StatementChange } from "#lib/drafts/schema";
import type { UserCtx } from "#lib/events/context";
import { addDays, localDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";

/** How many working hours drafts wait, in turn. */
const WAITS = [0.4, 3, 1.5, 6, 0.8, 9];
const READING_MS = 90_000;

/** Plans what its decider does with a draft that was proposed just now. */
export function decideDraft(world: World, meeting: SampleMeeting, draftId: string, number: number): void {
  const { outcome } = meeting;
  if (outcome === "pending") return;
  const wait = WAITS[number % WAITS.length] ?? 1;
  const ctx = world.as(meeting.decider ?? meeting.author);
  world.plan(workingHoursLater(world.clock.now(), wait, world.timeZone), async () => {
    if (typeof outcome === "object" && "rejected" in outcome)
      return rejectDraft(ctx, { draftId, revision: 1, reasonId: outcome.rejected });
    const edits = typeof outcome === "object" ? outcome.edited : [];
    const revision = await edit(world, ctx, draftId, edits);
    if (typeof outcome === "object" && outcome.waits) return;
    world.clock.advance(READING_MS);
    const { statements } = await getDeskDraft(ctx, draftId);
    const reading = { activeMs: READING_MS, shown: statements.map(({ id }) => id) };
    await approveDraft(ctx, { draftId, revision, reading });
    await followUp(world, ctx, draftId, number);
  });
}

/** Makes the changes, one after the other, and returns the revision they lead to. */
async function edit(world: World, ctx: UserCtx, draftId: string, edits: Edit[]): Promise<number> {
  let revision = 1;
  for (const { about, ...change } of edits) {
    world.clock.advance(READING_MS);
    const { statements } = await getDeskDraft(ctx, draftId);
    const statement = statements.find(({ text, section }) => section !== "outcome" && text.includes(about));
    if (!statement) throw new Error(`Nothing in the draft says “${about}”.`);
    const changes = [changeOf(world, statement, change)];
    ({ revision } = await editDraft(ctx, { draftId, revision, changes }));
  }
  return revision;
}

function changeOf(world: World, statement: Statement, change: Omit<Edit, "about">): StatementChange {
  const { text, declined, owner, dueIn } = change;
  const today = localDay(world.clock.now(), world.timeZone);
  return {
    statementId: statement.id,
    ...(text && { text }),
    ...(declined && { kept: false }),
    ...(owner && { person: { id: world.as(owner).actor.id, name: personOf(owner).name } }),
    ...(dueIn && { dueOn: addDays(today, dueIn) }),
  };
}
