import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evalCommand } from "#lib/cli/eval-command";

const CORPUS = join(import.meta.dirname, "../workflows/meeting-notes/corpus");
const collect = () => {
  const printed: string[] = [];
  return {
    printed,
    io: { stdin: process.stdin, out: (l: string) => printed.push(l), err: () => {}, env: {} },
  };
};

describe("eval", { timeout: 30_000 }, () => {
  it("scores a directory of labelled texts, and keeps what was predicted", async () => {
    const data = mkdtempSync(join(tmpdir(), "countersign-eval-"));
    for (const form of ["tags", "tables"]) cpSync(join(CORPUS, form), join(data, form), { recursive: true });
    const out = join(data, "predictions.jsonl");
    const { printed, io } = collect();
    const argv = [
      "--workflow",
      "meeting-notes",
      "--data",
      data,
      "--writer",
      "rules",
      "--variant",
      "raw",
      "--out",
      out,
    ];
    expect(await evalCommand(argv, io)).toBe(0);
    const [tags, all, tuning, keptBack, timing] = printed.map((line) => JSON.parse(line));
    expect(tags).toMatchObject({ set: "tags", docs: 5, recall: 1, quotes_found: 1 });
    expect(all).toMatchObject({ set: "ALL", docs: 5 });
    expect(tuning).toMatchObject({ set: "tuning", recall: 1, owner_accuracy: expect.any(Number) });
    expect(keptBack).toMatchObject({ set: "kept back", recall: 1, docs: 5 - tuning.docs });
    expect(timing).toEqual({ texts: 10, median_ms: expect.any(Number), max_ms: expect.any(Number) });
    const predicted = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(predicted).toHaveLength(10);
    expect(predicted.find(({ id }) => id === "tags/numbered-tags").items).toContainEqual({
      type: "action",
      text: "Describe the two ways of storing forms, one page each",
      owners: ["Dana"],
      due: null,
      quote: expect.stringContaining("Dana to describe the two ways of storing forms, one page each"),
    });
  });

  it("scores labelled updates of stand-ups, and keeps what was predicted", async () => {
    const data = mkdtempSync(join(tmpdir(), "countersign-eval-"));
    const out = join(data, "predictions.out");
    const labels = [
      ["a", "Blockers: waiting on legal", "real", ["waiting on legal"]],
      ["b", "Blockers: none", "explicit_none", []],
      ["c", "Blockers: jury duty", "explicit_none", []],
      ["d", "Today: tests", "absent", []],
    ] as const;
    const lines = labels.map(([id, text, field, blockers]) =>
      JSON.stringify({
        id,
        team: "t",
        text,
        gold: { blocker_field: field, has_blocker: field === "real", blockers },
      }),
    );
    writeFileSync(join(data, "updates.jsonl"), `${lines.join("\n")}\n`);
    const { printed, io } = collect();
    const argv = [
      "--workflow",
      "standup",
      "--data",
      join(data, "updates.jsonl"),
      "--writer",
      "rules",
      "--out",
      out,
    ];
    expect(await evalCommand(argv, io)).toBe(0);
    const sets = new Map(printed.map((line) => JSON.parse(line)).map((row) => [row.set, row]));
    expect(sets.get("ALL")).toEqual({
      set: "ALL",
      tp: 1,
      fp: 1,
      fn: 0,
      tn: 1,
      precision: 0.5,
      recall: 1,
      accuracy: 0.667,
      labels_found: 1,
      quotes_found: 1,
    });
    expect(sets.get("t")).toMatchObject({ tp: 1, tn: 1 });
    expect(
      readFileSync(out, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: "a", blockers: ["waiting on legal"] },
      { id: "b", blockers: [] },
      { id: "c", blockers: ["jury duty"] },
      { id: "d", blockers: [] },
    ]);
    writeFileSync(join(data, "updates.jsonl"), "{}\n");
    await expect(evalCommand(argv, io)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("line 1, is no labelled update"),
    });
  });

  it("keeps a community back whole", async () => {
    const { printed, io } = collect();
    const argv = [
      "--workflow",
      "meeting-notes",
      "--data",
      CORPUS,
      "--writer",
      "rules",
      "--keep-back",
      "prose",
    ];
    expect(await evalCommand(argv, io)).toBe(0);
    const sets = new Map(printed.map((line) => JSON.parse(line)).map((row) => [row.set, row]));
    expect(sets.get("kept back").docs + sets.get("tuning").docs).toBe(sets.get("ALL").docs);
    expect(sets.get("kept back").docs).toBeGreaterThan(sets.get("prose").docs);
  });

  it.each([
    [[], "--workflow names no workflow. See --help."],
    [["--workflow", "meeting-notes"], "--data names the labelled texts. See --help."],
    [["--workflow", "meeting-notes", "--data", CORPUS], "--writer is “rules” or “claude”. See --help."],
    [
      ["--workflow", "follow-up", "--data", CORPUS],
      "--workflow names one that is not measured by texts. See --help.",
    ],
    [
      ["--workflow", "meeting-notes", "--data", CORPUS, "--variant", "cooked"],
      "--variant is “input” or “raw”. See --help.",
    ],
  ])("refuses %j", async (argv, message) => {
    await expect(evalCommand(argv, collect().io)).rejects.toMatchObject({ code: "invalid", message });
  });
});
