import { expect, it } from "vitest";
import { actionFrom } from "#lib/rules/item";

const NOBODY = { known: new Set<string>(), common: new Set<string>(), insiders: new Set<string>() };

it.each([
  "end of Q1",
  "close of business",
  "2026/12/4",
  "27.11.2026",
  "EOP",
  "EOW",
  "the 14th",
  "Friday",
  "next sprint",
  "20/11",
  "in two weeks",
])("keeps “%s” as the words for when", (phrase) => {
  const source = `Dana to renew the certificate by ${phrase}`;
  expect(actionFrom(source, { from: 0, at: 0, end: source.length }, NOBODY)?.due).toBe(phrase);
});
