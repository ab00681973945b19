import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  briefWeeks,
  deliveries,
  documents,
  draftSources,
  drafts,
  events,
  sources,
  sourceVersions,
  users,
} from "#drizzle/schema/schema";
import { stageBlocker } from "#e2e/support/blockers";
import { stageBrief, writeBrief } from "#e2e/support/briefs";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { setMail } from "#e2e/support/mail";
import { loserOf } from "#e2e/support/race";
import { askBrief } from "#lib/briefing/ask-brief";
import { giveBriefApproval } from "#lib/briefing/give-brief-approval";
import { revokeBriefApproval } from "#lib/briefing/revoke-brief-approval";
import { sweepBriefs } from "#lib/briefing/sweep-briefs";
import { changeBrief } from "#lib/briefs/change-brief";
import { briefOutlets } from "#lib/briefs/outlets";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getRevision } from "#lib/drafts/revision-queries";
import { LETTER_RULES } from "#lib/runtime/letter-rules";

let stage: Stage;
beforeEach(async () => {
  // Friday, nine in the morning; the brief is due at ten.
  stage = await setStage();
});

const HOUR = 3_600_000;
const weeks = () => stage.store.raw.select().from(briefWeeks).orderBy(asc(briefWeeks.monday));
const told = async () => (await weeks()).map(({ monday, state }) => [monday, state]);
const kinds = async () =>
  (await stage.store.raw.select({ kind: events.kind }).from(events).orderBy(asc(events.seq))).map(
    ({ kind }) => kind,
  );

