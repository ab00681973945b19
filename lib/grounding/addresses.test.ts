import { expect, test } from "vitest";
import { addressesIn } from "#lib/grounding/addresses";

test.each([
  ["Write to Bo.Tran@Larkfield.example, please", ["bo.tran@larkfield.example"]],
  ["See https://www.Pay.example/in?x=1).", ["pay.example/in?x=1"]],
  ["www.pay-me.example.", ["pay-me.example"]],
  ["Wire it through evil-bank.com/pay now", ["evil-bank.com/pay"]],
  ["Call +1 (416) 555-0199 or 4165550198", ["14165550199", "4165550198"]],
  ["Read README.md, e.g. v4.3.1 on 2026-11-20", []],
  ["CAD 1,234,567.50 by 12.12.2026", []],
  ["The plan of 2019-2020, at 10:03-10:45", []],
])("the addresses of %j", (text, found) => {
  expect([...addressesIn(text)]).toEqual(found);
});

test("takes time in proportion to its length", () => {
  const begun = process.cpuUsage();
  for (const run of [
    "a".repeat(500_000),
    "a.".repeat(250_000),
    "1 ".repeat(250_000),
    `${"a".repeat(399)} `.repeat(1200),
  ])
    addressesIn(run);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3_000);
});
