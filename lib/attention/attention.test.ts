import { beforeEach, describe, expect, it } from "vitest";
import { blockers, deliveries, drafts, leads, modelCalls } from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft, storeNotes } from "#e2e/support/drafts";
import { stageMeeting } from "#e2e/support/records";
import { getDeskSide } from "#lib/attention/desk";
import { attentionHeadline } from "#lib/attention/headline";
import { getAttention } from "#lib/attention/queries";
import type { AttentionKind } from "#lib/attention/view";
import { setBudget } from "#lib/budgets/set-budget";
import { listSent } from "#lib/deliveries/sent-queries";
import { takeHold } from "#lib/drafts/take-hold";

/** A Friday. */
const TODAY = "2026-11-20";
const DAY_MS = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const attentionOf = (key: CastKey) => getAttention(stage.as(key), TODAY);

async function rowsOf(key: CastKey, kind: AttentionKind) {
  const { groups } = await attentionOf(key);
  return groups.find((group) => group.kind === kind)?.rows ?? [];
}

const ago = (days: number) => new Date(stage.clock.now().getTime() - days * DAY_MS);

function blocker(id: string, more: Partial<typeof blockers.$inferInsert> = {}) {
  return stage.store.raw.insert(blockers).values({
    id,
    teamId: ENGINEERING.id,
    visibility: "open",
    text: "Staging certificate ran out",
    personId: CAST.dana.id,
    personName: "Dana Weiss",
    state: "open",
    firstOn: "2026-11-16",
    lastOn: TODAY,
    createdAt: stage.clock.now(),
    ...more,
  });
}

