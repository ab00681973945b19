import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessHeader } from "#lib/parsers/header";

// 20 November 2026 is a Friday.
const today = "2026-11-20";
const guess = (text: string, fileName?: string) =>
  guessHeader(text, { today, ...(fileName && { fileName }) });

describe("the day a meeting was held", () => {
  test.each([
    ["weekly sync fri 20 nov\nthere: Grace, Ada", "2026-11-20"],
    ["Weekly sync, 2026-11-19\n- deck by 24 Nov", "2026-11-19"],
    ["# Launch\nDate: 18/11/2026", "2026-11-18"],
    ["# Launch\n**Date:** November 18, 2026", "2026-11-18"],
    ["### Meeting Date/Time: Wednesday 18 November 2026 at 14:00 UTC", "2026-11-18"],
    ["Launch\nThursday November 19, 2026 (9:00 AM - 10:00 AM ET)\n", "2026-11-19"],
    ["[2026-11-17T16:00:00Z] <dana> hi", "2026-11-17"],
    ["Mon 23 Nov planning", "2026-11-23"],
    ["board 15 dec", "2025-12-15"],
  ])("in %j is %s", (text, day) => {
    expect(guess(text).heldOn).toBe(day);
  });

  test.each([
    ["a decision", "Release planning\n\n- DECISION: Ship it on 4 December"],
    ["what a label is about", "Release planning\nDecision: ship on 4 December"],
    ["a numbered point", "1. Ship on 4 December"],
    ["no date at all", "Weekly sync\n- ship it"],
    ["a date that could be two", "Sync 11/12\nDate: 4/5/2026"],
    ["a weekday that is not that date's", "Date: Monday 20 November 2026"],
    ["two dates in the heading", "# Sync 18 Nov and 19 Nov"],
    ["a deadline", "Weekly sync\nship by 24 Nov\n"],
    ["a date deep in the notes", `Weekly sync\n${"- something was said here\n".repeat(8)}24 Nov`],
    ["a day the calendar lacks", "Date: 31 November 2026"],
  ])("is not guessed from %s", (_, text) => {
    expect(guess(text).heldOn).toBeNull();
  });

  test.each([
    ["2026-11-18-launch.md", "2026-11-18"],
    ["launch_2026_11_18.txt", "2026-11-18"],
    ["GMT20261118-140012_Recording.transcript.vtt", "2026-11-18"],
    ["notes/Launch 18 Nov 2026.txt", "2026-11-18"],
    ["launch-v2.txt", null],
    ["11-12-26.txt", null],
  ])("may stand in the file name %s", (name, day) => {
    expect(guess("hello there", name).heldOn).toBe(day);
  });

  test("the text goes before the name of the file", () => {
    expect(guess("Date: 2026-11-17", "2026-11-18.md").heldOn).toBe("2026-11-17");
  });
});

describe("the head of a mail", () => {
  const mail =
    'From: Ada Lindqvist <ada@larkfield.example>\nTo: "Tran, Bo" <bo@larkfield.example>, Grace Liu <g@x.example>\nDate: Wed, 18 Nov 2026\nSubject: Re: Fwd: The pilot in Guelph\n\nHi all,\n';

  test("gives its subject as the title, and who wrote it to whom", () => {
    expect(guess(mail)).toEqual({
      title: "The pilot in Guelph",
      heldOn: "2026-11-18",
      attendees: ["Ada Lindqvist", "Bo Tran", "Grace Liu"],
    });
  });

  test.each(["Subject: budgets\n- ship it", "From: Ada\nThe rest is a note."])("is none in %j", (text) => {
    expect(guess(text).attendees).toEqual([]);
  });
});

