import { beforeEach, describe, expect, it } from "vitest";
import { postSaid, stageBlocker } from "#e2e/support/blockers";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { findEverywhere } from "#lib/search/queries";
import { OPERATIONS } from "#lib/web/api/operations";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("searching", () => {
  it("finds blockers by what they say, whose they are and how they ended, and no team’s alone", async () => {
    const { blockerId } = await stageBlocker(stage, { state: "resolved" });
    await postSaid(stage, {
      by: "dana",
      visibility: "team",
      said: ["The landlord has not sent the gate key."],
    });
    const foundBy = async (key: "bo" | "dana" | "hugo", words: string) =>
      (await findEverywhere(stage.as(key), { words, kind: "blocker" })).flatMap(({ found }) => found);
    for (const words of ["staging certificate", "Okafor", "renewed"])
      expect(await foundBy("hugo", words)).toMatchObject([
        { id: blockerId, about: `${CAST.chidi.name}, resolved` },
      ]);
    expect(await foundBy("dana", "gate key")).toHaveLength(1);
    expect(await foundBy("bo", "gate key")).toEqual([]);
  });
});

it("offers models to read blockers, and to change none", () => {
  const tools = OPERATIONS.filter(({ tag, tool }) => tag === "blockers" && tool).map(({ id }) => id);
  expect(tools).toEqual(["listBlockers", "readBlocker"]);
});
