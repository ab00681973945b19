import { beforeEach, describe, expect, it } from "vitest";
import { AUDIENCES } from "#e2e/support/audiences";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { PAGE_ROWS } from "#lib/db/page";
import {
  countPromises,
  getPromise,
  listEveryPromise,
  listPromisedTo,
  listPromises,
} from "#lib/promises/queries";
import { findEverywhere } from "#lib/search/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const TODAY = { dueFrom: "2026-11-24" };
const BEFORE = { dueUntil: "2026-11-23" };

async function textsOf(filter: Parameters<typeof listPromises>[1]) {
  return (await listPromises(stage.as("ada"), filter)).rows.map(({ text }) => text);
}

describe("listPromises", () => {
  it("has what is ahead by its day, what has no day last, and what is past from the last on", async () => {
    const meeting = await stageMeeting(stage);
    for (const [text, dueOn] of [
      ["today", "2026-11-24"],
      ["yesterday", "2026-11-23"],
      ["later", "2026-12-24"],
      ["long ago", "2026-01-02"],
    ] as const)
      await meeting.promise({ text, dueOn });
    await meeting.promise({ text: "some day" });
    expect(await textsOf(TODAY)).toEqual(["today", "later", "some day"]);
    expect(await textsOf(BEFORE)).toEqual(["yesterday", "long ago"]);
    expect(await textsOf({})).toHaveLength(5);
    expect(await countPromises(stage.as("ada"), { ahead: TODAY, past: BEFORE })).toEqual({
      ahead: 3,
      past: 2,
    });
  });

  it("is narrowed down to who promised, to whom, and by words", async () => {
    const meeting = await stageMeeting(stage);
    await meeting.promise({ text: "Send the price list", by: "bo", toName: "Hollis" });
    await meeting.promise({ text: "Visit the depot", promiserName: "Somebody else", toName: "Novak" });
    expect(await textsOf({ promiserId: "usr_bo" })).toEqual(["Send the price list"]);
    expect(await textsOf({ toName: "Novak" })).toEqual(["Visit the depot"]);
    expect(await textsOf({ words: "DEPOT visit" })).toEqual(["Visit the depot"]);
    expect(await listPromisedTo(stage.as("ada"))).toEqual(["Hollis", "Novak"]);
  });

  it.each([["first", TODAY] as const, ["last", { dueUntil: "2026-12-31" }] as const])(
    "pages through all of them by the %s due",
    async (_, filter) => {
      const meeting = await stageMeeting(stage);
      for (let n = 0; n < PAGE_ROWS + 5; n++)
        await meeting.promise({ text: `${n}`, dueOn: `2026-12-${10 + (n % 5)}` });
      const first = await listPromises(stage.as("ada"), filter);
      const second = await listPromises(stage.as("ada"), { ...filter, cursor: first.next ?? undefined });
      const rows = [...first.rows, ...second.rows];
      expect([new Set(rows.map(({ id }) => id)).size, second.next]).toEqual([PAGE_ROWS + 5, null]);
      expect(rows).toEqual(await listEveryPromise(stage.as("ada"), filter));
    },
  );

  it("refuses the cursor of another list", async () => {
    await expect(listPromises(stage.as("ada"), { cursor: "bm9wZQ" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("who sees a promise", () => {
  it.each(AUDIENCES)("of a source that is $visibility: $reader, $may", async ({ meeting, reader, may }) => {
    const id = await (await stageMeeting(stage, meeting)).promise();
    const ctx = stage.as(reader);
    expect((await listPromises(ctx, {})).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    expect(await listPromisedTo(ctx)).toEqual(may ? ["Hollis"] : []);
    expect((await findEverywhere(ctx, { words: "price hollis" })).map(({ kind }) => kind)).toEqual(
      may ? ["promise"] : [],
    );
    const one = getPromise(ctx, id);
    if (may) expect(await one).toMatchObject({ id, quotes: [{ quoted: "Ship it on Friday" }] });
    else await expect(one).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("findEverywhere", () => {
  it("finds a promise by its words, by who made it and to whom, and says both", async () => {
    const meeting = await stageMeeting(stage);
    const id = await meeting.promise({ by: "bo", toName: "Hollis" });
    for (const words of ["price", "hollis", "Bo"]) {
      const [group] = await findEverywhere(stage.as("ada"), { words, kind: "promise" });
      expect(group?.found).toMatchObject([{ id, about: expect.stringMatching(/^Bo .*to Hollis$/) }]);
    }
  });
});
