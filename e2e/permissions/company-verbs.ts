import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessions } from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, ENGINEERING, PASSWORD, type Stage } from "#e2e/support/cast";
import { NOTES } from "#e2e/support/drafts";
import { restoreFrom } from "#lib/backup/file";
import { takeBackup } from "#lib/backup/take-backup";
import { setRetention } from "#lib/custody/retention";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { storeSource } from "#lib/intake/store-source";
import { makeLink } from "#lib/sessions/one-time-links";
import { revokeSession } from "#lib/sessions/revoke-session";
import { signIn } from "#lib/sessions/sign-in";
import { makeSignInLink, signInWithLink } from "#lib/sessions/sign-in-with-link";
import { addMember } from "#lib/teams/add-member";
import { changeLead } from "#lib/teams/change-lead";
import { createTeam } from "#lib/teams/create-team";
import { removeMember } from "#lib/teams/remove-member";
import { renameTeam } from "#lib/teams/rename-team";
import { changeCompany } from "#lib/workspace/change-company";
import { setUp } from "#lib/workspace/set-up";

const BROWSER = { address: null, userAgent: null };
const teamId = ENGINEERING.id;

/** By the name of the verb; what follows a colon tells its cases apart. */
export const COMPANY_VERBS: Record<string, WorkspaceRow> = {
  createTeam: { act: (ctx) => createTeam(ctx, { name: "Sales" }), answers: only(["admin"]) },
  renameTeam: { act: (ctx) => renameTeam(ctx, { teamId, name: "Build" }), answers: only(["admin"]) },
  changeLead: { act: (ctx) => changeLead(ctx, { teamId, leadId: CAST.bo.id }), answers: only(["admin"]) },
  "addMember: to Engineering": {
    act: (ctx) => addMember(ctx, { teamId, userId: CAST.bo.id }),
    answers: only(["admin", "lead"]),
  },
  "addMember: themselves, to a team of nobody’s": {
    prepare: async (stage) => (await createTeam(stage.as("ines"), { name: "Sales" })).teamId,
    act: (ctx, other) => addMember(ctx, { teamId: other, userId: ctx.actor.id }),
    answers: only(["admin"]),
  },
  "removeMember: of Engineering": {
    act: (ctx) => removeMember(ctx, { teamId, userId: CAST.chidi.id }),
    answers: only(["admin", "lead"]),
  },
  "removeMember: its lead": {
    act: (ctx) => removeMember(ctx, { teamId, userId: CAST.dana.id }),
    answers: { ...all("forbidden"), admin: "conflict", lead: "conflict" },
  },
  setRetention: {
    act: (ctx) => setRetention(ctx, { workflow: "meeting-notes", days: 90, records: "keep" }),
    answers: only(["admin"]),
  },
  "revokeSession: their own": {
    prepare: (stage, ctx) => session(stage, ctx.actor.id),
    act: (ctx, sessionId) => revokeSession(ctx, { sessionId }),
    answers: all("yes"),
  },
  "revokeSession: somebody else’s": {
    prepare: (stage) => session(stage, CAST.chidi.id),
    act: (ctx, sessionId) => revokeSession(ctx, { sessionId }),
    answers: only(["admin"], "gone"),
  },
  makeSignInLink: { act: (ctx) => makeSignInLink(ctx, ctx.actor.id), answers: all("forbidden") },
  "signInWithLink: with the link": {
    prepare: async (stage) => (await makeSignInLink(stage.system, CAST.bo.id)).token,
    act: (ctx, token) => signInWithLink(ctx, { token, ...BROWSER }),
    answers: all("yes"),
  },
  "signInWithLink: with another": {
    act: (ctx) => signInWithLink(ctx, { token: "made-up", ...BROWSER }),
    answers: all("gone"),
  },
  "signIn: with the password": {
    act: (ctx) => signIn(ctx, { email: CAST.bo.email, password: PASSWORD, ...BROWSER }),
    answers: all("yes"),
  },
  "signIn: with another": {
    act: (ctx) => signIn(ctx, { email: CAST.ines.email, password: "guessed", ...BROWSER }),
    answers: all("invalid"),
  },
  "signIn: as who has no password": {
    act: (ctx) => signIn(ctx, { email: CAST.chidi.email, password: PASSWORD, ...BROWSER }),
    answers: all("invalid"),
  },
  takeBackup: {
    act: (ctx) => takeBackup(ctx, join(mkdtempSync(join(tmpdir(), "countersign-backup-")), "all.gz")),
    answers: only(["admin"]),
  },
  restoreFrom: { act: (ctx) => restoreFrom(ctx, "nowhere.gz"), answers: all("forbidden") },
  changeCompany: {
    act: (ctx) => changeCompany(ctx, { name: "Larkfield", timeZone: "America/Toronto" }),
    answers: only(["admin"]),
  },
  "setUp: a second time": {
    prepare: (stage) =>
      transact(stage.system, async ({ tx, record }) => {
        const { linkId, token } = await makeLink(stage.system, tx, "setup", null);
        record({ kind: "link.made", subjectId: linkId, data: { purpose: "setup", userId: null } });
        return token;
      }),
    act: (ctx, token) => setUp(ctx, { token, ...FOUNDER }),
    answers: all("conflict"),
  },
  "setUp: with another link": {
    act: (ctx) => setUp(ctx, { token: "made-up", ...FOUNDER }),
    answers: all("gone"),
  },
  "storeSource: for themselves": storing("private"),
  "storeSource: for a team": storing("team"),
  "storeSource: for everybody": storing("open"),
};

const FOUNDER = {
  name: "Kavya Rao",
  email: "kavya@larkfield.example",
  password: "a-quite-new-passphrase",
  company: "Another Software",
  timeZone: "America/Toronto",
};

function storing(visibility: Visibility): WorkspaceRow {
  const source = { workflow: "meeting-notes", title: "Planning", text: NOTES, heldOn: "2026-11-20" };
  const audience = { visibility, teamId: visibility === "team" ? teamId : null };
  return {
    act: (ctx: UserCtx) => storeSource(ctx, { ...source, timeZone: "America/Toronto", ...audience }),
    answers: only(["admin", "leader", "lead", "member"]),
  };
}

/** Signs somebody in and returns the id of the session. */
export async function session(stage: Stage, userId: string): Promise<string> {
  const now = stage.clock.now();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const id = `ses_of_${userId}`;
  await stage.store.raw.insert(sessions).values({ id, userId, createdAt: now, lastSeenAt: now, expiresAt });
  return id;
}
