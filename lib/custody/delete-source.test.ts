import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  actions,
  deliveries,
  documents,
  drafts,
  evidence,
  runs,
  series,
  sources,
} from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { everythingKept } from "#e2e/support/everything-kept";
import { loserOf } from "#e2e/support/race";
import { deleteSource } from "#lib/custody/delete-source";
import { getCustody } from "#lib/custody/queries";
import { getDocument, listDocuments } from "#lib/documents/queries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { listQueue } from "#lib/drafts/queue-queries";
import { sealEvents } from "#lib/events/seal";
import { verifyLog } from "#lib/events/verify-log";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";
import { getRun } from "#lib/runs/queries";
import { retryRun } from "#lib/runs/retry-run";
import { getSource } from "#lib/sources/queries";

const FILING = { export: { send: async () => ({ ended: "sent" as const }) } };
/** A host that repeats what it was sent. */
const REFUSED = {
  kind: "bad_request",
  sentence: "The host refused the request. It said: “the Hollis set is too long”",
};

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

async function approved() {
  const staged = await stageDraft(stage);
  await approveDraft({ ...stage.as("ada"), channels: FILING }, { draftId: staged.draftId, revision: 1 });
  await stage.store.raw.update(runs).set({ error: REFUSED });
  return staged;
}

