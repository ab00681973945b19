import { beforeEach, describe, expect, it } from "vitest";
import { ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup } from "#e2e/support/standups";
import { findPassage } from "#lib/sources/find-passage";
import { passageHref } from "#lib/sources/passage";
import { getSource } from "#lib/sources/queries";
import { PassageAddress } from "#lib/sources/schema";
import { postUpdate } from "#lib/standups/post-update";

const WORDS = "Waiting on IT.";
let stage: Stage;
let sourceId: string;
beforeEach(async () => {
  stage = await setStage();
  await stageStandup(stage);
  sourceId = (await post(stage, "dana", `Merged it. ${WORDS}`)).sourceId;
});

const find = async (href: string) => {
  const ctx = stage.as("dana");
  const query = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  return findPassage(ctx, await getSource(ctx, sourceId), PassageAddress.parse(query));
};
const change = (text: string) => postUpdate(stage.as("dana"), { teamId: ENGINEERING.id, text }, "page");

describe("findPassage", () => {
  const href = () => passageHref({ sourceId, version: 1, start: 11, end: 25 });

  it("finds words where they were read, and where a later version has them", async () => {
    expect(await find(href())).toEqual({ start: 11, end: 25 });
    await change(`${WORDS} Merged it.`);
    expect(await find(href())).toEqual({ start: 0, end: 14 });
  });

  it("says when they are gone, and takes no address that means nothing", async () => {
    await change("Merged it.");
    expect(await find(href())).toBe("changed");
    expect(await find(passageHref({ sourceId, version: 9, start: 1, end: 3 }))).toBe("changed");
    expect(await find(passageHref({ sourceId, version: 2, start: 1, end: 999 }))).toBe("changed");
    expect(await find(`/sources/${sourceId}?of=1&from=x&to=3`)).toBeNull();
    expect(await find(`/sources/${sourceId}?of=1&from=9&to=3`)).toBeNull();
  });
});
