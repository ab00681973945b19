import type { WorkspaceRow } from "#e2e/permissions/workspace-row";
import { all, only } from "#e2e/permissions/workspace-row";
import { CAST, type Stage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import type { MailSender } from "#lib/channels/mail";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { listMails } from "#lib/mails/queries";
import { sendTestMail } from "#lib/mails/send-test-mail";
import { changeNoticeSettings } from "#lib/notices/change-settings";
import { giveNotices } from "#lib/notices/give-notices";
import { markNoticesRead } from "#lib/notices/mark-read";
import { countUnread, listNotices } from "#lib/notices/queries";
import { getNoticeSettings } from "#lib/notices/settings";
import { askForPassword } from "#lib/users/ask-for-password";
import { choosePassword, readPasswordLink } from "#lib/users/choose-password";
import { mailInvitation } from "#lib/users/mail-invitation";
import { resetPassword } from "#lib/users/reset-password";

/** Takes every mail and sends none. */
const smtp: MailSender = {
  host: "mail.example:587",
  from: { name: "Countersign", address: "ops@larkfield.example" },
  site: "http://here.example",
  imap: null,
  send: async () => ({ ended: "sent" }),
  post: async () => ({ ended: "sent" }),
};
const mailing = (ctx: UserCtx): UserCtx => ({ ...ctx, channels: { smtp } });

const NEWCOMER = { name: "Kavya Rao", email: "kavya@larkfield.example" };
const NEW_PASSWORD = "a-quite-new-passphrase";

/** Verbs on notices, mail, and the passwords that mail is for. */
export const NOTICE_VERBS: Record<string, WorkspaceRow> = {
  "markNoticesRead: one of their own": {
    prepare: (stage, ctx) => notice(stage, ctx.actor.id),
    act: (ctx, noticeId) => markNoticesRead(ctx, { noticeId }),
    answers: all("yes"),
  },
  "markNoticesRead: all of their own": {
    prepare: (stage, ctx) => notice(stage, ctx.actor.id),
    act: (ctx) => markNoticesRead(ctx, { until: ctx.now().toISOString() }),
    answers: all("yes"),
  },
  "changeNoticeSettings: their own": {
    act: (ctx) => changeNoticeSettings(ctx, { mail: ["overdue"], quiet: null }),
    answers: all("yes"),
  },
  sendTestMail: { act: (ctx) => sendTestMail(mailing(ctx)), answers: only(["admin"]) },
  "mailInvitation: as viewer": {
    act: (ctx) => mailInvitation(mailing(ctx), { ...NEWCOMER, role: "viewer" }),
    answers: only(["admin", "leader"]),
  },
  "mailInvitation: as admin": {
    act: (ctx) => mailInvitation(mailing(ctx), { ...NEWCOMER, role: "admin" }),
    answers: only(["admin"]),
  },
  "askForPassword: for somebody": {
    act: (ctx) => askForPassword(mailing(ctx), { email: CAST.bo.email, address: null }),
    answers: all("yes"),
  },
  "askForPassword: for nobody": {
    act: (ctx) => askForPassword(mailing(ctx), { email: NEWCOMER.email, address: null }),
    answers: all("yes"),
  },
  "choosePassword: with its link": {
    prepare: passwordLink,
    act: (ctx, token) => choosePassword(ctx, { token, password: NEW_PASSWORD }),
    answers: all("yes"),
  },
  "choosePassword: with another link": {
    act: (ctx) => choosePassword(ctx, { token: "made-up", password: NEW_PASSWORD }),
    answers: all("gone"),
  },
};

/** Queries of notices, mail and links for passwords. An empty list, and nothing, count as `gone`. */
export const NOTICE_READS: Record<string, WorkspaceRow> = {
  "listNotices: their own": {
    prepare: (stage, ctx) => notice(stage, ctx.actor.id),
    act: async (ctx) => (await listNotices(ctx, {})).rows,
    answers: all("yes"),
  },
  "listNotices: somebody else’s": {
    prepare: (stage) => notice(stage, CAST.chidi.id, true),
    act: async (ctx) => (await listNotices(ctx, {})).rows,
    answers: all("gone"),
  },
  "countUnread: somebody else’s": {
    prepare: (stage) => notice(stage, CAST.chidi.id, true),
    act: async (ctx) => Array.from({ length: await countUnread(ctx) }),
    answers: all("gone"),
  },
  getNoticeSettings: { act: getNoticeSettings, answers: all("yes") },
  listMails: {
    prepare: async (stage) => {
      await sendTestMail(mailing(stage.as("ines")));
      return "";
    },
    act: listMails,
    answers: only(["admin"]),
  },
  "readPasswordLink: with its link": { prepare: passwordLink, act: readPasswordLink, answers: all("yes") },
  "readPasswordLink: with another": {
    act: (ctx) => readPasswordLink(ctx, "made-up"),
    answers: all("gone"),
  },
};

/** Tells somebody that a draft waits; `joins` first lets them sign in. */
async function notice(stage: Stage, userId: string, joins = false): Promise<string> {
  const { draftId } = await stageMeeting(stage);
  if (joins) await stage.store.raw.execute(`update users set joined_at = now() where id = '${userId}'`);
  await transact(stage.system, (work) =>
    giveNotices(stage.system, work, [{ userId, kind: "review", draftId }]),
  );
  const { rows } = await stage.store.raw.execute<{ id: string }>("select id from notices");
  return rows[0]?.id ?? "";
}

async function passwordLink(stage: Stage): Promise<string> {
  return (await resetPassword(stage.as("ines"), { userId: CAST.bo.id })).token;
}
