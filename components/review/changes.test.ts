import { expect, it } from "vitest";
import { applyChange, diffStatements, trimChange } from "#components/review/changes";
import type { Detail, Statement } from "#lib/grounding/statement";

const renew: Statement = {
  id: "s1",
  section: "actions",
  text: "Renew the certificate",
  kept: true,
  trace: "stated",
  person: { id: "u1", name: "Chidi Okafor", basis: "stated" },
  due: { on: "2026-11-20", phrase: "tomorrow", basis: "stated" },
  flags: [],
};
const tell: Statement = { ...renew, id: "s2", text: "Tell Novak", person: null, due: null };

it("changes one statement and leaves the others as they are", () => {
  const after = applyChange([renew, tell], {
    statementId: "s2",
    person: { id: null, name: "Tom" },
    dueOn: "2026-11-27",
  });
  expect(after[0]).toBe(renew);
  expect(after[1]).toEqual({
    ...tell,
    person: { id: null, name: "Tom", basis: "set" },
    due: { on: "2026-11-27", phrase: "", basis: "set" },
  });
});

it("changes whom a promise is to, and leaves a reason out", () => {
  const because: Detail = {
    kind: "because",
    text: "Support is ready",
    kept: true,
    trace: "stated",
    flags: [],
  };
  const promise: Statement = { ...renew, to: { name: "Hollis", basis: "stated" }, details: [because] };
  const change = { statementId: "s1", to: "Novak", detail: { at: 0, kept: false } };
  const [after] = applyChange([promise], change);
  expect(after).toMatchObject({ to: { name: "Novak", basis: "set" }, details: [{ kept: false }] });
  expect(diffStatements([promise], [after!])[0]?.beside).toEqual([
    { label: "to", from: "Hollis", to: "Novak" },
    { label: "“Support is ready”", from: "kept", to: "left out" },
  ]);
  expect(trimChange(promise, change)).toEqual(change);
  expect(trimChange(promise, { statementId: "s1", to: "Hollis", detail: { at: 0, kept: true } })).toBeNull();
  expect(applyChange([promise], { statementId: "s1", to: null })[0]?.to).toBeNull();
});

it("clears what is null and keeps what is left out", () => {
  const [after] = applyChange([renew], { statementId: "s1", person: null, kept: false });
  expect(after).toEqual({ ...renew, person: null, kept: false });
});

it("asks for nothing where nothing is different", () => {
  const same = {
    statementId: "s1",
    text: renew.text,
    kept: true,
    person: { id: "u1", name: "Chidi Okafor" },
  };
  expect(trimChange(renew, { ...same, dueOn: "2026-11-20" })).toBeNull();
  expect(trimChange(renew, { ...same, dueOn: null })).toEqual({ statementId: "s1", dueOn: null });
  expect(trimChange(tell, { statementId: "s2", person: null, dueOn: null })).toBeNull();
});

it("tells changed, added and removed statements, and what changed beside the words", () => {
  const later = { ...renew, person: null, kept: false };
  const diffs = diffStatements([renew, tell], [later, { ...tell, id: "p1", text: "Look at the test" }]);
  expect(diffs).toEqual([
    {
      id: "s1",
      before: renew.text,
      after: renew.text,
      beside: [
        { label: "owner", from: "Chidi Okafor", to: "nobody" },
        { label: "", from: "kept", to: "declined" },
      ],
    },
    { id: "p1", before: "", after: "Look at the test", beside: [] },
    { id: "s2", before: "Tell Novak", after: "", beside: [] },
  ]);
  expect(diffStatements([renew], [{ ...renew }])).toEqual([]);
});
