import { expect, it } from "vitest";
import { EditLine } from "#components/review/edit-line";
import type { DeskAnswer } from "#lib/drafts/view";

const saved = (revision: number): DeskAnswer => ({ ok: true, revision, statements: [], evidence: [] });
const refused: DeskAnswer = { ok: false, code: "failed", message: "The server failed." };

it("sends each edit on the revision that the one before made", async () => {
  const line = new EditLine(1);
  const seen: number[] = [];
  const ask = async (revision: number) => {
    seen.push(revision);
    return saved(revision + 1);
  };
  await Promise.all([line.send(ask), line.send(ask)]);
  expect(seen).toEqual([1, 2]);
  expect(line).toMatchObject({ revision: 3, isEmpty: true });
});

it("says when all that is on its way was saved, and to which revision it led", async () => {
  const line = new EditLine(1);
  const first = Promise.withResolvers<DeskAnswer>();
  void line.send(() => first.promise);
  void line.send(async (revision) => saved(revision + 1));
  const asked = line.saved().then((yes) => [yes, line.revision]);
  expect(line.isEmpty).toBe(false);
  first.resolve(saved(2));
  expect(await asked).toEqual([true, 3]);
});

it("drops what stands behind a refused edit, and starts afresh", async () => {
  const line = new EditLine(1);
  const turns = [line.send(async () => refused), line.send(async () => saved(9))];
  expect(await line.saved()).toBe(false);
  expect(await Promise.all(turns)).toEqual([false, false]);
  expect(line.revision).toBe(1);
  expect(await line.send(async (revision) => saved(revision + 1))).toBe(true);
});
