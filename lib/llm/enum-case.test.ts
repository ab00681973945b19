import { describe, expect, it } from "vitest";
import { z } from "zod";
import { withEnumCase } from "#lib/llm/enum-case";

const spelt = (schema: z.ZodType, value: unknown) =>
  withEnumCase(z.toJSONSchema(schema, { io: "input" }), value);
const Mood = z.enum(["Calm", "tense"]);

describe("withEnumCase", () => {
  it.each([
    ["a field", z.object({ mood: Mood }), { mood: "CALM" }, { mood: "Calm" }],
    ["an array", z.array(Mood), ["calm", "Tense "], ["Calm", "tense"]],
    ["a nullable", z.object({ mood: Mood.nullable() }), { mood: "calm" }, { mood: "Calm" }],
    ["a literal", z.literal("Open"), "open", "Open"],
    [
      "one case of a union",
      z.union([z.object({ kind: z.literal("A"), mood: Mood }), z.string()]),
      { kind: "a", mood: "calm" },
      { kind: "A", mood: "Calm" },
    ],
    ["an exact word beside one that differs by case", z.enum(["a", "A"]), "A", "A"],
  ])("spells %s as the schema does", (_what, schema, value, expected) => {
    expect(spelt(schema, value)).toEqual(expected);
  });

  it("leaves everything else as it is", () => {
    const value = { mood: "angry", text: "CALM", none: null, count: 3, more: [{ mood: "CALM" }] };
    expect(spelt(z.object({ mood: Mood, text: z.string(), count: z.number() }), value)).toEqual(value);
  });
});
