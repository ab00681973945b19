import { beforeEach, describe, expect, it } from "vitest";
import { type Answer, tryIt } from "#e2e/permissions/answers";
import { EVERYBODY, PEOPLE, SEES, setWideStage, VISIBILITIES, type Who } from "#e2e/permissions/people";
import { SHARED_VERBS } from "#e2e/permissions/shared-verbs";

let stage: Awaited<ReturnType<typeof setWideStage>>;
beforeEach(async () => {
  stage = await setWideStage();
});

describe.each(Object.entries(SHARED_VERBS))("%s", (_, { prepare, act, may, also = [] }) => {
  it.each(VISIBILITIES)("on something shared as “%s”", async (visibility) => {
    const expected = (who: Who): Answer => {
      if (!SEES[visibility].includes(who) && !also.includes(who)) return "gone";
      return may.includes(who) ? "yes" : "forbidden";
    };
    const refused = EVERYBODY.filter((who) => expected(who) !== "yes");
    const untouched = await prepare(stage, visibility);
    for (const who of refused)
      expect.soft([who, await tryIt(() => act(stage.who(who), untouched))]).toEqual([who, expected(who)]);
    for (const who of EVERYBODY.filter((one) => !refused.includes(one))) {
      const fresh = await prepare(stage, visibility);
      expect
        .soft([PEOPLE[who].name, await tryIt(() => act(stage.who(who), fresh))])
        .toEqual([PEOPLE[who].name, "yes"]);
    }
    // Those who were refused changed nothing: whoever may can still do it.
    const [first] = EVERYBODY.filter((one) => expected(one) === "yes");
    if (first) expect(await tryIt(() => act(stage.who(first), untouched))).toBe("yes");
  });
});
