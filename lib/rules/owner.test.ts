import { describe, expect, it } from "vitest";
import { ownerAtEnd, ownerAtHead } from "#lib/rules/owner";
import { knownPeople } from "#lib/rules/people";

const people = knownPeople("the need to renew", ["Dana Weiss (@dweiss)", "Bo Tran"], [], ["kavya"]);
const head = (text: string) => {
  const owned = ownerAtHead(text, people);
  return owned && [owned.names.join(" + "), owned.rest];
};
const end = (text: string) => {
  const owned = ownerAtEnd(text, people);
  return owned && [owned.names.join(" + "), owned.rest];
};

describe("ownerAtHead", () => {
  it.each([
    ["Dana: renew it", "Dana", "renew it"],
    ["Dana - renew it", "Dana", "renew it"],
    ["**Dana**: renew it", "Dana", "renew it"],
    ["[Dana](https://larkfield.example/dana): renew it", "Dana", "renew it"],
    ["[@dweiss] renew it", "@dweiss", "renew it"],
    ["@dweiss renew it", "@dweiss", "renew it"],
    ["Dana to renew it", "Dana", "renew it"],
    ["Dana Weiss will then renew it", "Dana Weiss", "renew it"],
    ["Dana'll renew it", "Dana", "renew it"],
    ["Dana agreed to renew it", "Dana", "renew it"],
    ["Grace Liu volunteered to renew it", "Grace Liu", "renew it"],
    ["Dana needs to renew it", "Dana", "renew it"],
    ["kavya sends the form", "kavya", "send the form"],
    ["ines to renew it", "ines", "renew it"],
    ["Dana, Bo, and Kavya to renew it", "Dana + Bo + Kavya", "renew it"],
    ["Dana & Bo to renew it", "Dana + Bo", "renew it"],
    ["Dana / Bo to renew it", "Dana + Bo", "renew it"],
    ["I'll renew it", "", "renew it"],
  ])("reads %j", (text, names, rest) => expect(head(text)).toEqual([names, rest]));

  it.each([
    "Renew it by Friday",
    "We will renew it",
    "Need to renew it",
    "This should be renewed",
    "Trying to renew it",
    "the certificate has to go",
    "Monday is a holiday",
    "Ready to ship",
    "Someone should renew it",
  ])("finds nobody in %j", (text) => expect(head(text)).toBeNull());
});

describe("ownerAtEnd", () => {
  it.each([
    ["Renew it (Dana)", "Dana", "Renew it"],
    ["Renew it (@dweiss)", "@dweiss", "Renew it"],
    ["Renew it - Dana", "Dana", "Renew it"],
    ["Renew it — Grace Liu", "Grace Liu", "Renew it"],
    ["Renew it @dweiss", "@dweiss", "Renew it"],
    ["Renew it (owner: Dana)", "Dana", "Renew it"],
    ["Renew it (assigned to Dana)", "Dana", "Renew it"],
    ["Renew it [Dana]", "Dana", "Renew it"],
    ["Renew it (Dana, by Friday)", "Dana", "Renew it (by Friday)"],
  ])("reads %j", (text, names, rest) => expect(end(text)).toEqual([names, rest]));

  it.each([
    "Renew it (done)",
    "Renew it (by Wed)",
    "Renew it (see the page)",
    "Renew it (API)",
    "Renew it (Friday)",
    "Renew it",
  ])("finds nobody in %j", (text) => expect(end(text)).toBeNull());
});