describe("getAttention", () => {
  it("is for leaders and admins", async () => {
    for (const key of ["bo", "dana", "hugo"] as const)
      await expect(attentionOf(key)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("tells of a small team alone where nothing else is the matter", async () => {
    const { groups, count } = await attentionOf("ada");
    expect(groups.map(({ kind }) => kind)).toEqual(["teams"]);
    expect(groups[0]?.rows).toMatchObject([
      { title: "Engineering has two people", person: { name: "Dana Weiss" } },
    ]);
    expect(count).toBe(1);
  });

  it("lists blockers by age, with whom they stop, and not those shared with a team the actor isn’t in", async () => {
    await blocker("blk_1");
    await blocker("blk_2", {
      firstOn: "2026-11-19",
      ownerId: CAST.chidi.id,
      state: "owned",
      text: "Test data",
    });
    await blocker("blk_3", { visibility: "team" });
    await blocker("blk_4", { state: "resolved" });
    expect(await rowsOf("ada", "blockers")).toMatchObject([
      { id: "blk_1", age: "4 d", urgency: "late", third: "Dana Weiss", step: { label: "Assign" } },
      { id: "blk_2", age: "1 d", urgency: "calm", person: { name: "Chidi Okafor" } },
    ]);
    expect(attentionHeadline(await attentionOf("ada"))).toBe(
      "Three things need attention. Two stop other people’s work.",
    );
  });

  it("lists questions and overdue actions of everybody, as far as the actor sees them", async () => {
    const open = await stageMeeting(stage, { by: "dana", title: "Planning" });
    await open.question({ text: "Who pays?", decider: "bo" });
    await open.action({ text: "Renew it", owner: "chidi", dueOn: "2026-11-15" });
    await open.action({ text: "Not yet", owner: "chidi", dueOn: TODAY });
    const hidden = await stageMeeting(stage, { by: "dana", visibility: "private" });
    await hidden.question({ text: "Hidden?" });
    await hidden.action({ text: "Hidden", owner: "chidi", dueOn: "2026-11-01" });
    stage.clock.advance(6 * DAY_MS);
    expect(await rowsOf("ada", "questions")).toMatchObject([
      { title: "Who pays?", age: "6 d", urgency: "late", person: { name: "Bo Tran" } },
    ]);
    expect(await rowsOf("ada", "actions")).toMatchObject([
      {
        title: "Renew it",
        age: "5 d",
        urgency: "late",
        third: "Sun 15 Nov",
        person: { name: "Chidi Okafor" },
      },
    ]);
    const found = await attentionOf("ada");
    expect(JSON.stringify(found)).not.toContain("Hidden");
    expect(attentionHeadline(found)).toBe(
      "Three things need attention. The oldest decision has waited six days.",
    );
  });

  it("lists drafts after two days", async () => {
    const { draftId } = await stageDraft(stage, { by: "dana" });
    stage.clock.advance(2 * DAY_MS - 1);
    expect(await rowsOf("ada", "drafts")).toEqual([]);
    stage.clock.advance(1);
    expect(await rowsOf("ada", "drafts")).toMatchObject([
      {
        id: draftId,
        age: "2 d",
        third: "Meeting notes",
        person: { name: "Dana Weiss" },
        step: { label: "Review" },
      },
    ]);
  });

  it("lists warm leads from a week on, until they are cold", async () => {
    const lead = (id: string, days: number, stageOfIt: "connected" | "new" = "connected") => ({
      id,
      name: id,
      stage: stageOfIt,
      ownerId: CAST.bo.id,
      amountCents: 3_840_000,
      currency: "USD",
      lastActivityAt: ago(days),
      createdBy: CAST.bo.id,
      createdAt: ago(100),
    });
    await stage.store.raw
      .insert(leads)
      .values([
        lead("kestrel", 12),
        lead("sault", 8),
        lead("fresh", 6),
        lead("cold", 61),
        lead("name", 12, "new"),
      ]);
    expect(await rowsOf("ada", "leads")).toMatchObject([
      { title: "kestrel", age: "12 d", urgency: "late", third: "USD 38,400.00", person: { name: "Bo Tran" } },
      { title: "sault", age: "8 d", urgency: "soon", about: "no next step recorded" },
    ]);
  });

  it("lists deliveries that failed or may not have left, unknown ones first", async () => {
    const { draftId } = await stageMeeting(stage, { by: "bo" });
    const delivery = (id: string, state: "unknown" | "failed" | "sent") => ({
      id,
      draftId,
      revision: 1,
      channel: "export",
      recipient: id,
      state,
      dueAt: ago(1),
      createdAt: ago(1),
    });
    await stage.store.raw
      .insert(deliveries)
      .values([delivery("dlv_f", "failed"), delivery("dlv_u", "unknown"), delivery("dlv_s", "sent")]);
    expect(await rowsOf("ada", "deliveries")).toMatchObject([
      { id: "dlv_u", urgency: "late", third: "unknown", step: { label: "Decide" } },
      { id: "dlv_f", urgency: "soon", third: "failed" },
    ]);
  });

  it("names who has far more open actions than the others", async () => {
    const meeting = await stageMeeting(stage);
    for (let at = 0; at < 12; at++) await meeting.action({ text: `Do ${at}`, owner: "chidi" });
    await meeting.action({ owner: "bo" });
    await meeting.action({ owner: "dana" });
    expect(await rowsOf("ada", "people")).toMatchObject([
      { title: "Chidi Okafor has 12 open actions", age: "12", step: { label: "Share out" } },
    ]);
  });
});

describe("a budget", () => {
  it("needs attention from nine tenths on", async () => {
    const { runId } = await storeNotes(stage);
    const version = async (monthCents: number, seen: number) =>
      setBudget(stage.as("ada"), { workflow: "meeting-notes", version: seen, monthCents });
    await stage.store.raw.insert(modelCalls).values({
      id: "cal_1",
      runId: runId ?? "",
      attempt: 1,
      model: "m",
      host: "h",
      outcome: "answered",
      costMicros: 41_000_000n,
      startedAt: stage.clock.now(),
    });
    await version(5000, 0);
    expect(await rowsOf("ada", "budgets")).toEqual([]);
    await version(4500, 1);
    expect(await rowsOf("ada", "budgets")).toMatchObject([
      { title: "Meeting notes has used 91 % of its $45", step: { label: "Decide" } },
    ]);
  });
});

describe("getDeskSide", () => {
  it("shows the queue by workflow, who reads, and what was decided since Thursday evening", async () => {
    const { draftId } = await stageDraft(stage, { by: "dana" });
    await stageMeeting(stage);
    await stage.store.raw.update(drafts).set({ broughtBy: CAST.dana.id });
    stage.clock.advance(60_000);
    await takeHold(stage.as("dana"), { draftId });
    const desk = await getDeskSide(stage.as("ada"), { timeZone: "America/Toronto", today: TODAY });
    expect(desk.queues).toEqual([{ workflow: "meeting-notes", label: "Meeting notes", ages: [60_000] }]);
    expect(desk.atWork).toMatchObject([{ draftId, by: "Dana Weiss" }]);
    expect(desk.since).toEqual({ at: "2026-11-19T22:30:00.000Z", day: "2026-11-19" });
    await expect(
      getDeskSide(stage.as("bo"), { timeZone: "America/Toronto", today: TODAY }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("leads from what was sent since Thursday evening to those very deliveries", async () => {
    const { draftId } = await stageMeeting(stage, { by: "ada" });
    const sent = (id: string, endedAt: Date) => ({
      id,
      draftId,
      revision: 1,
      channel: "export",
      recipient: id,
      state: "sent" as const,
      dueAt: endedAt,
      createdAt: endedAt,
      endedAt,
    });
    const times = ["2026-11-19T22:29:00Z", "2026-11-19T22:31:00Z", "2026-11-20T08:00:00Z"];
    await stage.store.raw.insert(deliveries).values(times.map((at, n) => sent(`dlv_${n}`, new Date(at))));
    const ada = stage.as("ada");
    const { outgoing, since } = await getDeskSide(ada, { timeZone: "America/Toronto", today: TODAY });
    expect(outgoing.sent).toBe(2);
    expect((await listSent(ada, { state: "sent", since: since.at })).rows).toHaveLength(2);
  });
});
