import { beforeEach, describe, expect, it } from "vitest";
import { stageBlocker } from "#e2e/support/blockers";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { stageMeeting } from "#e2e/support/records";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getToday } from "#lib/today/queries";

/** A Friday. */
const TODAY = "2026-11-20";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const todayFor = (key: CastKey) => getToday(stage.as(key), TODAY);

describe("getToday", () => {
  it("is empty for somebody whom nothing waits for", async () => {
    expect(await todayFor("bo")).toEqual({
      drafts: { rows: [], count: 0 },
      stoppedRuns: [],
      actions: { rows: [], count: 0, overdue: 0, today: 0, later: 0 },
      questions: { rows: [], count: 0 },
      blockers: { rows: [], count: 0 },
      standups: [],
      decided: [],
      own: { decided: 0, unedited: 0 },
      reviewing: null,
    });
  });

  it("shows what is in one’s way, and what one gets out of the way, as far as it lives", async () => {
    const { blockerId } = await stageBlocker(stage, { by: "chidi", state: "owned", owner: "bo" });
    expect((await todayFor("bo")).blockers).toMatchObject({ rows: [{ id: blockerId }], count: 1 });
    expect((await todayFor("chidi")).blockers.count).toBe(1);
    expect((await todayFor("dana")).blockers).toEqual({ rows: [], count: 0 });
    await resolveBlocker(stage.as("bo"), { blockerId, version: 1, how: "Renewed" });
    expect((await todayFor("chidi")).blockers.count).toBe(0);
  });

  it("shows drafts to those who may decide them, oldest first", async () => {
    const { draftId: first } = await stageDraft(stage, {
      by: "dana",
      attendees: ["Bo"],
      text: "DECISION: Ship it",
    });
    stage.clock.advance(1);
    const { draftId: second } = await stageDraft(stage, { by: "dana", attendees: [] });
    const seenBy = async (key: CastKey) => {
      const { rows, count } = (await todayFor(key)).drafts;
      expect(count).toBe(rows.length);
      return rows.map((row) => row.id);
    };
    expect(await seenBy("dana")).toEqual([first, second]);
    expect(await seenBy("ada")).toEqual([first, second]);
    expect(await seenBy("bo")).toEqual([first]);
    expect(await seenBy("hugo")).toEqual([]);
  });

  it("shows one's own actions up to the end of the week, and counts what is overdue and due today", async () => {
    const meeting = await stageMeeting(stage, { visibility: "private" });
    await meeting.action({ text: "yesterday", owner: "bo", dueOn: "2026-11-19" });
    await meeting.action({ text: "today", owner: "bo", dueOn: TODAY });
    await meeting.action({ text: "Sunday", owner: "bo", dueOn: "2026-11-22" });
    await meeting.action({ text: "Monday", owner: "bo", dueOn: "2026-11-23" });
    await meeting.action({ text: "some day", owner: "bo" });
    await meeting.action({ text: "Dana's", owner: "dana", dueOn: "2026-11-19" });
    const { actions } = await todayFor("bo");
    expect(actions.rows.map((row) => row.text)).toEqual(["yesterday", "today", "Sunday"]);
    expect(actions).toMatchObject({ count: 3, overdue: 1, today: 1, later: 2 });
  });

  it("shows the open questions one decides", async () => {
    const meeting = await stageMeeting(stage);
    await meeting.question({ text: "Bo's", decider: "bo" });
    await meeting.question({ text: "nobody's" });
    stage.clock.advance(1);
    await (await stageMeeting(stage)).question({ text: "Bo's next", decider: "bo" });
    const { rows, count } = (await todayFor("bo")).questions;
    expect(rows.map((row) => row.text)).toEqual(["Bo's", "Bo's next"]);
    expect(count).toBe(2);
    expect((await todayFor("ada")).questions).toEqual({ rows: [], count: 0 });
  });

  it("shows what was decided in the last seven days to who may see it, and counts one's own", async () => {
    const { draftId } = await stageDraft(stage, { by: "dana", visibility: "private" });
    await approveDraft(stage.as("dana"), { draftId, revision: 1 });
    const shown = (await todayFor("dana")).decided;
    expect(shown).toEqual([
      {
        id: draftId,
        title: "Release 4.3 planning",
        state: "approved",
        by: CAST.dana.name,
        byId: CAST.dana.id,
        at: stage.clock.now().toISOString(),
      },
    ]);
    expect((await todayFor("dana")).own).toEqual({ decided: 1, unedited: 1 });
    expect((await todayFor("ada")).decided).toEqual([]);
    stage.clock.advance(8 * 24 * 3600 * 1000);
    expect((await todayFor("dana")).decided).toEqual([]);
  });
});
