import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { inTransaction } from "#lib/db/store";
import { commonKinds } from "#lib/search/frequency";
import { findEverywhere } from "#lib/search/queries";

const MANY = 9_000;

it("takes a word for common that many rows have, also by its beginning, and finds the newest of them", {
  timeout: 60_000,
}, async () => {
  const stage = await setStage();
  const { action } = await stageMeeting(stage);
  const newest = await action({ text: "Feed gnu" });
  const rare = await action({ text: "Count emus" });
  // Each has the beginning of a word in common with all, and a whole word with nobody. Nobody sees what they stand for.
  await stage.store.raw.execute(sql`insert into search_entries (id, kind, at, words)
    select 'act_' || n, 'action', '2026-01-01', to_tsvector('simple', 'feed gnu' || n) from generate_series(1, ${sql.raw(String(MANY))}) as n`);
  await stage.store.raw.execute(sql`analyze search_entries`);
  const kinds = (query: string) =>
    inTransaction(stage.store, async (tx) => [...(await commonKinds(tx, query, ["action", "source"]))]);
  expect(await kinds("'feed'")).toEqual(["action"]);
  expect(await kinds("'gnu':*")).toEqual(["action"]);
  expect(await kinds("'gnu7'")).toEqual([]);
  expect(await kinds("'emus':*")).toEqual([]);

  const found = async (words: string) =>
    (await findEverywhere(stage.as("ada"), { words })).flatMap((group) => group.found.map(({ id }) => id));
  expect(await found("feed")).toEqual([newest]);
  expect(await found("feed gn")).toEqual([newest]);
  expect(await found("emus")).toEqual([rare]);
});
