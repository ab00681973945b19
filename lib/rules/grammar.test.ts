import { describe, expect, it } from "vitest";
import { elided } from "#lib/rules/elided";
import { knownPeople } from "#lib/rules/people";
import { obliged, reported, wished } from "#lib/rules/wishes";

const people = knownPeople("the merge and a note", ["Dana Weiss", "Bo Tran", "Kim"], [], []);
const said = (sentence: string) => ({ sentence, speaker: "Dana", noted: false, people });

describe("elided", () => {
  it.each([
    ["Will renew the key this week", "Dana", "renew the key this week"],
    ["Will then also renew the key", "Dana", "renew the key"],
    ["Hoping to ship the map view soon", "Dana", "ship the map view soon"],
    ["Need to ask the customer about the invoice", "Dana", "ask the customer about the invoice"],
    ["Should update the page before the pilot", "", "update the page before the pilot"],
    ["The list is too short - will add the tablets", "Dana", "The list is too short - will add the tablets"],
  ])("reads %j", (sentence, person, text) => expect(elided(said(sentence))).toMatchObject({ person, text }));

  it.each([
    "Will be late on Monday",
    "Will not renew the key",
    "Will it renew the key",
    "Should we renew it",
    "The key will expire",
  ])("reads nothing in %j", (sentence) => expect(elided(said(sentence))).toBeNull());
});

describe("wished", () => {
  it.each([
    "It would be good to have the figures before the pilot",
    "Would be useful for support to hear of it first",
    "Any comment on the price list is very much appreciated",
    "We'd like a volunteer for the demo tablet",
    "Two pull requests need a review",
    "The next step is a call with the customer",
  ])("reads %j", (sentence) => expect(wished(said(sentence))).toMatchObject({ person: "", text: sentence }));

  it.each(["It was good to have the figures", "The figures are good", "We like the new page"])(
    "reads nothing in %j",
    (sentence) => expect(wished(said(sentence))).toBeNull(),
  );
});

describe("reported", () => {
  it("gives what was asked to whom it was asked of", () => {
    expect(reported(said("Hugo asked Bo to call the customer"))).toMatchObject({
      person: "Bo",
      text: "call the customer",
    });
    expect(reported(said("Dana suggested moving the pilot to May"))).toMatchObject({ person: "" });
    expect(reported(said("Bo said that it works"))).toBeNull();
  });
});

describe("obliged", () => {
  it("reads what things and groups have to do", () => {
    expect(obliged(said("The contract should be audited first"))).not.toBeNull();
    expect(obliged(said("Other teams also have to measure it"))).not.toBeNull();
    expect(obliged(said("It should work on small tablets"))).toBeNull();
    expect(obliged(said("The audit should not be late"))).toBeNull();
  });
});
