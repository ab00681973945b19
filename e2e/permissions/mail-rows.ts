import { letters } from "#drizzle/schema/schema";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, type Stage } from "#e2e/support/cast";
import { approveLetter } from "#e2e/support/letters";
import { insertMailbox, mailboxAt } from "#e2e/support/mailbox";
import { MARA, stageLead } from "#e2e/support/outreach";
import { readMessage } from "#lib/deliveries/sent-queries";
import { checkOwnMailbox } from "#lib/mailboxes/check-mailbox";
import { connectMailbox } from "#lib/mailboxes/connect-mailbox";
import { findOwnMailbox } from "#lib/mailboxes/queries";
import { refreshSenderDomain } from "#lib/mailboxes/refresh-sender-domain";
import { removeMailbox } from "#lib/mailboxes/remove-mailbox";
import { findSender, findSenderDomain } from "#lib/mailboxes/sender-domain";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";
import { readUnsubscribing, unsubscribe } from "#lib/received/unsubscribe";

/** Mail to people outside: what is made of it, and what comes back. */
export const MAIL_VERBS: Record<string, WorkspaceRow> = {
  "unsubscribe: with a link": {
    prepare: linked,
    act: (ctx, token) => unsubscribe(ctx, { token }),
    answers: all("yes"),
  },
  // Its server is nowhere: who may connect one is told that.
  connectMailbox: {
    act: (ctx) =>
      connectMailbox({ ...ctx, channels: { privateHosts: true } }, mailboxAt({ url: "smtp://127.0.0.1:1" })),
    answers: { admin: "invalid", leader: "invalid", lead: "invalid", member: "invalid", viewer: "forbidden" },
  },
  refreshSenderDomain: {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: (ctx) => refreshSenderDomain({ ...ctx, channels: { lookUpTxt: async () => [] } }),
    answers: only(["admin", "leader", "lead", "member"]),
  },
  "removeMailbox: their own": {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: (ctx, mailboxId) => removeMailbox(ctx, { mailboxId }),
    answers: all("yes"),
  },
  "removeMailbox: somebody else’s": {
    prepare: (stage) => insertMailbox(stage, CAST.chidi.id),
    act: (ctx, mailboxId) => removeMailbox(ctx, { mailboxId }),
    answers: only(["admin"], "gone"),
  },
  "unsubscribe: with none": { act: (ctx) => unsubscribe(ctx, { token: "made-up" }), answers: all("gone") },
};

/** Queries of the same. */
export const MAIL_READS: Record<string, WorkspaceRow> = {
  "readUnsubscribing: with a link": { prepare: linked, act: readUnsubscribing, answers: all("yes") },
  findOwnMailbox: {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: findOwnMailbox,
    answers: all("yes"),
  },
  "findOwnMailbox: where only somebody else has one": {
    prepare: (stage) => insertMailbox(stage, CAST.chidi.id),
    act: async (ctx) => (await findOwnMailbox(ctx)) ?? undefined,
    answers: all("gone"),
  },
  findSenderDomain: {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: findSenderDomain,
    answers: all("yes"),
  },
  findSender: {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: findSender,
    answers: all("yes"),
  },
  checkOwnMailbox: {
    prepare: (stage, ctx) => insertMailbox(stage, ctx.actor.id),
    act: checkOwnMailbox,
    answers: all("yes"),
  },
  readMessage: {
    prepare: async (stage) => {
      const { deliveryId } = await approveLetter(stage, await stageLead(stage));
      await stage.store.raw.update(letters).set({ raw: "SGVsbG8=" });
      return deliveryId;
    },
    act: readMessage,
    answers: all("yes"),
  },
  "readMessage: of one that was not handed over": {
    prepare: async (stage) => (await approveLetter(stage, await stageLead(stage))).deliveryId,
    act: readMessage,
    answers: all("gone"),
  },
  "readUnsubscribing: with none": { act: (ctx) => readUnsubscribing(ctx, "made-up"), answers: all("gone") },
};

async function linked(stage: Stage): Promise<string> {
  await stageLead(stage);
  const url = await unsubscribeUrl(stage.store.raw, MARA.address, "http://here.example", stage.clock.now());
  return url.split("/").at(-1) ?? "";
}
