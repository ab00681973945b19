import { expect, it } from "vitest";
import { asAllowed, isStillOpen, mayTake } from "#components/review/own-choices";
import type { DeskEarlier } from "#lib/drafts/view";
import type { EarlierAs, EarlierLink } from "#lib/grounding/earlier";
import type { Statement } from "#lib/grounding/statement";

const about = (id: string, proposed: EarlierAs, as = proposed) =>
  ({ id: `st_${id}`, text: id, earlier: link(id, proposed, as) }) as Statement;
const link = (id: string, proposed: EarlierAs, as = proposed): EarlierLink => ({
  kind: proposed === "superseding" ? "decision" : "action",
  id,
  version: 1,
  as,
  proposed,
});
const known = (id: string, mayChange: boolean) => ({ id, version: 3, mayChange }) as DeskEarlier;
const takenAs = (statements: Statement[]) => statements.map(({ earlier }) => earlier?.as);

it("leaves alone what is not the reader’s to complete or to overturn, at the version that was seen", () => {
  const statements = [about("merge", "done"), about("ship", "superseding"), about("lab", "open", "done")];
  const earlier = ["merge", "ship", "lab"].map((id) => known(id, false));
  const allowed = asAllowed(statements, earlier);
  expect(takenAs(allowed.statements)).toEqual(["open", "new", "open"]);
  expect(allowed.changes).toEqual([
    { statementId: "st_merge", as: "open", seenVersion: 3 },
    { statementId: "st_ship", as: "new", seenVersion: 3 },
    { statementId: "st_lab", as: "open", seenVersion: 3 },
  ]);
});

it("changes nothing of what is theirs, is gone, or changes no record", () => {
  const statements = [
    about("merge", "done"),
    about("gone", "done"),
    about("hay", "same"),
    { id: "st_new" } as Statement,
  ];
  const allowed = asAllowed(statements, [known("merge", true), known("hay", false)]);
  expect(allowed).toEqual({ statements, changes: [] });
});

it("offers a choice only where both ways are the reader’s", () => {
  expect(mayTake(link("merge", "done"), known("merge", false))).toBe(false);
  expect(mayTake(link("merge", "open"), known("merge", false))).toBe(false);
  expect(mayTake(link("merge", "done"), known("merge", true))).toBe(true);
  expect(mayTake(link("hay", "same"), known("hay", false))).toBe(true);
});

it("has nothing to choose of an action that was closed since and is only carried over", () => {
  const now = (state: DeskEarlier["state"]) => ({ ...known("merge", true), state });
  expect(isStillOpen(link("merge", "open"), now("done"))).toBe(false);
  expect(isStillOpen(link("merge", "open"), now("open"))).toBe(true);
  // Approving it would be refused: somebody has to choose again.
  expect(isStillOpen(link("merge", "open", "done"), now("cancelled"))).toBe(true);
});