describe("deleting a source", () => {
  it("leaves no word of it, of its draft or of its records", async () => {
    const { sourceId, draftId, runId } = await approved();
    const custody = { drafts: 1, actions: 2, decisions: 1, promises: 0, questions: 1, documents: 1, left: 0 };
    const before = await getCustody(stage.as("ada"), { sourceId });
    expect(before).toEqual({ mayKeep: true, ...custody, first: expect.any(Array) });
    expect(before.first).toHaveLength(4);
    expect(before.first.slice(0, 2).join()).toContain("two-pass merge");
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });

    const kept = await everythingKept(stage.store);
    for (const word of ["Hollis", "photo annotations", "Release 4.3"]) expect(kept).not.toContain(word);
    expect(await kindsOf(stage.store, sourceId)).toEqual(["source.stored", "source.deleted"]);
    expect(await kindsOf(stage.store, draftId)).toContain("draft.deleted");
    const gone = { code: "not_found" };
    await expect(getSource(stage.as("ada"), sourceId)).rejects.toMatchObject(gone);
    await expect(getDeskDraft(stage.as("ada"), draftId)).rejects.toMatchObject(gone);
    await expect(retryRun(stage.as("ada"), { runId })).rejects.toMatchObject(gone);
    expect(await getRun(stage.as("ada"), runId)).toMatchObject({
      sourceTitle: "Deleted source",
      draftId: null,
      mayRetry: false,
    });
    await sealEvents(stage.store);
    expect(await verifyLog(stage.store)).toMatchObject({ waiting: 0, broken: null });
  });

  it("leaves no name of a series that it was the last one of", async () => {
    const one = await stageDraft(stage, { series: "The Hollis weekly" });
    const text = `${NOTES}\nAgain.`;
    const other = await stageDraft(stage, { series: "The Hollis weekly", text });
    await deleteSource(stage.as("ada"), { sourceId: one.sourceId, records: "drop" });
    expect(await stage.store.raw.select().from(series)).toMatchObject([{ name: "The Hollis weekly" }]);
    await deleteSource(stage.as("ada"), { sourceId: other.sourceId, records: "drop" });
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
  });

  it("keeps records where asked to, for whom the source was shared with, without its words", async () => {
    const { sourceId } = await approved();
    await deleteSource(stage.as("ada"), { sourceId, records: "keep" });
    const [document] = (await listDocuments(stage.as("bo"))).rows;
    expect(document).toMatchObject({ title: "Release 4.3 planning", sourceDeleted: true });
    const page = await getDocument(stage.as("bo"), document?.id ?? "");
    expect(page.points).toEqual([]);
    expect(page.markdown).toContain("two-pass merge");
    expect(await stage.store.raw.select().from(evidence)).toEqual([]);
    expect(await stage.store.raw.select().from(actions)).toHaveLength(2);
  });

  it("takes a waiting draft out of the queue, and stops a run that would bring another", async () => {
    const { sourceId } = await stageDraft(stage);
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
    expect((await listQueue(stage.as("ada"))).rows).toEqual([]);

    const queued = await storeNotes(stage, { text: `${NOTES}\nAgain.` });
    await deleteSource(stage.as("ada"), { sourceId: queued.sourceId, records: "drop" });
    const writer = { propose: () => Promise.reject(new Error("Nobody may read it any more.")) };
    await performRun(stage.system, () => writer, queued.runId ?? "");
    const [run] = await stage.store.raw
      .select()
      .from(runs)
      .where(eq(runs.id, queued.runId ?? ""));
    expect(run).toMatchObject({ state: "cancelled", attempt: 0 });
  });

  it("beats a writer that is still at it", async () => {
    const { sourceId, runId } = await storeNotes(stage);
    const slow: typeof rulesWriter = {
      propose: async (ask) => {
        await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
        return rulesWriter.propose(ask);
      },
    };
    await performRun(stage.system, () => slow, runId ?? "");
    expect(await stage.store.raw.select().from(drafts)).toEqual([]);
  });

  it("lets the same text come in again", async () => {
    const { sourceId } = await storeNotes(stage);
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
    await expect(storeNotes(stage)).resolves.toMatchObject({ duplicate: false });
  });

  it("calls back what has not left, waits for what is leaving, and keeps count of what has left", async () => {
    const { sourceId, draftId } = await approved();
    const delivery = (state: "scheduled" | "sending" | "sent", recipient: string) => ({
      id: `dlv_${recipient}`,
      draftId,
      revision: 1,
      channel: "export",
      recipient,
      state,
      dueAt: stage.clock.now(),
      createdAt: stage.clock.now(),
    });
    await stage.store.raw
      .insert(deliveries)
      .values([delivery("scheduled", "later"), delivery("sending", "now"), delivery("sent", "before")]);
    expect(await getCustody(stage.as("ada"), { sourceId })).toMatchObject({ left: 2 });
    await expect(deleteSource(stage.as("ada"), { sourceId, records: "drop" })).rejects.toThrow(
      "leaving at this moment",
    );
    await stage.store.raw.update(deliveries).set({ state: "sent" }).where(eq(deliveries.state, "sending"));
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
    const left = await stage.store.raw.select().from(deliveries).orderBy(deliveries.recipient);
    expect(left.map(({ recipient, state }) => [recipient, state])).toEqual([
      [expect.stringMatching(/^2026-11-20-\w{4}\.md$/), "cancelled"],
      ["before", "sent"],
      ["later", "cancelled"],
      ["now", "sent"],
    ]);
  });

  it("is refused to whom it is only shared with, and hidden from whom it is not", async () => {
    const { sourceId } = await stageDraft(stage, { visibility: "attendees", attendees: ["Bo"] });
    const input = { sourceId, records: "drop" } as const;
    await expect(deleteSource(stage.as("bo"), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteSource(stage.as("ines"), input)).rejects.toMatchObject({ code: "not_found" });
    expect((await getSource(stage.as("ada"), sourceId)).text).toBe(NOTES);
  });

  it("happens once, and loses or wins against an approval as a whole", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const remove = {
      ctx: stage.as("ada"),
      act: (ctx = stage.as("ada")) => deleteSource(ctx, { sourceId, records: "drop" }),
    };
    expect(await loserOf(remove, remove)).toMatchObject({ code: "not_found" });
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft).toMatchObject({ state: "deleted", title: "Deleted draft" });

    const other = await stageDraft(stage, { text: `${NOTES}\nOnce more.` });
    await Promise.allSettled([
      approveDraft(stage.as("bo"), { draftId: other.draftId, revision: 1 }),
      deleteSource(stage.as("ada"), { sourceId: other.sourceId, records: "drop" }),
    ]);
    expect(await stage.store.raw.select().from(documents)).toEqual([]);
  });

  it("names nobody who can't be named: who deleted it is in the log", async () => {
    const { sourceId } = await storeNotes(stage);
    await deleteSource(stage.as("ines"), { sourceId, records: "drop" });
    const [source] = await stage.store.raw.select().from(sources).where(eq(sources.id, sourceId));
    expect(source).toMatchObject({ deletedBy: CAST.ines.id, title: "Deleted source" });
  });
});
