import { describe, expect, test } from "vitest";
import { findDuePhrases, resolveDue } from "#lib/grounding/due";

const heldOn = "2026-11-18";

describe("finding due phrases in a sentence", () => {
  test.each([
    ["Bo sends the deck by Friday.", ["Friday"]],
    ["Bo sends the deck Friday", ["Friday"]],
    ["bo: deck by fri, pricing by mon", ["fri", "mon"]],
    ["Ada will review it next Friday or so she said", []],
    ["Ada will review it next Friday.", ["next Friday"]],
    ["Send it EOD Friday", ["EOD Friday"]],
    ["Send it by end of day tomorrow please", ["end of day tomorrow"]],
    ["Ship on Fri 27 Nov, announce on Dec 1", ["Fri 27 Nov", "Dec 1"]],
    ["Kavya files the claim by the end of next week", ["the end of next week"]],
    ["Jonas answers within 3 business days", ["within 3 business days"]],
    ["Grace drafts it in two weeks", ["in two weeks"]],
    ["due 20/11", ["20/11"]],
    ["by the 14th, Ines calls Acme", ["the 14th"]],
    ["We could do it sometime next week", ["sometime next week"]],
    ["Move it before next week", ["before next week"]],
    ["Chidi to fix it ASAP", ["ASAP"]],
    ["Review slipped, Emeka to finish by Tuesday", ["Tuesday"]],
    ["The review is due 2026-12-01", ["2026-12-01"]],
    ["Get the numbers for Friday's demo", ["Friday"]],
    ["I'll have it tomorrow morning", ["tomorrow morning"]],
    ["TODO(Bo): pricing page, end of Q1", ["end of Q1"]],
    ["Emeka needs it by Q2", ["by Q2"]],
    ["Bo will do that today.", ["today"]],
    ["Ines signs by the end of the day", ["the end of the day"]],
    ["Dana to present on Monday or earlier", ["Monday"]],
    ["I'll bring it on Friday did anyone book the room", ["Friday"]],
    ["The Friday did not suit us", []],
  ])("%j has %j", (sentence, phrases) => {
    const found = findDuePhrases(sentence);
    expect(found.map((f) => f.phrase)).toEqual(phrases);
    for (const { phrase, start, end } of found) expect(sentence.slice(start, end)).toBe(phrase);
  });

  test.each([
    "Bo sat with the team",
    "We met on Monday and it went well",
    "Every Friday we demo",
    "The call on 20 Nov was cancelled after Ada asked",
    "We shipped it on Tuesday",
    "Last Friday was quiet",
    "Today we talked about pricing",
    "It has been down since Monday",
    "Revenue was 4.5M, up 1/2 on the quarter",
    "It may take a second",
    "They march on Rome",
    "You may 5 times retry",
    "The sun is out, mon ami",
    "Support is 24/7",
    "Released v2026.11.20 and 1.2.2026",
    "We start from Monday",
    "Friday after the launch we rest",
    "Mon–Wed is blocked",
    "This is the 3rd attempt",
    "on the 2nd floor",
    "See 2026-11-20-notes.md and https://larkfield.test/2026/11/20/x",
    "Friday's numbers look fine",
    "On Feb 12 the lease was signed",
    "Look at that Monday mail",
    "At the end of the day it is a choice",
    "We've brought up two points today",
  ])("%j has none", (sentence) => {
    expect(findDuePhrases(sentence)).toEqual([]);
  });

  test("every phrase it finds is read without a throw, and a long line takes no time", () => {
    const line = "by Friday in 3 days next week 1/1 1-1 the 1st mon tue ".repeat(1000);
    const begin = process.cpuUsage();
    for (const { phrase } of findDuePhrases(line)) resolveDue(phrase, { heldOn });
    findDuePhrases("1".repeat(50_000));
    findDuePhrases(" ".repeat(50_000));
    findDuePhrases("the ".repeat(12_000));
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(200);
  });
});
