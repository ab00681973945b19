import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, decisions, mentions, questions, sources } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { loserOf } from "#e2e/support/race";
import { meetTwice, NEXT, WEEKLY } from "#e2e/support/series";
import { completeAction } from "#lib/actions/complete-action";
import { redateAction } from "#lib/actions/redate-action";
import { deleteSource } from "#lib/custody/delete-source";
import { getDecision } from "#lib/decisions/queries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const rowsOf = (table: typeof actions | typeof decisions | typeof questions, draftId: string) =>
  stage.store.raw.select().from(table).where(eq(table.draftId, draftId));

async function theMerge(draftId: string) {
  const found = (await stage.store.raw.select().from(actions).where(eq(actions.draftId, draftId))).find(
    ({ text }) => text.includes("merge"),
  );
  if (!found) throw new Error("There is no such action.");
  return found;
}

describe("approving it", () => {
  it("completes what is done, makes nothing twice, and supersedes", async () => {
    const { first, next } = await meetTwice(stage);
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    const done = await theMerge(first.draftId);
    expect(done).toMatchObject({ state: "done", closedBy: "usr_ada", version: 2 });
    expect(await kindsOf(stage.store, done.id)).toEqual(["action.completed"]);
    expect(await rowsOf(actions, next.draftId)).toMatchObject([{ text: "Order three new tablets" }]);
    expect(await rowsOf(questions, next.draftId)).toEqual([]);
    const [old] = await stage.store.raw.select().from(decisions).where(eq(decisions.draftId, first.draftId));
    const [by] = await stage.store.raw.select().from(decisions).where(eq(decisions.draftId, next.draftId));
    expect(old?.supersededBy).toBe(by?.id);
    const kept = await stage.store.raw.select().from(mentions).where(eq(mentions.draftId, next.draftId));
    expect(kept.map(({ as }) => as).sort()).toEqual(["done", "same", "same", "superseding"]);
  });

  it("is taken back with all of it", async () => {
    const { first, next } = await meetTwice(stage);
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    await reopenDraft(stage.as("ada"), { draftId: next.draftId });
    expect(await theMerge(first.draftId)).toMatchObject({ state: "open", closedBy: null, version: 1 });
    expect(await rowsOf(decisions, first.draftId)).toMatchObject([{ supersededBy: null }]);
    expect(await stage.store.raw.select().from(mentions)).toEqual([]);
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    expect(await theMerge(first.draftId)).toMatchObject({ state: "done", version: 2 });
  });

  it("keeps the earlier approval from being taken back meanwhile", async () => {
    const { first, next } = await meetTwice(stage, { text: NEXT.replace(/^(Dana|DECISION).*\n/gm, "") });
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    await expect(reopenDraft(stage.as("ada"), { draftId: first.draftId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("later approval"),
    });
  });

  it("makes a new action where a person says it is another one", async () => {
    const { next, draft } = await meetTwice(stage);
    const same = draft.statements.find(({ section, earlier }) => section === "actions" && earlier);
    await editDraft(stage.as("ada"), {
      draftId: next.draftId,
      revision: 1,
      changes: [{ statementId: same?.id ?? "", as: "new", seenVersion: 1 }],
    });
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 2 });
    expect(await rowsOf(actions, next.draftId)).toHaveLength(2);
  });

  it("refuses what is not offered for a statement", async () => {
    const { next, draft } = await meetTwice(stage);
    const plain = draft.statements.find(({ earlier }) => !earlier);
    const edit = { draftId: next.draftId, revision: 1 };
    for (const changes of [
      [{ statementId: plain?.id ?? "", as: "same" as const }],
      [{ statementId: "e1", as: "superseding" as const }],
    ])
      await expect(editDraft(stage.as("ada"), { ...edit, changes })).rejects.toMatchObject({
        code: "invalid",
      });
  });

  it("explains where the earlier action has changed, until it is looked at again", async () => {
    const { first, next } = await meetTwice(stage);
    const { id: actionId } = await theMerge(first.draftId);
    await redateAction(stage.as("ada"), { actionId, version: 1, dueOn: "2026-12-24" });
    const approve = (revision: number) => approveDraft(stage.as("ada"), { draftId: next.draftId, revision });
    await expect(approve(1)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("was changed since this draft was written"),
    });
    expect(await rowsOf(actions, next.draftId)).toEqual([]);
    const choose = (seenVersion: number | undefined) =>
      editDraft(stage.as("ada"), {
        draftId: next.draftId,
        revision: 1,
        changes: [{ statementId: "e1", as: "done", seenVersion }],
      });
    for (const stale of [1, undefined])
      await expect(choose(stale)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("was changed since it was shown here"),
      });
    const shown = (await getDeskDraft(stage.as("ada"), next.draftId)).earlier;
    await choose(shown.find(({ id }) => id === actionId)?.version);
    await approve(2);
    expect(await theMerge(first.draftId)).toMatchObject({ state: "done", dueOn: "2026-12-24" });
  });

  it("takes an action as done that somebody completed meanwhile, and leaves theirs on undo", async () => {
    const { first, next } = await meetTwice(stage);
    const { id: actionId } = await theMerge(first.draftId);
    await completeAction(stage.as("ada"), { actionId, version: 1 });
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    await reopenDraft(stage.as("ada"), { draftId: next.draftId });
    expect(await theMerge(first.draftId)).toMatchObject({ state: "done", version: 2 });
  });

  it("loses against a change of the action at the same moment, or the change does", async () => {
    const { first, next } = await meetTwice(stage);
    const { id: actionId } = await theMerge(first.draftId);
    const lost = await loserOf(
      { ctx: stage.as("ada"), act: (ctx) => approveDraft(ctx, { draftId: next.draftId, revision: 1 }) },
      {
        ctx: stage.as("ines"),
        act: (ctx) => redateAction(ctx, { actionId, version: 1, dueOn: "2026-12-24" }),
      },
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("approving notes about what is somebody else’s", () => {
  const his = { by: "bo", series: WEEKLY, heldOn: "2026-11-27" } as const;
  const about = "Release 4.3 planning\n\n";
  const DONE = `${about}Dana ran the two-pass merge on the Hollis set.\n`;
  const OVERTURNED = `${about}DECISION: Ship 4.3 on 11 December with photo annotations instead of without them\n`;

  async function meetWith(text: string, attendees: string[]) {
    const first = await stageDraft(stage, { series: WEEKLY, attendees });
    await approveDraft(stage.as("ada"), { draftId: first.draftId, revision: 1 });
    return { first, next: await stageDraft(stage, { ...his, text }) };
  }

  it("is refused, and completes and overturns nothing, where one was not of the earlier meeting", async () => {
    for (const [text, said, leftAs] of [
      [DONE, "Only its owner or a leader completes", "open"],
      [OVERTURNED, "Only who may approve the meeting", "new"],
    ] as const) {
      stage = await setStage();
      const { first, next } = await meetWith(text, ["Ada", "Dana"]);
      const { statements, earlier } = await getDeskDraft(stage.as("bo"), next.draftId);
      expect(earlier.filter(({ mayChange }) => !mayChange).length).toBeGreaterThan(0);
      const refused = { code: "forbidden", message: expect.stringContaining(said) };
      const approved = approveDraft(stage.as("bo"), { draftId: next.draftId, revision: 1 });
      await expect(approved).rejects.toMatchObject(refused);
      expect(await theMerge(first.draftId)).toMatchObject({ state: "open", version: 1 });
      expect(await rowsOf(decisions, first.draftId)).toMatchObject([{ supersededBy: null, version: 1 }]);
      expect(await rowsOf(decisions, next.draftId)).toEqual([]);
      // And goes through once that is left as it is.
      const theirs = statements.filter(
        (one) => one.earlier?.as === "done" || one.earlier?.as === "superseding",
      );
      const changes = theirs.map(({ id }) => ({ statementId: id, as: leftAs, seenVersion: 1 }));
      await editDraft(stage.as("bo"), { draftId: next.draftId, revision: 1, changes });
      await approveDraft(stage.as("bo"), { draftId: next.draftId, revision: 2 });
      expect(await theMerge(first.draftId)).toMatchObject({ state: "open", version: 1 });
      expect(await rowsOf(decisions, first.draftId)).toMatchObject([{ supersededBy: null, version: 1 }]);
    }
  });

  it("binds who chooses to nothing newer of what they don’t see", async () => {
    const { first, next } = await meetWith(DONE, ["Ada", "Bo", "Dana"]);
    const { id: actionId } = await theMerge(first.draftId);
    await redateAction(stage.as("ada"), { actionId, version: 1, dueOn: "2026-12-24" });
    const { raw } = stage.store;
    await raw.update(sources).set({ visibility: "private" }).where(eq(sources.id, first.sourceId));
    const { statements } = await editDraft(stage.as("bo"), {
      draftId: next.draftId,
      revision: 1,
      changes: [{ statementId: "e1", as: "done" }],
    });
    expect(statements.find(({ id }) => id === "e1")?.earlier).toMatchObject({ as: "done", version: 1 });
  });

  it("is for who was there", async () => {
    const { first, next } = await meetWith(DONE, ["Ada", "Bo", "Dana"]);
    const { earlier } = await getDeskDraft(stage.as("bo"), next.draftId);
    expect(earlier.map(({ mayChange }) => mayChange)).not.toContain(false);
    await approveDraft(stage.as("bo"), { draftId: next.draftId, revision: 1 });
    expect(await theMerge(first.draftId)).toMatchObject({ state: "done", closedBy: "usr_bo" });
  });
});

describe("deleting the earlier meeting", () => {
  it("leaves what was said again to the meeting that said it, in its words", async () => {
    const { first, next } = await meetTwice(stage);
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    await deleteSource(stage.as("ada"), { sourceId: first.sourceId, records: "drop" });
    const left = await stage.store.raw.select().from(actions).orderBy(actions.text);
    expect(left).toMatchObject([
      { text: "Order three new tablets", draftId: next.draftId },
      { text: "Tell the pilot customer that format 3 stays", draftId: next.draftId, state: "open" },
    ]);
    expect(await rowsOf(questions, next.draftId)).toHaveLength(1);
    expect(
      (await getDecision(stage.as("ada"), (await rowsOf(decisions, next.draftId))[0]?.id ?? "")).text,
    ).toContain("11 December");
    expect((await stage.store.raw.select().from(mentions)).map(({ as }) => as)).toEqual([]);
  });

  it("leaves nothing on it that only the earlier meeting said, but what people settled since", async () => {
    const text = NEXT.replace(
      "QUESTION:",
      "ACTION: Dana to run the two-pass merge on the Hollis set\nQUESTION:",
    );
    const { first, next } = await meetTwice(stage, { text: text.replace(/^(Dana|DECISION).*\n/gm, "") });
    await approveDraft(stage.as("ada"), { draftId: next.draftId, revision: 1 });
    const of = eq(actions.draftId, first.draftId);
    const dueOn = "2026-12-02";
    await stage.store.raw.update(actions).set({ ownerId: null, ownerName: "Only there", dueOn }).where(of);
    const { id: actionId } = await theMerge(first.draftId);
    await redateAction(stage.as("ada"), { actionId, version: 1, dueOn: "2026-12-24" });
    await deleteSource(stage.as("ada"), { sourceId: first.sourceId, records: "drop" });
    expect(await theMerge(next.draftId)).toMatchObject({ ownerId: "usr_dana", dueOn: "2026-12-24" });
    const left = (await rowsOf(actions, next.draftId)).find(({ text }) => text.includes("format 3"));
    expect(left).toMatchObject({ ownerId: "usr_bo", ownerName: "Bo Tran", dueOn: null });
  });
});
