import { expect, it, vi } from "vitest";
import { gathered } from "#lib/db/gather";
import type { Store } from "#lib/db/store";

const [one, other] = [{}, {}] as [Store, Store];
const doubled = async (_: Store, keys: number[]) =>
  new Map(keys.filter((key) => key > 0).map((key) => [key, key * 2]));

it("asks once for all who ask at the same moment, and for each key once", async () => {
  const load = vi.fn(doubled);
  const find = gathered(load);
  expect(await Promise.all([find(one, 1), find(one, 2), find(one, 1), find(one, -1)])).toEqual([
    2,
    4,
    2,
    undefined,
  ]);
  expect(load.mock.calls).toEqual([[one, [1, 2, -1]]]);
});

it("asks anew later, so that what was taken away is gone", async () => {
  const load = vi.fn(doubled);
  const find = gathered(load);
  await find(one, 1);
  load.mockResolvedValueOnce(new Map());
  expect(await find(one, 1)).toBeUndefined();
});

it("never mixes two databases", async () => {
  const load = vi.fn(doubled);
  const find = gathered(load);
  await Promise.all([find(one, 1), find(other, 1)]);
  expect(load.mock.calls).toEqual([
    [one, [1]],
    [other, [1]],
  ]);
});

it("tells everybody of an error, and tries again for the next", async () => {
  const load = vi.fn(doubled).mockRejectedValueOnce(new Error("No database"));
  const find = gathered(load);
  const asked = await Promise.allSettled([find(one, 1), find(one, 2)]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await find(one, 1)).toBe(2);
});
