import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, mentions, runNeeds, runs } from "#drizzle/schema/schema";
import { type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { completeAction } from "#lib/actions/complete-action";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";
import { startRun } from "#lib/runs/start-run";

const PLANNING = `Release 4.3 planning
ACTION: Dana to renew the staging certificate of the shop
ACTION: Bo to order three new tablets
`;
const STANDUP = `Tuesday stand-up
ACTION: Dana to renew the shop's staging certificate
ACTION: Dana to renew the production certificate of the shop
`;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

type Meeting = Parameters<typeof stageDraft>[1];

async function meetInTwoPlaces(first: Meeting = {}, second: Meeting = {}) {
  const planning = await stageDraft(stage, { text: PLANNING, title: "Planning", ...first });
  await approveDraft(stage.as(first.by ?? "ada"), { draftId: planning.draftId, revision: 1 });
  const standup = await stageDraft(stage, {
    text: STANDUP,
    title: "Stand-up",
    heldOn: "2026-11-24",
    ...second,
  });
  return { planning, standup };
}
const deskOf = (draftId: string, who: CastKey = "ada") => getDeskDraft(stage.as(who), draftId);
const madeBy = (draftId: string) =>
  stage.store.raw.select().from(actions).where(eq(actions.draftId, draftId)).orderBy(actions.text);
const certificateOf = async (draftId: string) => {
  const found = (await madeBy(draftId)).find(({ text }) => text.includes("staging"));
  if (!found) throw new Error("There is no such action.");
  return found;
};

describe("what another meeting had agreed already", () => {
  it("is offered as the same action with both quotes, and nothing else is", async () => {
    const { planning, standup } = await meetInTwoPlaces();
    const desk = await deskOf(standup.draftId);
    expect(desk.statements.map(({ text, earlier }) => [text, earlier?.as])).toEqual([
      ["Renew the shop's staging certificate", "same"],
      ["Renew the production certificate of the shop", undefined],
    ]);
    const known = await certificateOf(planning.draftId);
    expect(desk.earlier).toMatchObject([
      { id: known.id, title: "Planning", quotes: [{ quoted: expect.stringContaining("renew the staging") }] },
    ]);
    const needs = await stage.store.raw.select().from(runNeeds).where(eq(runNeeds.runId, standup.runId));
    expect(needs).toMatchObject([{ recordId: known.id, version: 1 }]);
  });

  it("is one action after the approval, and again two meetings' after it is taken back", async () => {
    const { planning, standup } = await meetInTwoPlaces();
    await approveDraft(stage.as("ada"), { draftId: standup.draftId, revision: 1 });
    expect(await madeBy(standup.draftId)).toMatchObject([{ text: expect.stringContaining("production") }]);
    const { id } = await certificateOf(planning.draftId);
    expect(await stage.store.raw.select().from(mentions)).toMatchObject([{ recordId: id, as: "same" }]);
    await reopenDraft(stage.as("ada"), { draftId: standup.draftId });
    expect(await stage.store.raw.select().from(mentions)).toEqual([]);
    expect(await madeBy(standup.draftId)).toEqual([]);
  });

  it("is a new action where a person says so", async () => {
    const { standup } = await meetInTwoPlaces();
    const { statements } = await deskOf(standup.draftId);
    const changes = [{ statementId: statements[0]?.id ?? "", as: "new" as const, seenVersion: 1 }];
    await editDraft(stage.as("ada"), { draftId: standup.draftId, revision: 1, changes });
    await approveDraft(stage.as("ada"), { draftId: standup.draftId, revision: 2 });
    expect(await madeBy(standup.draftId)).toHaveLength(2);
  });

  it("is a conflict where it was completed meanwhile, until it is looked at again", async () => {
    const { planning, standup } = await meetInTwoPlaces();
    const { id: actionId } = await certificateOf(planning.draftId);
    await completeAction(stage.as("dana"), { actionId, version: 1 });
    const approve = (revision: number) =>
      approveDraft(stage.as("ada"), { draftId: standup.draftId, revision });
    await expect(approve(1)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("was completed since this draft was written"),
    });
    expect(await madeBy(standup.draftId)).toEqual([]);
    const { statements } = await deskOf(standup.draftId);
    const changes = [{ statementId: statements[0]?.id ?? "", as: "same" as const, seenVersion: 2 }];
    await editDraft(stage.as("ada"), { draftId: standup.draftId, revision: 1, changes });
    await approve(2);
    expect(await madeBy(standup.draftId)).toHaveLength(1);
  });

  it("is not offered once it is done", async () => {
    const { planning } = await meetInTwoPlaces();
    const { id: actionId } = await certificateOf(planning.draftId);
    await completeAction(stage.as("dana"), { actionId, version: 1 });
    const later = await stageDraft(stage, { text: `${STANDUP}Later.\n`, title: "Another" });
    expect((await deskOf(later.draftId)).statements.filter(({ earlier }) => earlier)).toEqual([]);
  });
});

describe("running a meeting again", () => {
  it("doubles nothing, whichever meeting had it first", async () => {
    const { standup } = await meetInTwoPlaces();
    await approveDraft(stage.as("ada"), { draftId: standup.draftId, revision: 1 });
    const runId = await startRun(stage.as("ada"), { sourceId: standup.sourceId });
    await performRun(stage.system, () => rulesWriter, runId);
    const [run] = await stage.store.raw.select().from(runs).where(eq(runs.id, runId));
    const draftId = run?.draftId ?? "";
    expect((await deskOf(draftId)).statements.map(({ earlier }) => earlier?.as)).toEqual(["same", "same"]);
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    expect(await madeBy(draftId)).toEqual([]);
    expect(await stage.store.raw.$count(actions)).toBe(3);
  });
});

describe("a meeting that not all readers of the new one see", () => {
  it.each([
    [{ visibility: "private" }, { visibility: "open" }, false],
    [{ visibility: "private" }, { visibility: "private" }, true],
    [{ visibility: "private" }, { visibility: "private", by: "bo" }, false],
    [{ visibility: "team", teamId: ENGINEERING.id }, { visibility: "open" }, false],
    [{ visibility: "team", teamId: ENGINEERING.id }, { visibility: "team", teamId: ENGINEERING.id }, true],
    [{ visibility: "attendees", attendees: ["Ada", "Bo"] }, { visibility: "private" }, true],
    [
      { visibility: "attendees", attendees: ["Ada", "Bo"] },
      { visibility: "attendees", attendees: ["Ada", "Dana"] },
      false,
    ],
    [{ visibility: "open" }, { visibility: "private", by: "bo" }, true],
  ] as [Meeting & object, Meeting & object, boolean][])("%j in %j: %s", async (first, second, offered) => {
    const { standup } = await meetInTwoPlaces(first, second);
    const [needs, desk] = [
      await stage.store.raw.select().from(runNeeds),
      await deskOf(standup.draftId, second.by),
    ];
    expect(desk.statements.some(({ earlier }) => earlier)).toBe(offered);
    expect(needs.length > 0).toBe(offered);
  });
});
