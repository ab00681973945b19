import { describe, expect, it } from "vitest";
import { knownPeople } from "#lib/rules/people";
import { promiseIn } from "#lib/rules/promises";

const people = knownPeople("the merge and a note", ["Dana Weiss", "Bo Tran"], [], []);
const NOBODY = { asker: "", outside: false };
const said = (sentence: string) => ({ sentence, speaker: "Dana", noted: false, people });

describe("promiseIn", () => {
  it.each([
    ["I promised Hollis the price of the second site by Tuesday.", "Dana", "Hollis"],
    ["We promised the customer a fix before the pilot ends", "", "the customer"],
    ["Bo has promised the landlord to clear the hall", "Bo", "the landlord"],
    ["I assured our suppliers that invoices are paid by Friday", "Dana", "our suppliers"],
  ])("reads %j", (sentence, person, to) =>
    expect(promiseIn(said(sentence), NOBODY)).toMatchObject({ person, to }),
  );

  it.each([
    "I promised Bo the figures by Tuesday",
    "I promised to renew the key",
    "The map view is promising",
    "I'll send you the quote by Friday",
    "Who promised Hollis a price?",
  ])("reads none in %j", (sentence) => expect(promiseIn(said(sentence), NOBODY)).toBeNull());

  it("takes “you” for whoever asked, where they are from outside", () => {
    const talk = { asker: "Zoe Hollis", outside: true };
    expect(promiseIn(said("Sure, I'll send you the quote by Friday."), talk)).toMatchObject({
      person: "Dana",
      to: "Zoe Hollis",
    });
    expect(promiseIn(said("I'll show you know what I mean."), talk)).toBeNull();
  });
});
