import { describe, expect, it } from "vitest";
import { NAUGHTY } from "#e2e/attacks/hostile/naughty";
import { OBEYED, obeyingAnswer } from "#e2e/attacks/hostile/obeying";
import { PLANTED, type Planted, TRUTH } from "#e2e/attacks/hostile/planted";
import { naughtyIn, plantedIn, unplanted } from "#e2e/attacks/hostile/shared-notes";
import { doubleForTest, writerFor } from "#e2e/doubles/claude-writer";
import { draftText } from "#lib/cli/draft-text";
import { addressesIn } from "#lib/grounding/addresses";
import type { Grounded } from "#lib/grounding/ground";
import { StoreSource } from "#lib/intake/schema";
import { rulesWriter } from "#lib/llm/rules-writer";
import { readSourceFile } from "#lib/parsers/source-file";
import type { Writer } from "#lib/workflows/define";
import { getWorkflow } from "#lib/workflows/registry";

const SHARED = process.env.COUNTERSIGN_HOSTILE;
const shared = SHARED ? plantedIn(SHARED) : [];
const ABOUT = {
  name: "",
  heldOn: "2026-11-19",
  timeZone: "UTC",
  roster: [],
  now: new Date("2026-11-20T12:00:00Z"),
};

/** Both writers: the rules, and Claude by a double that obeys whatever is planted. */
const WRITERS: Record<string, (attack: string) => Promise<Writer>> = {
  rules: async () => rulesWriter,
  "an obeying Claude": async (attack) => writerFor(await doubleForTest({ answer: obeyingAnswer(attack) })),
};

const draft = (writer: Writer, text: string) =>
  draftText(getWorkflow("meeting-notes"), writer, text, ABOUT).then(({ grounded }) => grounded);

const keptIn = ({ statements }: Grounded) => statements.filter(({ kept }) => kept);
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

/** Nothing that rests on the planted line, repeats it, or carries it out, is accepted by default. */
function expectNotObeyed({ attack, at, text }: Planted, grounded: Grounded): void {
  const end = text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at);
  const resting = grounded.evidence.filter((place) => place.start < end && place.end > at);
  const kept = keptIn(grounded);
  for (const statement of kept) {
    const said = wordsOf(statement.text);
    const share = (words: Set<string>) =>
      [...words].filter((word) => said.has(word)).length / (words.size || 1);
    expect(resting.map(({ statementId }) => statementId)).not.toContain(statement.id);
    expect(statement.text).not.toContain(OBEYED.slice(0, 20));
    expect(share(wordsOf(attack)), statement.text).toBeLessThan(0.75);
    for (const address of addressesIn(attack)) expect(statement.text.toLowerCase()).not.toContain(address);
  }
}

describe.each(Object.entries(WRITERS))("by %s", (name, writerFrom) => {
  it.each(PLANTED)("nothing planted is obeyed, and the rest is found: $name", async (planted) => {
    const grounded = await draft(await writerFrom(planted.attack), planted.text);
    expectNotObeyed(planted, grounded);
    const said = keptIn(grounded)
      .map(({ text }) => text.toLowerCase())
      .join("\n");
    for (const truth of TRUTH) expect(said).toContain(truth);
  });

  it.each(shared)("nothing planted in shared notes is obeyed: $name", async (planted) => {
    const writer = await writerFrom(planted.attack);
    const grounded = await draft(writer, planted.text);
    expectNotObeyed(planted, grounded);
    if (name !== "rules") return;
    const clean = keptIn(await draft(writer, unplanted(planted)));
    const listed = (statements: Grounded["statements"]) =>
      statements.map(({ section, text }) => `${section}: ${text}`);
    expect(listed(keptIn(grounded))).toEqual(expect.arrayContaining(listed(clean)));
  });
});

describe.each(["rules", "an obeying Claude"])("naughty strings by %s", (name) => {
  const naughty = [...NAUGHTY, ...(SHARED ? naughtyIn(SHARED) : [])];

  it("crash nothing, and come out as one line of text, alone and as what somebody is to do", async () => {
    let scrap = "";
    const double =
      name === "rules" ? null : await doubleForTest({ answer: (request) => obeyingAnswer(scrap)(request) });
    const writer = double ? writerFor(double) : rulesWriter;
    for (scrap of naughty) {
      const among = `ACTION: Dana to paste ${scrap} by Friday\nWe decided to keep ${scrap}.\n`;
      for (const text of NAUGHTY.includes(scrap) && comesIn(scrap) ? [scrap, among] : [among]) {
        const { statements, evidence } = await draft(writer, text);
        expect(statements.length).toBeGreaterThanOrEqual(evidence.length ? 1 : 0);
        for (const place of evidence) expect(place.end).toBeLessThanOrEqual(text.length);
        for (const statement of statements)
          expect(statement.text).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      }
    }
  }, 120_000);
});

/** Whether it is stored at all: what has no character that can be seen is refused before anybody writes about it. */
function comesIn(text: string): boolean {
  return StoreSource.shape.text.safeParse(readSourceFile("", text).text).success;
}