describe("changeBrief", () => {
  it("puts the week down that is told next, with an event", async () => {
    await stageBrief(stage);
    expect(await weeks()).toMatchObject([
      { userId: CAST.ada.id, monday: "2026-11-16", state: "open", dueAt: new Date("2026-11-20T15:00:00Z") },
    ]);
    expect(await kinds()).toEqual(["brief.changed"]);
    await stageBrief(stage, { weekday: 1, version: 1 });
    expect(await weeks()).toMatchObject([{ monday: "2026-11-16", dueAt: new Date("2026-11-23T15:00:00Z") }]);
    await stageBrief(stage, { active: false, version: 2 });
    expect(await weeks()).toEqual([]);
  });

  it("is for leaders and admins, and needs somewhere to go", async () => {
    const change = { active: true, weekday: 5, writeAt: 600, byMail: true, version: 0 };
    await expect(changeBrief(stage.as("dana"), change)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeBrief(stage.as("ada"), { ...change, byMail: false })).rejects.toThrow(
      "Choose where it goes",
    );
    await expect(
      changeBrief(stage.as("ada"), { ...change, slackChannelId: "slc_none" }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("is lost by who changed what was changed already", async () => {
    const ctx = stage.as("ada");
    const act = (on: number) => (by: typeof ctx) =>
      changeBrief(by, { active: true, weekday: on, writeAt: 600, byMail: true, version: 0 });
    expect(await loserOf({ ctx, act: act(1) }, { ctx, act: act(5) })).toMatchObject({ code: "conflict" });
    expect(await weeks()).toHaveLength(1);
  });
});

describe("a weekly brief", () => {
  it("is written at its hour from what code knows of the week, for its leader alone", async () => {
    await stageBrief(stage);
    await stageBlocker(stage);
    await sweepBriefs(stage.system);
    expect(await told()).toEqual([["2026-11-16", "open"]]);
    stage.clock.advance(HOUR);
    const draftId = await writeBrief(stage);
    expect(await told()).toEqual([
      ["2026-11-16", "asked"],
      ["2026-11-23", "open"],
    ]);
    expect(await kinds()).toContain("brief.asked");
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft).toMatchObject({ title: "Weekly brief, 16–22 Nov", state: "pending" });
    const [source] = await stage.store.raw
      .select({ visibility: sources.visibility, authorId: sources.authorId, text: sourceVersions.text })
      .from(draftSources)
      .innerJoin(sources, eq(sources.id, draftSources.sourceId))
      .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
      .where(eq(draftSources.draftId, draftId));
    expect(source).toMatchObject({ visibility: "private", authorId: CAST.ada.id });
    const statements = await getRevision(stage.store.raw, draftId, 1);
    expect(statements.map(({ section, text, kept, trace }) => [section, text, kept, trace])).toEqual([
      ["headline", "One blocker needs somebody", true, "stated"],
      [
        "needs",
        "Chidi Okafor has been blocked since today, and it needs an owner: Still waiting on the staging certificate.",
        true,
        "stated",
      ],
      ["week", "1 of 5 people sent something in or decided; the week before it was 0", true, "stated"],
    ]);
  });

  it("tells nobody of what they may not see", async () => {
    await stageBrief(stage);
    await stageBlocker(stage, { visibility: "team" });
    stage.clock.advance(HOUR);
    await sweepBriefs(stage.system);
    expect(await weeks()).toMatchObject([
      { state: "skipped", reason: "Nothing happened, and nothing waits.", sourceId: null },
      { state: "open" },
    ]);
    expect(await kinds()).toContain("brief.skipped");
  });

  it("is asked for once by two workers", async () => {
    await stageBrief(stage);
    await stageBlocker(stage);
    stage.clock.advance(HOUR);
    const [week] = await weeks();
    const asked = await Promise.allSettled([
      askBrief(stage.system, week!.id),
      askBrief(stage.system, week!.id),
    ]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await sweepBriefs(stage.system);
    expect(await told()).toEqual([
      ["2026-11-16", "asked"],
      ["2026-11-23", "open"],
    ]);
  });

  it("is skipped where whoever wanted it is no leader any more, and comes to no end", async () => {
    await stageBrief(stage);
    await stageBlocker(stage);
    await stage.store.raw.update(users).set({ role: "member" }).where(eq(users.id, CAST.ada.id));
    stage.clock.advance(HOUR);
    await sweepBriefs(stage.system);
    await sweepBriefs(stage.system);
    expect(await told()).toEqual([["2026-11-16", "skipped"]]);
  });

  it("is approved by its leader alone, and then goes to them by mail", async () => {
    const mail = await setMail(stage);
    try {
      await stageBrief(stage);
      await stageBlocker(stage);
      stage.clock.advance(HOUR);
      const draftId = await writeBrief(stage);
      await expect(approveDraft(mail.as("ines"), { draftId, revision: 1 })).rejects.toMatchObject({
        code: "not_found",
      });
      await approveDraft(mail.as("ada"), { draftId, revision: 1 });
      const [page] = await stage.store.raw.select().from(documents).where(eq(documents.draftId, draftId));
      expect(page?.markdown).toMatch(
        /^# Weekly brief, 16–22 Nov\n\nOne blocker needs somebody.*\.\n\n## Needs attention\n\n- Chidi/,
      );
      const [delivery] = await stage.store.raw.select().from(deliveries);
      expect(delivery).toMatchObject({ channel: "circular", recipient: CAST.ada.id, state: "scheduled" });
      stage.clock.advance(60_000);
      await performDelivery(mail.system, LETTER_RULES, delivery!.id);
      expect(await stage.store.raw.select().from(deliveries)).toMatchObject([{ state: "sent" }]);
      expect(mail.server.mails).toMatchObject([{ envelope: { to: [CAST.ada.email] } }]);
    } finally {
      await mail.server.close();
    }
  });

  it("goes out by itself by a standing approval of its leader's, until that is taken back", async () => {
    const mail = await setMail(stage);
    try {
      await stageBrief(stage);
      const { id } = await giveBriefApproval(stage.as("ada"), { channel: "circular" });
      await expect(giveBriefApproval(stage.as("ada"), { channel: "circular" })).rejects.toMatchObject({
        code: "conflict",
      });
      await stageBlocker(stage);
      stage.clock.advance(HOUR);
      const draftId = await writeBrief({ store: stage.store, system: mail.system });
      const state = () =>
        stage.store.raw
          .select({ state: drafts.state, by: drafts.decidedBy })
          .from(drafts)
          .where(eq(drafts.id, draftId));
      expect(await state()).toEqual([{ state: "approved", by: CAST.ada.id }]);
      await expect(revokeBriefApproval(stage.as("ines"), { id })).rejects.toMatchObject({ code: "conflict" });
      await revokeBriefApproval(stage.as("ada"), { id });
      const [delivery] = await stage.store.raw.select().from(deliveries);
      stage.clock.advance(60_000);
      await performDelivery(mail.system, LETTER_RULES, delivery!.id);
      expect(await stage.store.raw.select().from(deliveries)).toMatchObject([{ state: "returned" }]);
      expect(mail.server.mails).toEqual([]);
      expect(await kinds()).toEqual(
        expect.arrayContaining(["standing_approval.given", "standing_approval.revoked"]),
      );
    } finally {
      await mail.server.close();
    }
  });

  it("goes nowhere any more where whom it is for is no leader", async () => {
    await stageBrief(stage);
    await stageBlocker(stage);
    stage.clock.advance(HOUR);
    const draftId = await writeBrief(stage);
    expect(await briefOutlets(stage.store.raw, draftId)).toHaveLength(1);
    await stage.store.raw.update(users).set({ role: "member" }).where(eq(users.id, CAST.ada.id));
    expect(await briefOutlets(stage.store.raw, draftId)).toEqual([]);
  });

  it("goes nowhere by itself where nobody has it go there", async () => {
    await expect(giveBriefApproval(stage.as("ada"), { channel: "circular" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(giveBriefApproval(stage.as("bo"), { channel: "circular" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
