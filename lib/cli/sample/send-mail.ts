import { draftNow } from "#lib/cadence/draft-now";
import type { Channels } from "#lib/channels/channel";
import type { SentMail } from "#lib/cli/sample/sent-mails";
import type { World } from "#lib/cli/sample/world";
import { answering, CLAUDE } from "#lib/cli/sample/writers";
import { reader } from "#lib/db/store";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { listDraftDeliveries } from "#lib/deliveries/queries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import type { UserCtx } from "#lib/events/context";
import { performRun } from "#lib/runs/perform-run";
import { getRun } from "#lib/runs/queries";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

/** The mailbox of a company that is not there: what it is handed goes nowhere. */
export const POST: Channels = {
  smtp: {
    host: "mail.larkfield.example:587",
    from: { name: "Larkfield", address: "hello@larkfield.example" },
    site: "https://ops.larkfield.example",
    imap: null,
    send: async () => ({ ended: "sent" }),
    post: async () => ({ ended: "sent" }),
  },
};
/** Takes on what a mail promises, as whoever sends it has to; returns the revision that says so. */
async function confirmPromises(ctx: UserCtx, draftId: string): Promise<number> {
  const { statements, revision } = await getDeskDraft(ctx, draftId);
  const changes = statements
    .filter(({ unsourced = [] }) => unsourced.length > 0)
    .map(({ id }) => ({ statementId: id, confirm: true as const }));
  return changes.length > 0 ? (await editDraft(ctx, { draftId, revision, changes })).revision : revision;
}

const UNTIL_READ_MS = 15 * 60_000;
/** After this an approval can’t be undone any more. */
export const UNTIL_SENT_MS = 31_000;

/** Has a mail to a lead drafted, approved and sent, in its place in time. */
export async function sendMail(
  world: World,
  seller: UserCtx,
  leadId: string,
  { mail }: SentMail,
): Promise<void> {
  const ctx: UserCtx = { ...seller, channels: POST, llm: CLAUDE };
  const { runId } = await draftNow(ctx, { leadId });
  await performRun(world.ports, answering(world, mail), runId);
  const { draftId } = await getRun(ctx, runId);
  if (!draftId) throw new Error("A mail of the sample was not drafted.");
  world.clock.advance(UNTIL_READ_MS);
  await approveDraft(ctx, { draftId, revision: await confirmPromises(ctx, draftId) });
  world.clock.advance(UNTIL_SENT_MS);
  const [delivery] = await listDraftDeliveries(reader(world.ports.store), draftId);
  if (delivery) await performDelivery({ ...world.ports, channels: POST }, LETTER_RULES, delivery.id);
}
