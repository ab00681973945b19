import { describe, expect, it } from "vitest";
import { readPage } from "#lib/rules/page";

const sections = (text: string) =>
  readPage(text).lines.map(({ section, role }) => (role === "heading" ? "#" : (section ?? "-")));

describe("readPage", () => {
  it.each([
    ["## Action items\n- a b", ["#", "action"]],
    ["##Action items\n- a b", ["#", "action"]],
    ["###### Action items ######\n- a b", ["#", "action"]],
    ["**Action items**\n- a b", ["#", "action"]],
    ["**Action items:**\n- a b", ["#", "action"]],
    ["__Action items__\n- a b", ["#", "action"]],
    ["Action items:\n- a b", ["#", "action"]],
    ["Action items\n- a b", ["#", "action"]],
    ["ACTION ITEMS\n- a b", ["#", "action"]],
    ["Action items\n============\n- a b", ["#", "-", "action"]],
    ["Action items\n------------\n- a b", ["#", "-", "action"]],
    ["== Action items ==\n* a b", ["#", "action"]],
    ["h2. Action items\n* a b", ["#", "action"]],
    ["<h2>Action items</h2>\n- a b", ["#", "action"]],
    ["✅ Action items\n- a b", ["#", "action"]],
    ["3. Action items:\n- a b", ["#", "action"]],
  ])("reads the heading of %j", (text, expected) => {
    expect(sections(text)).toEqual(expected.map((kind) => (kind === "-" ? expect.any(String) : kind)));
  });

  it("keeps what stands under a sub-heading in its section, and ends it at the next heading of its level", () => {
    const text = "## Actions\n### Dana\n- a b\n## Notes\n- c d";
    expect(sections(text)).toEqual(["#", "#", "action", "#", "-"]);
    expect(readPage(text).lines[2]).toMatchObject({ under: "Dana" });
  });

  it("ends a section that a mere line opened with its list or paragraph", () => {
    expect(sections("Actions:\n- a b\n\nSee you next week.")).toEqual(["#", "action", "action", "-"]);
    expect(sections("- Actions:\n  - a b\n- Links:\n  - c d")).toEqual(["#", "action", "-", "-"]);
  });

  it("reads no heading in code, tables and long sentences", () => {
    expect(sections("```\n# Actions\n```")).toEqual(["-", "-", "-"]);
    expect(sections("| Actions |\n|---|\n| a |")).not.toContain("#");
    expect(sections("We went on past the actions that were open last week.\n- a")).toEqual(["-", "-"]);
  });

  it("reads bullets, boxes, quotations and chat prefixes off a line", () => {
    const [line] = readPage("  > - [x] Dana to renew it").lines;
    expect(line).toMatchObject({ bullet: true, box: "done", indent: 2, text: "Dana to renew it" });
    const [chat] = readPage("[2026-11-04T15:00:12Z]\t<dana>\trenew it").lines;
    expect(chat).toMatchObject({ writer: "dana", text: "renew it" });
    expect(readPage("☐ renew it\n☑ done it").lines.map(({ box }) => box)).toEqual(["open", "done"]);
  });
});
