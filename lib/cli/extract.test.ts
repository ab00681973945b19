import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { doubleForTest } from "#e2e/doubles/claude-writer";
import { docxOf, pdfOf } from "#e2e/doubles/uploads";
import { extractCommand } from "#lib/cli/extract";
import type { CommandIo } from "#lib/cli/io";
import { getWorkflow } from "#lib/workflows/registry";

const NOTES = `Release 4.3 planning
Date: 2026-11-20
Attendees: Ada Lindqvist, Dana Weiss

We decided to ship on the fourth of December.
ACTION: Dana to renew the staging certificate by Friday
`;

let folder: string;
let io: CommandIo & { printed: string[]; errors: string[] };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-extract-"));
  const printed: string[] = [];
  const errors: string[] = [];
  const stdin = (async function* () {
    yield Buffer.from(NOTES);
  })();
  io = { printed, errors, stdin, out: (l) => printed.push(l), err: (l) => errors.push(l), env: {} };
});

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const extract = (...argv: string[]) => extractCommand(["meeting-notes", ...argv], io);
const lines = () => io.printed.map((line) => JSON.parse(line));

describe("extract", { timeout: 30_000 }, () => {
  it("prints one line of JSON a file, each statement with its quote and its place", async () => {
    const notes = file("notes.md", NOTES);
    const empty = file("quiet.txt", "Half of the team is ill.\n");
    expect(await extract(notes, empty, "--writer", "rules", "--json", "--timezone", "America/Toronto")).toBe(
      0,
    );
    const [first, second] = lines();
    expect(first).toMatchObject({
      file: notes,
      workflow: "meeting-notes",
      version: getWorkflow("meeting-notes").rulesVersion,
      writer: "rules",
      title: "Release 4.3 planning",
      heldOn: "2026-11-20",
      timeZone: "America/Toronto",
      attendees: ["Ada Lindqvist", "Dana Weiss"],
      usage: null,
    });
    const [action] = first.statements.filter((s: { section: string }) => s.section === "actions");
    expect(action).toMatchObject({
      text: "Renew the staging certificate",
      trace: "stated",
      kept: true,
      person: { id: null, name: "Dana Weiss", basis: "stated" },
      due: { on: "2026-11-27", basis: "stated" },
      quote: "ACTION: Dana to renew the staging certificate by Friday",
    });
    expect(NOTES.slice(action.start, action.end)).toBe(action.quote);
    expect(second).toMatchObject({ file: empty, statements: [] });
  });

  it("matches people to a roster and takes the day it is told", async () => {
    const roster = file(
      "roster.json",
      JSON.stringify([{ id: "u1", name: "Dana Weiss", handles: ["@dana"] }]),
    );
    const notes = file("notes.txt", "TODO @dana: renew the certificate by Friday\n");
    await extract(notes, "--writer", "rules", "--json", "--roster", roster, "--date", "2026-11-05");
    expect(lines()[0].statements.at(-1)).toMatchObject({
      person: { id: "u1", name: "Dana Weiss" },
      due: { on: "2026-11-06" },
    });
  });

  it("reads captions, and standard input", async () => {
    const captions = file(
      "call.vtt",
      "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Dana Weiss>I'll renew the certificate tomorrow.</v>\n",
    );
    await extract(captions, "-", "--writer", "rules", "--json");
    const [call, piped] = lines();
    expect(call.statements[0]).toMatchObject({ section: "actions", person: { name: "Dana Weiss" } });
    expect(piped).toMatchObject({ file: "-", title: "Release 4.3 planning" });
  });

  it("reads Word, PDF and UTF-16, notes what was left out, and names a file that can’t be read", async () => {
    const path = (name: string, bytes: Buffer) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const word = path("notes.docx", docxOf([...NOTES.split("\n"), "<w:p><w:r><w:drawing/></w:r></w:p>"]));
    const paper = path("notes.pdf", pdfOf([NOTES.trim().split("\n")]));
    const wide = path("notes.txt", Buffer.from(NOTES, "utf16le"));
    const locked = path("locked.pdf", pdfOf([["x"]], { encrypted: true }));
    expect(await extract(word, paper, wide, locked, "--writer", "rules", "--json")).toBe(1);
    for (const line of lines())
      expect(line).toMatchObject({ title: "Release 4.3 planning", heldOn: "2026-11-20" });
    expect(lines()).toHaveLength(3);
    expect(io.errors).toEqual([
      `${word}: One picture was left out.`,
      expect.stringContaining("locked.pdf is protected by a password."),
    ]);
  });

  it("prints for people where no JSON is asked for", async () => {
    await extract(file("notes.md", NOTES), "--writer", "rules");
    expect(io.printed.join("\n")).toContain(
      "Actions\n  - Renew the staging certificate (Dana Weiss, 2026-11-27)",
    );
  });

  it("asks Claude and says what that used", async () => {
    const claude = await doubleForTest();
    io.env = {
      ANTHROPIC_BASE_URL: claude.url,
      ANTHROPIC_API_KEY: "test-key",
      COUNTERSIGN_LLM_MODE: "structured",
    };
    expect(await extract(file("notes.md", NOTES), "--writer", "claude", "--json")).toBe(0);
    const [line] = lines();
    expect(line).toMatchObject({ writer: "claude", usage: { calls: [{ outcome: "answered" }] } });
    expect(line.statements.map((s: { section: string }) => s.section)).toContain("decisions");
    expect(JSON.stringify(line)).not.toContain("test-key");
  });

  it("goes on after a file that can't be read, says so on stderr and ends with 1", async () => {
    const missing = join(folder, "missing.txt");
    expect(
      await extract(
        missing,
        file("blank.txt", " \n"),
        file("notes.md", NOTES),
        "--writer",
        "rules",
        "--json",
      ),
    ).toBe(1);
    expect(lines()).toHaveLength(1);
    expect(io.errors).toEqual([
      `${missing}: The file can't be read (ENOENT).`,
      `${join(folder, "blank.txt")}: The text is empty.`,
    ]);
  });

  it.each([
    [["notes.md"], "--writer is “rules” or “claude”. See --help."],
    [["--writer", "rules"], "Name a workflow and at least one file. See --help."],
    [
      ["notes.md", "--writer", "claude"],
      "--writer claude needs ANTHROPIC_API_KEY, or ANTHROPIC_BASE_URL for another host.",
    ],
    [
      ["notes.md", "--writer", "rules", "--date", "2026-02-30"],
      "--date is a day such as 2026-11-20. See --help.",
    ],
    [
      ["notes.md", "--writer", "rules", "--timezone", "Mars/North"],
      "--timezone is a name such as America/Toronto. See --help.",
    ],
    [["notes.md", "--colour"], "Unknown option '--colour'. See --help."],
  ])("refuses %j", async (argv, message) => {
    await expect(extract(...argv)).rejects.toMatchObject({ code: "invalid", message });
    expect(io.printed).toEqual([]);
  });

  it("refuses a workflow that isn't there, and a roster that is none", async () => {
    await expect(extractCommand(["minutes", "x", "--writer", "rules"], io)).rejects.toMatchObject({
      message: "There is no workflow “minutes”. See --help.",
    });
    const roster = file("roster.json", '[{ "id": "u1" }]');
    await expect(extract("x", "--writer", "rules", "--roster", roster)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("is no roster: 0.name"),
    });
  });

  it("explains itself", async () => {
    expect(await extract("--help")).toBe(0);
    expect(io.printed[0]).toContain("Workflows: meeting-notes");
  });
});
