import { cpSync, mkdtempSync, readFileSync } from "node:fs";
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
    [["--workflow", "meeting-notes"], "--data names the directory of labelled texts. See --help."],
    [["--workflow", "meeting-notes", "--data", CORPUS], "--writer is “rules” or “claude”. See --help."],
    [
      ["--workflow", "meeting-notes", "--data", CORPUS, "--variant", "cooked"],
      "--variant is “input” or “raw”. See --help.",
    ],
  ])("refuses %j", async (argv, message) => {
    await expect(evalCommand(argv, collect().io)).rejects.toMatchObject({ code: "invalid", message });
  });
});
