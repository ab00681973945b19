import { and, eq, isNull, sql } from "drizzle-orm";
import { slackPeople, users } from "#drizzle/schema/schema";
import type { SlackLink } from "#drizzle/schema/slack";
import { callSlack } from "#lib/channels/slack-api";
import { inTransaction, reader, type Tx } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import { keepSlackTrouble, type OpenedWorkspace } from "#lib/slack/open-workspace";
import { canWriteUpdates } from "#lib/slack/policy";

/** Who of ours wrote something in Slack, or why it is nobody who may, as a sentence that says what to do. */
export type Writer = { actor: UserActor } | { reason: string };

const PATIENCE_MS = 10_000;
/** How long an answer of Slack's that led to nobody is believed. */
const ASK_AGAIN_MS = 10 * 60_000;

/**
 * Who of ours somebody in Slack is: as it was linked, else as Slack says when it is asked, by their confirmed e-mail
 * address, else by a handle that one person here has. `unavailable` where Slack can't be asked just now, or takes longer than
 * `patienceMs`. Outside of any transaction.
 */
export async function findWriter(
  ctx: Ctx,
  workspace: OpenedWorkspace,
  slackUserId: string,
  patienceMs = PATIENCE_MS,
): Promise<Writer> {
  const known = await readLink(ctx, workspace.id, slackUserId);
  const settled = known && (known.userId !== null || known.linkedBy === "admin");
  const asked = known?.askedAt && known.askedAt.getTime() > ctx.now().getTime() - ASK_AGAIN_MS;
  if (settled || asked) return writerOf(known, slackUserId);
  const signal = AbortSignal.timeout(patienceMs);
  const profile = await askWhoItIs(ctx, workspace, slackUserId, signal);
  const found = profile && (await matchOf(ctx, workspace.id, profile));
  await keepLink(ctx, workspace.id, slackUserId, profile?.name ?? "", found ?? null);
  return writerOf(await readLink(ctx, workspace.id, slackUserId), slackUserId);
}

async function readLink(ctx: Ctx, workspaceId: string, slackUserId: string) {
  const [row] = await reader(ctx.store)
    .select({
      userId: slackPeople.userId,
      linkedBy: slackPeople.linkedBy,
      askedAt: slackPeople.askedAt,
      name: users.name,
      role: users.role,
      left: sql<boolean>`${users.deactivatedAt} is not null`,
    })
    .from(slackPeople)
    .leftJoin(users, eq(users.id, slackPeople.userId))
    .where(and(eq(slackPeople.workspaceId, workspaceId), eq(slackPeople.slackUserId, slackUserId)));
  return row;
}

function writerOf(row: Awaited<ReturnType<typeof readLink>>, slackUserId: string): Writer {
  if (!row?.userId || !row.name || !row.role)
    return { reason: `${slackUserId} in Slack is nobody here yet. Say below who it is.` };
  if (row.left) return { reason: `${row.name} has left.` };
  if (!canWriteUpdates({ role: row.role }))
    return { reason: `${row.name} only reads here. Another role lets them write updates.` };
  return { actor: { kind: "user", id: row.userId, name: row.name, role: row.role } };
}

type Profile = { name: string; email: string | null; handle: string | null };

/** What users.info says of somebody; null where they are no member of the workspace: a bot, a guest, from another company. */
async function askWhoItIs(
  ctx: Ctx,
  { id, access }: OpenedWorkspace,
  slackUserId: string,
  signal: AbortSignal,
): Promise<Profile | null> {
  const call = await callSlack(access, "users.info", { user: slackUserId }, signal);
  if (!call.ok && call.error === "user_not_found") return null;
  if (!call.ok) {
    await keepSlackTrouble(ctx, id, call.reason);
    throw new AppError("unavailable", call.reason);
  }
  const user = (call.body.user ?? {}) as Record<string, unknown>;
  const profile = (user.profile ?? {}) as Record<string, unknown>;
  if (NO_MEMBER.some((flag) => user[flag] === true)) return null;
  const email = user.is_email_confirmed === false ? null : textOf(profile.email);
  return {
    name: (textOf(user.real_name) ?? textOf(user.name) ?? "").slice(0, 120).toWellFormed(),
    email: email && foldAddress(email),
    handle: textOf(user.name)?.toLowerCase() ?? null,
  };
}

const NO_MEMBER = ["deleted", "is_bot", "is_stranger", "is_restricted", "is_ultra_restricted"];

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.replaceAll("\0", " ").trim() : null;
}

type Match = { userId: string; by: SlackLink };

/** Whose handle it is counts only where Slack shows no address: an address of somebody else's is not overruled by a name. */
async function matchOf(ctx: Ctx, workspaceId: string, { email, handle }: Profile): Promise<Match | null> {
  const free = sql`not exists (select 1 from ${slackPeople} where ${slackPeople.workspaceId} = ${workspaceId}
    and ${slackPeople.userId} = ${users.id})`;
  const same = email
    ? sql`lower(${users.email}) = ${email}`
    : sql`exists (select 1 from unnest(${users.handles}) as one(handle) where lower(one.handle) = ${handle})`;
  if (!email && !handle) return null;
  const found = await reader(ctx.store)
    .select({ userId: users.id })
    .from(users)
    .where(and(same, isNull(users.deactivatedAt), free))
    .limit(2);
  const [one] = found;
  return one && found.length === 1 ? { ...one, by: email ? "email" : "handle" } : null;
}

/** What an admin says in the meantime stays. */
async function keepLink(
  ctx: Ctx,
  workspaceId: string,
  slackUserId: string,
  name: string,
  match: Match | null,
): Promise<void> {
  const asked = { name, askedAt: ctx.now() };
  const found = { ...asked, ...(match && { userId: match.userId, linkedBy: match.by }) };
  const write = (tx: Tx) =>
    tx
      .insert(slackPeople)
      .values({ workspaceId, slackUserId, ...found, createdAt: ctx.now() })
      .onConflictDoUpdate({
        target: [slackPeople.workspaceId, slackPeople.slackUserId],
        set: found,
        setWhere: isNull(slackPeople.linkedBy),
      });
  if (!match) return void (await inTransaction(ctx.store, write));
  await transact({ ...ctx, actor: { kind: "system" } }, async ({ tx, record }) => {
    await write(tx);
    const data = { userId: match.userId, by: match.by };
    record({ kind: "slack_person.linked", subjectId: slackUserId, data });
  }).catch((error: unknown) => {
    // Somebody else there was linked to the same person in the meantime: who it is stays open.
    if (!isUniqueViolation(error)) throw error;
  });
}
