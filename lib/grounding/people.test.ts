import { describe, expect, test } from "vitest";
import { matchPerson, namesOf, personBasis } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";

const person = (id: string, name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name,
  email: `${id}@larkfield.test`,
  aliases: [],
  handles: [],
  ...more,
});
const roster = [
  person("ada", "Ada Lindqvist"),
  person("bo", "Bo Tran", { handles: ["botran"] }),
  person("dana", "Dana Weiss", { aliases: ["Dee"], handles: ["dweiss"] }),
  person("dana2", "Dana Marsh"),
  person("ines", "Inês Duarte"),
  person("jonas", "Jonas Kim"),
  person("chidi", "Chidi Okafor"),
  person("emeka", "Emeka Nwosu", { email: null }),
];
const idOf = (name: string, attendees: string[] = []) => matchPerson(name, roster, attendees)?.id;

describe("who a name means", () => {
  test("is told in whole characters, however long the name", () => {
    const match = matchPerson(`Aaa${"😀".repeat(700)}`, roster, []);
    expect(match?.name.isWellFormed()).toBe(true);
  });

  test.each([
    ["Ada Lindqvist", "ada"],
    ["ada lindqvist", "ada"],
    ["Ada", "ada"],
    ["ADA", "ada"],
    ["Ada's", "ada"],
    ["Ada,", "ada"],
    ["**Ada**", "ada"],
    ["(Ada)", "ada"],
    ["Lindqvist, Ada", "ada"],
    ["Lindqvist", "ada"],
    ["Ada L.", "ada"],
    ["AL", "ada"],
    ["@botran", "bo"],
    ["botran", "bo"],
    ["Bo (@botran)", "bo"],
    ["@BoTran", "bo"],
    ["Dee", "dana"],
    ["Dana W", "dana"],
    ["Dana M.", "dana2"],
    ["@dweiss", "dana"],
    ["dana@larkfield.test", "dana"],
    ["Dana <dana2@larkfield.test>", "dana2"],
    ["Ines", "ines"],
    ["INES DUARTE", "ines"],
    ["Ine\u0302s Duarte", "ines"],
    ["Kim", "jonas"],
    ["Emeka Nwosu ", "emeka"],
    ["CO", "chidi"],
  ])("%j is %s", (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each([
    ["Dana", "Dana"],
    ["al", "al"],
    ["Zoe Park", "Zoe Park"],
    ["Bo and Ada", "Bo and Ada"],
    ["nobody@elsewhere.test", "nobody@elsewhere.test"],
    ["XY", "XY"],
  ])("%j fits nobody on the roster, or several", (name, kept) => {
    expect(matchPerson(name, roster, [])).toEqual({ id: null, name: kept });
  });

  test.each(
    "|  |?|the team|Team|we|We|all|everyone|Everybody|someone|anyone|nobody|No one|TBD|tbd.|N/A|unassigned|I|me|you|they|the engineers|design team|whole team|the board|customers|—|owner|all of us|@here|\u202E"
      .split("|")
      .map((name) => [name]),
  )("%j names nobody in particular", (name) => {
    expect(matchPerson(name, roster, [])).toBeNull();
  });

  test("of two with one first name, the one who attended is meant", () => {
    expect(idOf("Dana", ["Dana Marsh", "Ada"])).toBe("dana2");
    expect(idOf("Dana", ["Weiss, Dana"])).toBe("dana");
    expect(idOf("Dana", ["Dana Marsh", "Dana Weiss"])).toBeNull();
    expect(idOf("Dana", ["Dana"])).toBeNull();
  });

  test("a first name that a guest has as well means nobody for certain", () => {
    expect(matchPerson("Bo", roster, ["Bo Tran", "Bo Larsen"])).toEqual({ id: null, name: "Bo" });
    expect(matchPerson("Bo", roster, ["Bo Tran", "Bo"])?.id).toBe("bo");
    expect(matchPerson("Bo Tran", roster, ["Bo Tran", "Bo Larsen"])?.id).toBe("bo");
    expect(matchPerson("@botran", roster, ["Bo Tran", "Bo Larsen"])?.id).toBe("bo");
  });

  test("a guest is called by the full name the attendees have", () => {
    expect(matchPerson("Priya", roster, ["Priya Nair", "Bo Tran"])).toEqual({ id: null, name: "Priya Nair" });
    expect(matchPerson("Priya", roster, ["Priya Nair", "Priya Shah"])).toEqual({ id: null, name: "Priya" });
  });

  test("no name makes it throw, and a long one is cut", () => {
    expect(matchPerson("x".repeat(5000), roster, [])?.name.length).toBeLessThanOrEqual(80);
    expect(matchPerson("\uD800(((", roster, ["((", ""])).not.toBeUndefined();
  });

  test("five hundred people are looked through quickly", () => {
    const many = Array.from({ length: 500 }, (_, n) => person(`p${n}`, `Name${n} Family${n % 50}`));
    const attendees = many.slice(0, 100).map((p) => p.name);
    const begin = process.cpuUsage();
    for (let n = 0; n < 300; n++) expect(matchPerson(`Name${n}`, many, attendees)?.id).toBe(`p${n}`);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
  });
});

describe("whether a person is stated", () => {
  const basis = (id: string, words: string, speaks = false) => {
    const row = roster.find((p) => p.id === id)!;
    return personBasis(namesOf({ id, name: row.name }, roster), words, speaks);
  };

  test.each([
    ["dana", "Dana will send the deck", false],
    ["dana", "dee sends the deck", false],
    ["dana", "@dweiss sends the deck", false],
    ["dana", "Dana’s deck", false],
    ["ada", "AL to check the lease", false],
    ["bo", "I'll call Acme", true],
    ["bo", "leave it to me", true],
    ["ines", "Ines files the claim", false],
  ])("%s is, in %j", (id, words, speaks) => {
    expect(basis(id, words, speaks)).toBe("stated");
  });

  test.each([
    ["dana", "Will send the deck", false],
    ["bo", "We should call Acme", true],
    ["bo", "I'll call Acme", false],
    ["bo", "the board decides", false],
    ["ada", "also check Canada", false],
    ["ada", "al dente", false],
    ["bo", "Ian calls Acme", true],
  ])("%s is not, in %j", (id, words, speaks) => {
    expect(basis(id, words, speaks)).toBe("inferred");
  });
});
