import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changeOf, dropWords, findWords, keepWords, wordsOf } from "#components/review/edit-words";
import type { Statement } from "#lib/grounding/statement";

const statement: Statement = {
  id: "s1",
  section: "actions",
  text: "Renew both",
  kept: true,
  trace: "stated",
  person: { id: "u1", name: "Chidi Okafor", basis: "stated" },
  due: { on: "2026-11-26", phrase: "tomorrow", basis: "set" },
  flags: [],
};

it("lays what was touched over the statement as it is by now", () => {
  expect(wordsOf(statement, { text: "Renew it" })).toEqual({
    text: "Renew it",
    kept: true,
    person: { id: "u1", name: "Chidi Okafor" },
    dueOn: "2026-11-26",
    to: "",
  });
  expect(changeOf("s1", { text: " Renew it " })).toEqual({ statementId: "s1", text: "Renew it" });
  expect(changeOf("s1", { to: " " })).toEqual({ statementId: "s1", to: null });
  expect(changeOf("s1", { to: " Hollis " })).toEqual({ statementId: "s1", to: "Hollis" });
  expect(changeOf("s1", { person: null })).toEqual({ statementId: "s1", person: null });
});

describe("words kept for a reload", () => {
  beforeEach(() => {
    const stored: Record<string, string> = {};
    Object.defineProperties(stored, {
      getItem: { value: (key: string) => stored[key] ?? null },
      setItem: { value: (key: string, value: string) => Object.assign(stored, { [key]: value }) },
      removeItem: { value: (key: string) => delete stored[key] },
    });
    vi.stubGlobal("sessionStorage", stored);
  });
  afterEach(() => vi.unstubAllGlobals());

  const place = { draftId: "d1", statementId: "s1", revision: 2 };

  it("are found again for the same revision of the same draft alone", () => {
    keepWords(place, { text: "Renew it" });
    expect(findWords("d1", 2)).toEqual({ statementId: "s1", touched: { text: "Renew it" } });
    expect(findWords("d1", 3)).toBeNull();
    expect(findWords("d2", 2)).toBeNull();
    dropWords(place);
    expect(findWords("d1", 2)).toBeNull();
  });

  it("cost nothing but themselves where storage is switched off or holds something else", () => {
    sessionStorage.setItem("countersign:edit:d1:2:s1", "{");
    expect(findWords("d1", 2)).toBeNull();
    vi.stubGlobal("sessionStorage", undefined);
    expect(() => keepWords(place, { text: "Renew it" })).not.toThrow();
    expect(findWords("d1", 2)).toBeNull();
  });
});
