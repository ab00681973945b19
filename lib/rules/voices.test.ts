import { expect, it } from "vitest";
import { readPage } from "#lib/rules/page";
import { knownPeople } from "#lib/rules/people";
import { voicesOf } from "#lib/rules/voices";

function voices(text: string): (string | null)[] {
  const page = readPage(text);
  const voiceIn = voicesOf(page, knownPeople(text, ["Dana Weiss"], [], []));
  return page.lines.map((line) => voiceIn(line)?.name ?? null);
}

it("takes the name before what an entry of a list says", () => {
  expect(
    voices("- Jordan: I'll call them\n- **JL:** fine\n- Next steps: call them\n- PR: merged it"),
  ).toEqual(["Jordan", "JL", null, null]);
});

it("takes the name before what somebody types for others most of the time", () => {
  const typed = (nick: string, ...said: string[]) => said.map((text) => `<${nick}> ${text}`);
  const talk = ["bo: no", "kim: yes", "bo: why", "kim: well", "bo: I'll call them"];
  expect(voices(typed("dana", ...talk).join("\n")).at(-1)).toBe("bo");
  expect(voices(typed("dana", "hello", "bo: could you call them?").join("\n"))).toEqual([null, null]);
});

it("takes the name in brackets where it opens line after line", () => {
  const said = ["[Bo] no", "[Bo Tran] well", "[Docs][PR] merged", "[Kim] I'll call them"];
  expect(voices(said.join("\n"))).toEqual(["Bo", "Bo Tran", null, "Kim"]);
  expect(voices("[Bo] no")).toEqual([null]);
});
