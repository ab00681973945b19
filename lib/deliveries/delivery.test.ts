import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deliveries, deliveryAttempts, drafts, sources } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { PAGES_ONLY } from "#e2e/support/letters";
import type { Answer, Channels } from "#lib/channels/channel";
import { exportFolder } from "#lib/channels/export-folder";
import { shareSource } from "#lib/custody/share-source";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { sweepDeliveries } from "#lib/deliveries/sweep-deliveries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import type { UserCtx } from "#lib/events/context";

let stage: Stage;
let draftId: string;
let folder: string;
beforeEach(async () => {
  stage = await setStage();
  ({ draftId } = await stageDraft(stage));
  folder = mkdtempSync(join(tmpdir(), "countersign-export-"));
});

const toFolder = (): Channels => ({ export: exportFolder(folder) });
const answering = (...answers: Answer[]): Channels => ({
  export: { send: async () => answers.shift() ?? { ended: "sent" } },
});
const by = (key: "ada" | "bo" | "hugo", channels: Channels): UserCtx => ({ ...stage.as(key), channels });
const only = async () => {
  const [row, ...others] = await stage.store.raw.select().from(deliveries);
  if (!row || others.length > 0) throw new Error("There is not exactly one delivery.");
  return row;
};
const onlySource = async () => (await stage.store.raw.select({ id: sources.id }).from(sources))[0]?.id ?? "";
const approve = (channels: Channels) => approveDraft(by("ada", channels), { draftId, revision: 1 });
const perform = async (channels: Channels) =>
  performDelivery({ ...stage.system, channels }, PAGES_ONLY, (await only()).id);

describe("a delivery", () => {
  it("leaves once, after the undo window, as the approved page", async () => {
    await approve(toFolder());
    await perform(toFolder());
    expect(await only()).toMatchObject({ state: "scheduled", attempt: 0 });
    expect(readdirSync(folder)).toEqual([]);
    stage.clock.advance(30_000);
    await Promise.all([perform(toFolder()), perform(toFolder())]);
    const sent = await only();
    expect(sent).toMatchObject({ state: "sent", attempt: 1, revision: 1 });
    expect(await kindsOf(stage.store, sent.id)).toEqual([
      "delivery.scheduled",
      "delivery.sending",
      "delivery.sent",
    ]);
    const [file] = readdirSync(folder);
    expect(file).toMatch(/^2026-11-20-release-4-3-planning-[a-z0-9]{4}\.md$/);
    expect(readFileSync(join(folder, file as string), "utf8")).toContain("4 December");
  });

  it("is not filed where not everybody may see the source", async () => {
    await stage.store.raw.update(sources).set({ visibility: "attendees" });
    expect((await getDeskDraft(by("ada", toFolder()), draftId)).files).toBe(false);
    await approve(toFolder());
    expect(await stage.store.raw.select().from(deliveries)).toEqual([]);
  });

  it("is returned where not everybody may see the source any more, also when it is sent again", async () => {
    await approve(answering());
    stage.clock.advance(30_000);
    await perform(answering({ ended: "unknown", reason: "The folder fell silent." }));
    await shareSource(by("ada", {}), { sourceId: await onlySource(), visibility: "private", teamId: null });
    const { id: deliveryId } = await only();
    await settleDelivery(by("ada", toFolder()), { deliveryId, verdict: "send_again" });
    await perform(toFolder());
    expect(await only()).toMatchObject({
      state: "returned",
      reason: "Not everybody may see its source any more.",
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not made where the channel is not set up", async () => {
    await approve({});
    expect(await stage.store.raw.select().from(deliveries)).toEqual([]);
  });

  it("is cancelled by taking the approval back in time, and made anew by the next approval", async () => {
    await approve(toFolder());
    await reopenDraft(by("ada", toFolder()), { draftId });
    stage.clock.advance(30_000);
    await perform(toFolder());
    expect(await only()).toMatchObject({ state: "cancelled" });
    expect((await getDeskDraft(by("bo", {}), draftId)).deliveries).toEqual([]);
    await approve(toFolder());
    const states = await stage.store.raw.select({ state: deliveries.state }).from(deliveries);
    expect(states.map((row) => row.state).sort()).toEqual(["cancelled", "scheduled"]);
  });

  it("keeps the approval once it has left", async () => {
    await approve(toFolder());
    stage.clock.advance(30_000);
    await perform(toFolder());
    await expect(reopenDraft(by("ada", toFolder()), { draftId })).rejects.toMatchObject({ code: "conflict" });
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft?.state).toBe("approved");
  });

  it("tries again later after a failure that may pass, and stops after ten", async () => {
    await approve(toFolder());
    const failing: Answer = { ended: "failed", reason: "The folder can't be written (EACCES).", retry: true };
    for (let attempt = 1; attempt <= 10; attempt++) {
      stage.clock.advance(3600_000);
      await perform(answering(failing));
    }
    expect(await only()).toMatchObject({ state: "failed", attempt: 10, reason: failing.reason });
    expect(await stage.store.raw.select().from(deliveryAttempts)).toHaveLength(10);
  });

  it("is unknown when its worker dies while sending, and then waits for a person", async () => {
    await approve(toFolder());
    stage.clock.advance(30_000);
    const { id } = await only();
    const hanging: Channels = { export: { send: () => new Promise<Answer>(() => {}) } };
    void performDelivery({ ...stage.system, channels: hanging }, PAGES_ONLY, id);
    await expect.poll(async () => (await only()).state).toBe("sending");
    stage.clock.advance(120_000);
    await Promise.all([sweepDeliveries(stage.system), sweepDeliveries(stage.system)]);
    const told = (await kindsOf(stage.store, id)).filter((kind) => kind === "delivery.unknown");
    expect(told).toHaveLength(1);
    await perform(toFolder());
    expect(await only()).toMatchObject({ state: "unknown" });
    await expect(reopenDraft(by("ada", toFolder()), { draftId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Nobody knows whether what was approved has left."),
    });
    expect(await getDeskDraft(by("ada", toFolder()), draftId)).toMatchObject({
      files: true,
      maySettle: true,
      deliveries: [{ id, state: "unknown", reason: "The worker stopped while it was sending." }],
    });
    await expect(settleDelivery(by("bo", {}), { deliveryId: id, verdict: "sent" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(settleDelivery(by("hugo", {}), { deliveryId: id, verdict: "sent" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const answers = await Promise.allSettled([
      settleDelivery(by("ada", {}), { deliveryId: id, verdict: "send_again" }),
      settleDelivery(by("ada", {}), { deliveryId: id, verdict: "cancel" }),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(["scheduled", "cancelled"]).toContain((await only()).state);
  });

  it("refuses a file name that leads out of the folder", async () => {
    const parcel = { deliveryId: "dlv_1", recipient: "../secret.md", title: "x", markdown: "x" };
    await expect(exportFolder(folder).send(parcel, AbortSignal.timeout(1000))).resolves.toMatchObject({
      ended: "failed",
    });
  });
});
