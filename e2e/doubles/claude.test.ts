import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ClaudeDouble } from "#e2e/doubles/claude";
import { doubleForTest } from "#e2e/doubles/claude-writer";

const HEADERS = {
  "content-type": "application/json",
  "anthropic-version": "2026-10-21",
  authorization: "Bearer test-key",
};
const FORMAT = {
  type: "json_schema",
  schema: { type: "object", properties: {}, required: [], additionalProperties: false },
};
const BODY = {
  model: "claude-sonnet-5-5",
  max_tokens: 1000,
  messages: [{ role: "user", content: "Dana will call Bo tomorrow." }],
  output_config: { format: FORMAT },
};

async function post(double: ClaudeDouble, body: unknown, headers: Record<string, string> = HEADERS) {
  const response = await fetch(`${double.url}/v1/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

function withSchema(schema: object) {
  return { ...BODY, output_config: { format: { type: "json_schema", schema } } };
}

function objectOf(count: number, field: object, required: boolean): object {
  const properties = Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, field]));
  return {
    type: "object",
    properties,
    required: required ? Object.keys(properties) : [],
    additionalProperties: false,
  };
}

const citing = { type: "document", source: { type: "text", data: "a" }, citations: { enabled: true } };
const recursive = {
  ...objectOf(1, { $ref: "#/$defs/Node" }, true),
  $defs: { Node: objectOf(1, { $ref: "#/$defs/Node" }, true) },
};

describe("the double refuses what the API refuses", () => {
  it.each([
    ["temperature", { ...BODY, temperature: 0 }, "temperature"],
    ["top_p", { ...BODY, top_p: 1 }, "top_p"],
    ["top_k", { ...BODY, top_k: 1 }, "top_k"],
    ["too many tokens", { ...BODY, max_tokens: 128_001 }, "max_tokens"],
    ["no tokens given", { ...BODY, max_tokens: undefined }, "max_tokens"],
    ["no messages", { ...BODY, messages: [] }, "at least one message"],
    ["an empty text", { ...BODY, messages: [{ role: "user", content: "" }] }, "non-empty"],
    ["citations with a format", { ...BODY, messages: [{ role: "user", content: [citing] }] }, "citations"],
    ["a forced tool", { ...BODY, tool_choice: { type: "any" } }, "tool_choice"],
    ["25 optional fields", withSchema(objectOf(25, { type: "string" }, false)), "25 optional"],
    [
      "17 unions",
      withSchema(objectOf(17, { anyOf: [{ type: "string" }, { type: "null" }] }, true)),
      "17 union",
    ],
    ["minItems 2", withSchema({ type: "array", items: { type: "string" }, minItems: 2 }), "minItems"],
    ["open objects", withSchema({ type: "object", properties: {} }), "additionalProperties"],
    ["a length", withSchema(objectOf(1, { type: "string", maxLength: 9 }, true)), "maxLength"],
    ["recursion", withSchema(recursive), "recursive"],
  ])("%s, with 400", async (_what, body, message) => {
    const { status, json } = await post(await doubleForTest(), body);
    expect({ status, type: json.error.type }).toEqual({ status: 400, type: "invalid_request_error" });
    expect(json.error.message).toContain(message);
  });

  it("an unknown model with 404, a wrong or missing key with 401, a missing version with 400", async () => {
    const double = await doubleForTest();
    const { authorization: _key, ...keyless } = HEADERS;
    const { "anthropic-version": _version, ...versionless } = HEADERS;
    expect((await post(double, { ...BODY, model: "claude-sonnet-9" })).status).toBe(404);
    expect((await post(double, BODY, { ...HEADERS, authorization: "Bearer other" })).status).toBe(401);
    expect((await post(double, BODY, keyless)).status).toBe(401);
    expect((await post(double, BODY, versionless)).status).toBe(400);
    expect((await post(double, BODY, { ...keyless, "x-api-key": "test-key" })).status).toBe(200);
  });

  it("but not what it takes: shared definitions, 24 optional fields, 16 unions", async () => {
    const Line = z.object({ text: z.string() });
    const shared = z.toJSONSchema(z.object({ first: z.array(Line), second: z.array(Line).min(1) }), {
      reused: "ref",
    });
    const double = await doubleForTest();
    for (const schema of [
      shared,
      objectOf(24, { type: "string" }, false),
      objectOf(16, { anyOf: [{ type: "string" }, { type: "null" }] }, true),
    ]) {
      expect((await post(double, withSchema(schema))).status).toBe(200);
    }
  });
});

describe("the double answers", () => {
  it("in one piece, with a request id, usage and true quotes", async () => {
    const Notes = z.object({
      actions: z.array(z.object({ text: z.string(), quote: z.string(), due: z.string() })),
    });
    const body = withSchema(z.toJSONSchema(Notes));
    const data = "Weekly\n- Dana will call Bo before next Friday, if he is in.";
    const messages = [{ role: "user", content: [{ type: "document", source: { type: "text", data } }] }];
    const { json, headers } = await post(await doubleForTest(), { ...body, messages });
    expect(headers.get("request-id")).toBe("req_double_000001");
    const { actions } = Notes.parse(
      JSON.parse(json.content.find((b: { type: string }) => b.type === "text").text),
    );
    expect(actions).toEqual([
      {
        text: "Dana will call Bo before next Friday, if he is in.",
        quote: "- Dana will call Bo before next Friday, if he is in.",
        due: "next Friday",
      },
    ]);
    expect(json.usage.output_tokens).toBeGreaterThan(20);
  });

  it("what a test scripts over HTTP, and refuses a script it doesn't know", async () => {
    const double = await doubleForTest();
    const script = (outcomes: unknown) =>
      fetch(`${double.url}/__script`, { method: "POST", body: JSON.stringify(outcomes) }).then(
        (r) => r.status,
      );
    expect(await script([{ kind: "overloaded" }, { kind: "rate_limit", retryAfter: 7 }])).toBe(204);
    expect(await script([{ kind: "sleepy" }])).toBe(400);
    expect((await post(double, BODY)).status).toBe(529);
    expect((await post(double, BODY)).headers.get("retry-after")).toBe("7");
    expect((await post(double, BODY)).status).toBe(200);
  });

  it("from a cache that begins at 1,024 tokens, ends after five minutes and goes by the format", async () => {
    let now = 0;
    const double = await doubleForTest({ now: () => now });
    const usage = async (length: number, format: object = FORMAT) => {
      const text = { type: "text", text: "x".repeat(length), cache_control: { type: "ephemeral" } };
      const messages = [{ role: "user", content: [text, { type: "text", text: "And?" }] }];
      const { json } = await post(double, { ...BODY, messages, output_config: { format } });
      return [
        json.usage.input_tokens,
        json.usage.cache_creation_input_tokens,
        json.usage.cache_read_input_tokens,
      ].map(Math.sign);
    };
    expect(await usage(1_000)).toEqual([1, 0, 0]);
    expect(await usage(8_000)).toEqual([1, 1, 0]);
    expect(await usage(8_000)).toEqual([1, 0, 1]);
    expect(await usage(8_000, { ...FORMAT, schema: { ...FORMAT.schema, title: "Other" } })).toEqual([
      1, 1, 0,
    ]);
    now = 300_001;
    expect(await usage(8_000)).toEqual([1, 1, 0]);
  });
});
