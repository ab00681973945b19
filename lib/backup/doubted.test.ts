import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { deliveries, mails } from "#drizzle/schema/schema";
import { CAST, ctxFor, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { onPostgres } from "#e2e/support/empty-database";
import { kindsOf } from "#e2e/support/events";
import { PAGES_ONLY } from "#e2e/support/letters";
import { unusedEmbedded, unusedServer } from "#e2e/support/unused-database";
import { backUpTo, restoreFrom } from "#lib/backup/file";
import type { Answer, Channels } from "#lib/channels/channel";
import type { MailSender } from "#lib/channels/mail";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { sweepDeliveries } from "#lib/deliveries/sweep-deliveries";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { Ctx } from "#lib/events/context";
import { sealEvents } from "#lib/events/seal";
import { transact } from "#lib/events/transact";
import { verifyLog } from "#lib/events/verify-log";
import { performMail } from "#lib/mails/perform-mail";
import { scheduleMail } from "#lib/mails/schedule-mail";
import { sweepMails } from "#lib/mails/sweep-mails";
import { LETTERS } from "#lib/runtime/letters";

let stage: Stage;
let left: string[];
let channels: Channels & { smtp: MailSender };
beforeEach(async () => {
  stage = await setStage();
  left = [];
  const leave = (what: string) => async (): Promise<Answer> => {
    left.push(what);
    return { ended: "sent" };
  };
  const from = { name: "Countersign", address: "ops@larkfield.example" };
  channels = {
    export: { send: leave("delivery") },
    smtp: {
      host: "mail.larkfield.example:587",
      from,
      site: "http://here.example",
      imap: null,
      send: leave("mail"),
      post: leave("letter"),
    },
  };
});

/** Two approved pages and a mail on their way, of which one page is just being sent. */
async function setOnTheirWay(): Promise<{ sending: string; scheduled: string; mailId: string }> {
  const { store } = stage;
  const system = { ...stage.system, channels };
  for (const title of ["Sprint review", "Release planning"]) {
    const { draftId } = await stageDraft(stage, { title, text: `ACTION: Bo to plan the ${title}.` });
    await approveDraft({ ...stage.as("ada"), channels }, { draftId, revision: 1 });
  }
  const mailId = await transact(system, (work) =>
    scheduleMail(system, work, channels.smtp, {
      purpose: "invitation",
      userId: CAST.chidi.id,
      recipient: CAST.chidi.email,
    }),
  );
  stage.clock.advance(30_000);
  const [sending, scheduled] = (await store.raw.select().from(deliveries)).map(({ id }) => id);
  if (!sending || !scheduled) throw new Error("There are not two deliveries.");
  const hanging: Channels = { export: { send: () => new Promise<Answer>(() => {}) } };
  void performDelivery({ ...system, channels: hanging }, PAGES_ONLY, sending);
  await expect.poll(() => kindsOf(store, sending)).toContain("delivery.sending");
  return { sending, scheduled, mailId };
}

/** Backs the stage up, and restores that into another database. Returns the context of a worker there. */
async function restored(): Promise<Ctx> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "all.gz");
  await backUpTo(file, stage.system);
  const store = await (onPostgres ? unusedServer() : unusedEmbedded());
  const system = { ...stage.system, channels, store };
  await restoreFrom(system, file);
  return system;
}

it("what was to leave when a backup was made leaves from its copy only once a person says so", {
  timeout: 60_000,
}, async () => {
  const { sending, scheduled, mailId } = await setOnTheirWay();
  const system = await restored();
  const { store } = system;
  const reason = "It was restored from a backup: whether it left since is not known.";
  const states = await store.raw.select().from(deliveries);
  expect(states).toMatchObject(
    Array.from({ length: 2 }, () => ({ state: "unknown", reason, leaseUntil: null })),
  );
  const doubted = { state: "unknown", reason, recipient: null, leaseUntil: null, endedAt: stage.clock.now() };
  // The other tells Bo of his actions.
  expect(await store.raw.select().from(mails).orderBy(mails.purpose)).toMatchObject([
    { purpose: "invitation", ...doubted },
    { purpose: "notices", userId: CAST.bo.id, ...doubted },
  ]);
  expect((await kindsOf(store, sending)).at(-1)).toBe("delivery.unknown");
  expect(await kindsOf(store, scheduled)).toEqual(["delivery.scheduled", "delivery.unknown"]);
  expect(await kindsOf(store, mailId)).toEqual(["mail.scheduled", "mail.unknown"]);
  expect(await kindsOf(store, "workspace")).toEqual(["workspace.restored"]);

  stage.clock.advance(3_600_000);
  await sweepDeliveries(system);
  await sweepMails(system);
  for (const id of [sending, scheduled]) await performDelivery(system, PAGES_ONLY, id);
  await performMail(system, LETTERS, mailId);
  expect(left).toEqual([]);

  const ada = ctxFor(store, "ada", system);
  await settleDelivery(ada, { deliveryId: sending, verdict: "sent" });
  await settleDelivery(ada, { deliveryId: scheduled, verdict: "send_again" });
  await performDelivery(system, PAGES_ONLY, scheduled);
  expect(left).toEqual(["delivery"]);
  await sealEvents(store);
  expect(await verifyLog(store)).toMatchObject({ waiting: 0, broken: null });
});
