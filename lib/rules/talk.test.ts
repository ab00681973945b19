import { describe, expect, it } from "vitest";
import type { RosterPerson } from "#lib/grounding/statement";
import { byHandle } from "#lib/rules/handles";
import { unhedged } from "#lib/rules/hedges";
import { knownPeople } from "#lib/rules/people";
import { polled, saysYes, suggested } from "#lib/rules/suggestions";
import { opensLikeOrder } from "#lib/rules/verbs";

const people = knownPeople("the merge and a note", ["Dana Weiss", "Bo Tran"], [], []);
const put = (sentence: string, said: string) =>
  suggested({ sentence, speaker: "Dana", noted: false, people }, { said, speaker: "Bo" });

describe("suggested", () => {
  it("gives what was asked of “you” to whoever says yes", () => {
    expect(put("Could you renew the key?", "Sure, on Monday.")).toMatchObject({
      person: "Bo",
      text: "renew the key",
    });
    expect(put("Could you renew the key?", "What is it for?")).toMatchObject({ person: "" });
  });

  it("is surer of what somebody takes up", () => {
    expect(put("Should we move the pilot to May?", "Sounds good.")!.weight).toBeGreaterThan(
      put("Should we move the pilot to May?", "Let me look at that.")!.weight,
    );
    expect(put("Should we move the pilot to May?", "No, that is too late.")).toBeNull();
    expect(put("Why is the pilot late?", "Yes.")).toBeNull();
  });

  it("tells a yes from other replies", () => {
    for (const yes of ["Yes", "+1", "ok, agreed", "Makes sense.", "I'm fine with that"])
      expect(saysYes(yes), yes).toBe(true);
    for (const other of ["No", "Which one?", "Yesterday it failed", "The key is old"])
      expect(saysYes(other), other).toBe(false);
  });
});

describe("polled", () => {
  it("takes for decided what nobody objects to", () => {
    expect(polled("Does anyone object to moving the pilot?", "No.")).toMatchObject({
      text: "moving the pilot",
    });
    expect(polled("Is everyone fine with the new price list?", "Yes")!.weight).toBeGreaterThan(2);
    expect(polled("Does anyone object to moving the pilot?", "I do, it is too late.")).toBeNull();
    expect(polled("Who moves the pilot?", "Me.")).toBeNull();
  });
});

describe("unhedged", () => {
  it.each([
    ["I think that we move the pilot to May", "we move the pilot to May"],
    ["So to formally say the map view is out, I think it's fine", "the map view is out"],
    ["We ship on the fourth, if that makes sense.", "We ship on the fourth"],
    ["I think so", "I think so"],
    ["The pilot goes on", "The pilot goes on"],
  ])("reads %j", (text, bare) => expect(unhedged(text)).toBe(bare));
});

describe("byHandle", () => {
  const roster: RosterPerson[] = [{ id: "u", name: "Dana Weiss", email: null, aliases: [], handles: [] }];
  it("finds the one handle that a first name begins", () => {
    expect(byHandle("Erika", ["erikaweiss", "@botran"], [])).toBe("erikaweiss");
    expect(byHandle("@Erika", ["@erikaweiss"], [])).toBe("@erikaweiss");
    expect(byHandle("Erika", ["erikaweiss", "erikal"], [])).toBe("Erika");
    expect(byHandle("Erika", ["Erika Weiss", "erikaw"], [])).toBe("Erika");
    expect(byHandle("Dana", ["danaw"], roster)).toBe("Dana");
    expect(byHandle("Al", ["alfred"], [])).toBe("Al");
  });

  it("finds the one whose initials they are", () => {
    expect(byHandle("EW", ["Erika Weiss (@erika)", "Bo Tran"], [])).toBe("Erika Weiss (@erika)");
    expect(byHandle("DW", ["Bo Tran"], roster)).toBe("Dana Weiss");
    expect(byHandle("EW", ["Erika Weiss", "Emil Wolff"], [])).toBe("EW");
  });
});

describe("opensLikeOrder", () => {
  it.each(["Squash the commits", "Sunset all old links", "Reword our letter"])("takes %j for one", (text) =>
    expect(opensLikeOrder(text)).toBe(true),
  );
  it.each([
    "Release of the map",
    "Because the key is old",
    "Nothing in the list",
    "Ready the day",
    "Was the key",
  ])("takes %j for none", (text) => expect(opensLikeOrder(text)).toBe(false));
});
