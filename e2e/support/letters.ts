import { eq } from "drizzle-orm";
import type { LetterText } from "#drizzle/schema/deliveries";
import { drafts, leads, letters } from "#drizzle/schema/schema";
import type { CastKey, Stage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { readStanding } from "#lib/consent/queries";
import type { LetterRules, ReadLetter } from "#lib/deliveries/letter-rules";
import { scheduleLetter } from "#lib/deliveries/schedule-letter";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { chooseMailbox } from "#lib/mailboxes/choose-mailbox";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";

const SITE = "https://ops.larkfield.example";

/** A mail with the title of its draft, to its lead, as whoever approves it would send it. */
export const readTitleLetter: ReadLetter = async (ctx, db, { draftId, sender }) => {
  const [row] = await db
    .select({ title: drafts.title, name: leads.name, email: leads.email, address: leads.address })
    .from(drafts)
    .innerJoin(leads, eq(leads.id, drafts.leadId))
    .where(eq(drafts.id, draftId));
  const mailbox = await chooseMailbox(db, ctx.channels, sender);
  const address = row?.address ?? "";
  const standing = await readStanding(db, address, localDay(ctx.now(), "UTC"));
  const url = await unsubscribeUrl(db, address, SITE, ctx.now());
  const text = `Hello,\n\n${row?.title}\n\n${url}\n`;
  const letter: LetterText = {
    from: mailbox.from,
    to: { name: row?.name ?? "", address: row?.email ?? "" },
    subject: row?.title ?? "",
    text,
    html: `<p>${row?.title}</p><p><a href="${url}">Unsubscribe</a></p>`,
    messageId: `${draftId}@larkfield.example`,
    inReplyTo: null,
    references: [],
    unsubscribe: { url, mailto: null },
  };
  const blocked = standing.state !== "valid" || !address;
  return {
    letter,
    mailbox: mailbox.id,
    standing,
    reasons: blocked
      ? [{ level: "block", code: "no_consent", sentence: `Nothing may be sent to ${row?.name} now.` }]
      : [],
  };
};

/** Nothing goes to Slack here. */
export const noSlack: LetterRules["openSlack"] = async () => ({
  send: async () => ({ ended: "failed", reason: "There is no Slack here.", retry: false }),
});

/** Rules of a company whose mails are the titles of their drafts. */
export const TITLES: LetterRules = {
  readLetter: readTitleLetter,
  afterSent: async () => {},
  openSlack: noSlack,
};

/** Rules where nothing but pages leaves. */
export const PAGES_ONLY: LetterRules = {
  readLetter: async () => {
    throw new Error("No mail leaves here.");
  },
  afterSent: async () => {},
  openSlack: noSlack,
};

/** A draft to a lead that somebody of the cast has approved, as its mail; returns the delivery. */
export async function approveLetter(
  stage: Stage,
  leadId: string,
  { by = "bo", title = "The report you asked for", channels = {} }: Approved = {},
): Promise<{ deliveryId: string; draftId: string }> {
  const { draftId } = await stageDraft(stage, { text: `ACTION: Bo to write about ${title}\n`, title });
  const ctx: UserCtx = { ...stage.as(by), channels };
  await stage.store.raw.update(drafts).set({ leadId, title }).where(eq(drafts.id, draftId));
  return { draftId, deliveryId: await approveAgain(ctx, draftId) };
}

/** Approves the draft of a mail, as it is now. */
export function approveAgain(ctx: UserCtx, draftId: string): Promise<string> {
  return transact(ctx, async (work) => {
    const [draft] = await work.tx
      .update(drafts)
      .set({ state: "approved", decidedBy: ctx.actor.id, decidedAt: ctx.now() })
      .where(eq(drafts.id, draftId))
      .returning();
    if (!draft?.leadId) throw new Error("There is no such draft.");
    const of = { draftId, revision: draft.currentRevision };
    const reading = await readTitleLetter(ctx, work.tx, { ...of, sender: ctx.actor });
    return scheduleLetter(ctx, work, { ...of, leadId: draft.leadId }, reading);
  });
}

type Approved = { by?: CastKey; title?: string; channels?: UserCtx["channels"] };

/** The letter of a delivery, and its bytes as they are kept. */
export async function letterOf({ store }: Pick<Stage, "store">, deliveryId: string) {
  const [row] = await store.raw.select().from(letters).where(eq(letters.deliveryId, deliveryId));
  if (!row) throw new Error("There is no such letter.");
  return { ...row, bytes: row.raw === null ? null : Buffer.from(row.raw, "base64") };
}
