import { and, asc, not, type SQL, sql } from "drizzle-orm";
import { actions, blockers, leads, questions, sources, teams } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import {
  keptPrivately,
  keptWithDraftWaiting,
  leadsOf,
  openActionsOf,
  openBlockersOf,
  openQuestionsOf,
  teamsLedBy,
} from "#lib/offboarding/held";
import { visibleBlocker, visibleDraft, visibleSource } from "#lib/sources/visibility";
import { canDeactivate } from "#lib/users/policy";

const MOST_NAMED = 8;

/** Things of one kind: how many, the first of those the reader may see by name, and how many they may not see. */
export type HeldKind = { count: number; named: { id: string; name: string }[]; hidden: number };

/** What somebody holds that somebody else would have to take over. Private sources are told by their number alone. */
export type Held = {
  drafts: HeldKind;
  actions: HeldKind;
  questions: HeldKind;
  blockers: HeldKind;
  teams: HeldKind;
  leads: HeldKind;
  privateSources: number;
};

/** What a person would leave behind, for the admin who deactivates them; `forbidden` for others. */
export async function listHeld(ctx: UserCtx, userId: string): Promise<Held> {
  if (!canDeactivate(ctx.actor)) throw new AppError("forbidden", "Only admins deactivate people.");
  const { actor } = ctx;
  const [drafts, acts, asked, blocked, led, owned, privately] = await Promise.all([
    heldIn(ctx, sources, keptWithDraftWaiting(userId), visibleSource(actor), sources.title),
    heldIn(ctx, actions, openActionsOf(userId), visibleDraft(actor, actions.draftId), actions.text),
    heldIn(ctx, questions, openQuestionsOf(userId), visibleDraft(actor, questions.draftId), questions.text),
    heldIn(ctx, blockers, openBlockersOf(userId), visibleBlocker(actor), blockers.text),
    heldIn(ctx, teams, teamsLedBy(userId), sql`true`, teams.name),
    heldIn(ctx, leads, leadsOf(userId), sql`true`, leads.name),
    reader(ctx.store).$count(sources, keptPrivately(userId)),
  ]);
  return {
    drafts,
    actions: acts,
    questions: asked,
    blockers: blocked,
    teams: led,
    leads: owned,
    privateSources: privately,
  };
}

type HeldTable =
  | typeof sources
  | typeof actions
  | typeof questions
  | typeof blockers
  | typeof teams
  | typeof leads;
type NameColumn =
  | typeof sources.title
  | typeof actions.text
  | typeof questions.text
  | typeof blockers.text
  | typeof teams.name
  | typeof leads.name;

async function heldIn(
  ctx: UserCtx,
  table: HeldTable,
  theirs: SQL,
  visible: SQL,
  name: NameColumn,
): Promise<HeldKind> {
  const db = reader(ctx.store);
  const [count, hidden, named] = await Promise.all([
    db.$count(table, theirs),
    db.$count(table, and(theirs, not(visible))),
    db
      .select({ id: table.id, name })
      .from(table)
      .where(and(theirs, visible))
      .orderBy(asc(table.createdAt), asc(table.id))
      .limit(MOST_NAMED),
  ]);
  return { count, hidden, named };
}
