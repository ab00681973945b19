import { beforeEach, describe, expect, it } from "vitest";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { SENTENCE, stageMeeting } from "#e2e/support/records";
import { completeAction } from "#lib/actions/complete-action";
import { countActions, getAction, listActions } from "#lib/actions/queries";
import type { ActionFilter } from "#lib/actions/schema";
import { encodeCursor } from "#lib/db/cursor";
import { PAGE_ROWS } from "#lib/db/page";
import { moveSource } from "#lib/series/move-source";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const textsFor = async (key: CastKey, filter: ActionFilter = {}) =>
  (await listActions(stage.as(key), filter)).rows.map((row) => row.text);

describe("listActions", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const id = await (await stageMeeting(stage, meeting)).action({ owner: "chidi" });
    const ctx = stage.as(reader);
    expect((await listActions(ctx, {})).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    expect(await countActions(ctx, { all: {} })).toEqual({ all: may ? 1 : 0 });
    if (may) expect(await getAction(ctx, id)).toMatchObject({ id });
    else await expect(getAction(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows its owner an action outside the audience, without its sentence or draft", async () => {
    const id = await (await stageMeeting(stage, { visibility: "private" })).action({ owner: "bo" });
    const [row] = (await listActions(stage.as("bo"), { ownerId: CAST.bo.id })).rows;
    expect(row).toMatchObject({ id, text: "Ship it", mayChange: true, origin: null });
    expect(await getAction(stage.as("bo"), id)).toMatchObject({ origin: null, quotes: [] });
    expect((await getAction(stage.as("ada"), id)).quotes).toHaveLength(1);
    await expect(getAction(stage.as("ines"), id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells an owner outside the audience no series that it comes from", async () => {
    const meeting = await stageMeeting(stage, { visibility: "private" });
    await meeting.action({ owner: "bo" });
    const { seriesId } = await moveSource(stage.as("ada"), {
      sourceId: meeting.sourceId,
      from: null,
      to: "Board",
    });
    const filter = { ownerId: CAST.bo.id, seriesId: seriesId ?? "" };
    expect(await textsFor("bo", filter)).toEqual([]);
    expect(await countActions(stage.as("bo"), { all: filter })).toEqual({ all: 0 });
    expect(await textsFor("ada", filter)).toEqual(["Ship it"]);
  });

  it("sorts open actions by due day, undated ones last, and closed ones by when they were closed", async () => {
    const meeting = await stageMeeting(stage);
    const day = (n: number) => new Date(stage.clock.now().getTime() + n * 86_400_000);
    await meeting.action({ text: "some day" });
    await meeting.action({ text: "late", dueOn: "2026-12-24" });
    await meeting.action({ text: "soon", dueOn: "2026-11-21" });
    await meeting.action({ text: "done first", state: "done", closedAt: day(1) });
    await meeting.action({ text: "done last", state: "done", closedAt: day(2) });
    expect(await textsFor("ada")).toEqual(["soon", "late", "some day"]);
    expect(await textsFor("ada", { state: "done" })).toEqual(["done last", "done first"]);
    expect(await textsFor("ada", { state: "cancelled" })).toEqual([]);
  });

  it("narrows down to an owner, to a team with its lead, and to what is due", async () => {
    const meeting = await stageMeeting(stage);
    await meeting.action({ text: "Bo's", owner: "bo", dueOn: "2026-11-19" });
    await meeting.action({ text: "Dana's", owner: "dana", dueOn: "2026-11-20" });
    await meeting.action({ text: "Chidi's", owner: "chidi" });
    await meeting.action({ text: "nobody's", dueOn: "2026-11-18" });
    expect(await textsFor("ada", { ownerId: CAST.bo.id })).toEqual(["Bo's"]);
    expect(await textsFor("ada", { teamId: ENGINEERING.id })).toEqual(["Dana's", "Chidi's"]);
    expect(await textsFor("ada", { dueUntil: "2026-11-19" })).toEqual(["nobody's", "Bo's"]);
    const due = { teamId: ENGINEERING.id, dueUntil: "2026-11-20" };
    expect(await countActions(stage.as("ada"), { due })).toEqual({ due: 1 });
  });

  it.each(["open", "done"] as const)("goes through all %s actions page by page, each once", async (state) => {
    const meeting = await stageMeeting(stage);
    for (let n = 0; n < 120; n++) {
      const dueOn = n % 3 === 0 ? undefined : `2026-12-${String((n % 28) + 1).padStart(2, "0")}`;
      const closedAt = new Date(stage.clock.now().getTime() + (n % 40));
      await meeting.action({ text: `n${n}`, dueOn, state, ...(state === "done" && { closedAt }) });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listActions(stage.as("ada"), { state, cursor });
      expect(page.rows.length).toBeLessThanOrEqual(PAGE_ROWS);
      seen.push(...page.rows.map((row) => row.text));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  it.each([
    ["x", "y"],
    [null, null],
    ["2026-13-40", "act_1"],
  ])("refuses the cursor %s, %s", async (...values) => {
    await expect(listActions(stage.as("ada"), { cursor: encodeCursor(values) })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("getAction", () => {
  it("shows the words it stands on within their sentence, and what happened", async () => {
    const id = await (await stageMeeting(stage, { title: "Planning" })).action({ owner: "bo" });
    await completeAction(stage.as("bo"), { actionId: id, version: 1 });
    const action = await getAction(stage.as("ada"), id);
    expect(action.quotes).toEqual([
      {
        before: "",
        quoted: "Ship it on Friday",
        after: ", said everybody in the room.",
        sourceTitle: "Planning",
        heldOn: "2026-11-20",
        line: 3,
      },
    ]);
    expect(action.quotes.map(({ before, quoted, after }) => before + quoted + after)).toEqual([SENTENCE]);
    expect(action.history.map((line) => line.sentence)).toEqual(["Bo Tran completed this action."]);
    expect(action).toMatchObject({ state: "done", closedBy: "Bo Tran", mayChange: true });
  });
});
