import { expect, it } from "vitest";
import { type AsOf, KeptAnswers } from "#lib/web/kept-answers";

const ADA = { id: "usr_ada", role: "leader" };
const AT: AsOf = { viewer: ADA, cursor: "7", now: 1000 };

/** Answers with how often it was asked. */
function counter() {
  let times = 0;
  return async () => ++times;
}

it("asks once while the log stands still, and again when it went on or a gap was filled", async () => {
  const [kept, ask] = [new KeptAnswers(), counter()];
  const at = (cursor: string) => kept.ask(["today"], { ...AT, cursor }, ask);
  expect([await at("7-5"), await at("7-5"), await at("7"), await at("8"), await at("8")]).toEqual([
    1, 1, 2, 3, 3,
  ]);
});

it("asks again after a minute", async () => {
  const [kept, ask] = [new KeptAnswers(), counter()];
  const at = (now: number) => kept.ask(["today"], { ...AT, now }, ask);
  expect([await at(0), await at(59_999), await at(60_000)]).toEqual([1, 1, 2]);
});

it("answers nobody with what another person, or the same in another role, was told", async () => {
  const [kept, ask] = [new KeptAnswers(), counter()];
  const by = (viewer: AsOf["viewer"]) => kept.ask(["today"], { ...AT, viewer }, ask);
  expect([await by(ADA), await by({ ...ADA, id: "usr_bo" }), await by({ ...ADA, role: "viewer" })]).toEqual([
    1, 2, 3,
  ]);
  expect(await kept.ask(["queue"], AT, ask)).toBe(4);
});

it("asks again after a failure", async () => {
  const kept = new KeptAnswers();
  const failing = kept.ask(["today"], AT, () => Promise.reject(new Error("The database is away.")));
  await expect(failing).rejects.toThrow("away");
  expect(await kept.ask(["today"], AT, counter())).toBe(1);
});

it("forgets the oldest of many", async () => {
  const [kept, ask] = [new KeptAnswers(50), counter()];
  const question = (n: number) => kept.ask(["draft", n], AT, ask);
  for (let n = 0; n <= 50; n++) await question(n);
  expect([await question(50), await question(0)]).toEqual([51, 52]);
});

it("keeps nothing that the log or the time has passed", async () => {
  const [kept, ask] = [new KeptAnswers(), counter()];
  for (const about of ["a", "b", "c"]) await kept.ask(["draft", about], AT, ask);
  await kept.ask(["draft", "d"], { ...AT, cursor: "8" }, ask);
  expect(kept.size).toBe(1);
  await kept.ask(["draft", "e"], { ...AT, cursor: "8", now: AT.now + 60_000 }, ask);
  expect(kept.size).toBe(1);
});