describe("the title", () => {
  test.each([
    ["# Launch sync #\n- ship", undefined, "Launch sync"],
    ["\n\n## **Launch** [sync](https://larkfield.test) <!-- toc -->", undefined, "Launch sync"],
    ["weekly sync fri 20 nov\n- ship", undefined, "weekly sync fri 20 nov"],
    ["- ship it\n- sell it", "launch_sync-2026-11-20.txt", "Launch sync"],
    ["Dana: hi\nBo: hello\nDana: so\nBo: yes", undefined, "Dana and Bo"],
    ["- ship the v3 build on Friday", undefined, "ship the v3 build on Friday"],
    ["Attendees: Grace, Ada\n- ship", undefined, "Grace and Ada"],
    ["2026-11-20\nLaunch sync", "x.txt", "Launch sync"],
    ["📝 Notes\n\nAttendees\nHarry Rook, Ann Lee\n\n📖 Transcript\n", "Sync.txt", "Harry Rook, Ann Lee"],
    ["", undefined, "Untitled notes"],
    ["???\n...", undefined, "Untitled notes"],
  ])("of %j (file %s) is %j", (text, name, title) => {
    expect(guess(text, name).title).toBe(title);
  });

  test("is cut at a word, and never empty", () => {
    expect(guess(`# ${"word ".repeat(100)}`).title.length).toBeLessThanOrEqual(121);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        const { title, attendees } = guessHeader(text, { today, fileName: name });
        expect(title.trim()).toBe(title);
        expect(title.length).toBeGreaterThan(0);
        expect(attendees.every((a) => a.trim() !== "")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("attendees", () => {
  const attendees = (text: string) => guess(text).attendees;

  test.each([
    ["Attendees: Grace Liu, Ada Lindqvist & Bo Tran", ["Grace Liu", "Ada Lindqvist", "Bo Tran"]],
    ["sync\nthere: Grace, Ada + Bo. We talked.", ["Grace", "Ada", "Bo"]],
    ["Present: Weiss, Dana; Tran, Bo", []],
    ["Me: I renew it.\nThem: Good.\nMe: So be it.\nThem: Thanks.", []],
    [
      "## Attendees\n\n* Dana (@dweiss)\n* [Bo](https://larkfield.test) @botran\n- Ines Duarte - Larkfield / Acme\n\n## Agenda\n* Grace",
      ["Dana (@dweiss)", "Bo (@botran)", "Ines Duarte"],
    ],
    ["## Attendees\n@dweiss\n@botran\n\nAgenda", ["@dweiss", "@botran"]],
    ["**Members:**\n* Dana\n\n**Visitors:**\n* None\n", ["Dana"]],
    ["Attendance\n* TSC Attendees:\n  * [x] Dana Weiss\n  * [ ] Bo Tran\n", ["Dana Weiss"]],
    ["Participants:\n- [ ] Dana\n- [ ] Bo", ["Dana", "Bo"]],
    ["Attendees: Grace, Ada\nRegrets: Bo, Ada", ["Grace"]],
    ["Absent:\n- Bo\nPresent:\n- Grace", ["Grace"]],
    ["Apologies: Bo Tran\nDana: hi\nDana: so", ["Dana"]],
    ["Moderator: Dana Weiss\nDana: hi\nBo: yes\nDana: so\nBo: no", ["Dana Weiss", "Bo"]],
    ["launch\n@dana @bo, @ines\n- ship", ["@dana", "@bo", "@ines"]],
    ["Dana: hi\nBo: yes\nDana: so\nBo: no", ["Dana", "Bo"]],
    ["Attendees: everyone, TBD, 12, the whole team of five nice people\n- ship", []],
    ["- ship it by Friday", []],
  ])("of %j", (text, names) => {
    expect(attendees(text)).toEqual(names);
  });

  test("signs that belong to a handle as well as between two are not tried in every way", () => {
    const line = (end: string) => `${"@a----------".repeat(40)}${end}`;
    expect(attendees(`launch\n${line("!")}\n- ship`)).toEqual([]);
    expect(attendees(`launch\n${line("")}\n- ship`)).toEqual(["@a----------"]);
  });

  test("a thousand names take no time and sixty are kept", () => {
    const names = Array.from({ length: 1000 }, (_, n) => `Name${String.fromCharCode(97 + (n % 26))}${n}`);
    const begin = process.cpuUsage();
    const found = attendees(
      `Attendees:\n${names.map((n) => `- ${n}`).join("\n")}\n${names.map((n) => `${n}: hello`).join("\n")}`,
    );
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(500);
    expect(found.length).toBeLessThanOrEqual(60);
  });
});
