import { describe, expect, it } from "vitest";
import { inContext, topicsOf } from "#lib/rules/context";
import { readPage } from "#lib/rules/page";
import { knownPeople } from "#lib/rules/people";

const topics = (text: string) => topicsOf(readPage(text), knownPeople(text, ["Dana Weiss"], [], []));

describe("topicsOf", () => {
  it("gives the entry above, or else the heading", () => {
    expect(topics("## Pilot\n- Tablets\n  - renew the key\n- later").map(({ title }) => title)).toEqual([
      "",
      "Pilot",
      "Tablets",
      "Pilot",
    ]);
  });

  it("takes no title of the page for a topic, also where something stands above it", () => {
    expect(topics("# Weekly\n- renew the key").at(-1)!.title).toBe("");
    expect(topics("Copied from the pad.\n# Weekly\n- renew the key").at(-1)!.title).toBe("");
    expect(topics("# Weekly\n# Pilot\n- renew the key").at(-1)!.title).toBe("Pilot");
  });

  it("knows whose topic it is", () => {
    expect(topics("- Cleaning up the page (@dana)\n  - drop old links").at(-1)).toEqual({
      title: "Cleaning up the page",
      of: "@dana",
    });
    expect(topics("- Cleaning up the page (soon)\n  - drop old links").at(-1)!.of).toBe("");
  });

  it("takes the bold name of whoever speaks for no topic", () => {
    expect(topics("## Pilot\n\n**Dana**\n\nWill renew the key.").at(-1)!.title).toBe("Pilot");
  });
});

describe("inContext", () => {
  it("adds what it is about where the words leave that open", () => {
    expect(inContext("Renew it", "action", "The key of the test page")).toBe(
      "Renew it (The key of the test page)",
    );
    expect(inContext("Renew the key of the test page", "action", "Test page")).toBe(
      "Renew the key of the test page",
    );
    expect(inContext("Renew it", "action", "")).toBe("Renew it");
    expect(inContext("The old key of the test page stays valid", "decision", "Pilot")).not.toContain("Pilot");
  });
});
