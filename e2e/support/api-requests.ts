import fc from "fast-check";
import type { ApiRequest } from "#e2e/support/api";
import { ENGINEERING } from "#e2e/support/cast";

type Json = Record<string, unknown>;
type Parameter = { name: string; in: string; schema: Json } | { $ref: string };
type Described = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: { "application/json": { schema: { properties: Record<string, Json> } } } };
};

/** One request of a hostile program's: at an address below the API's, with whatever came to its mind. */
export type HostileRequest = { path: string; request: ApiRequest };

/** Every operation of a description, with requests made for it: some nearly right, most not. */
export function hostileRequests(
  description: { paths: Record<string, Record<string, Described>> },
  ids: string[],
): { operation: string; requests: fc.Arbitrary<HostileRequest> }[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operation: operation.operationId,
      requests: requestsTo(path, method.toUpperCase(), operation, ids),
    })),
  );
}

function requestsTo(
  path: string,
  method: string,
  operation: Described,
  ids: string[],
): fc.Arbitrary<HostileRequest> {
  const query = operation.parameters.filter((one) => "in" in one && one.in === "query") as {
    name: string;
    schema: Json;
  }[];
  const properties = operation.requestBody?.content["application/json"].schema.properties ?? {};
  return fc
    .record({
      id: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...idsIn(path, ids)) },
        fc.constantFrom(...ids),
        segment,
      ),
      query: fc.tuple(queryOf(query), fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, strayQuery)),
      body: method === "POST" ? bodies(properties, ids) : fc.constant(undefined),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, strayHeaders),
    })
    .map(({ id, query: [known, stray], body, headers }) => ({
      path: path.replace(/\{\w+\}/, id) + searchOf({ ...known, ...stray }),
      request: { method, body, headers },
    }));
}

const PREFIXES: Record<string, string> = {
  sourceId: "src_",
  runId: "run_",
  draftId: "drf_",
  leadId: "led_",
  teamId: "tea_",
  deliveryId: "dlv_",
  actionId: "act_",
  decisionId: "dec_",
  promiseId: "prm_",
  questionId: "qst_",
  blockerId: "blk_",
  documentId: "doc_",
};

/** The ids of what an address is about; all of them where it is about nothing in particular. */
function idsIn(path: string, ids: string[]): string[] {
  const field = /\{(\w+)\}/.exec(path)?.[1];
  return field ? ids.filter((id) => id.startsWith(PREFIXES[field] as string)) : ids;
}

const NASTY = [
  "\u0000",
  "\ud800",
  "\udc00x",
  "\u202egnp",
  "%",
  "%_\\",
  "'; drop table sources; --",
  "{{7*7}}",
  "../..",
  "\r\nX: y",
  "💥".repeat(50),
  "é".repeat(3000),
];
const nasty = fc.constantFrom(...NASTY);
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), nasty, fc.constant(""));
const number = fc.oneof(
  fc.constantFrom(0, -1, 0.5, 1e308, -1e308, 2_147_483_648, Number.MAX_SAFE_INTEGER, 9.9e15),
  fc.integer(),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 5 }),
  fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "$ref")), text, { maxKeys: 3 }),
);
// What a path may hold: whatever is escaped, also where it is no UTF-8.
const segment = fc.oneof(
  fc
    .string({ unit: "binary", minLength: 1, maxLength: 70 })
    .map((value) => encodeURIComponent(value.toWellFormed())),
  fc.constantFrom("%00", "%ED%A0%80", "%FF", "..%2f", "%252e", "x".repeat(3000)),
);
const cursors = fc
  .oneof(
    fc
      .array(
        fc.oneof(
          text,
          fc.constant(null),
          fc.constantFrom(
            "2026-02-31T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z",
            "2026-11-20T25:61:61Z",
          ),
        ),
        { maxLength: 3 },
      )
      .map((values) => JSON.stringify(values)),
    text,
  )
  .map((value) => Buffer.from(value).toString("base64url"));

const LEAD_FACTS: Record<string, unknown[]> = {
  email: ["kim@hollis.example", "Sol@Hollis.example", "sol@bücher.example", null],
  country: ["CA", "de", null, ""],
  currency: ["CAD", "EUR"],
  amountCents: [0, 1_200_000, null],
  nextStepOn: ["2026-12-01", null],
};

/** A value that the schema means, or nearly. */
function valueFor(name: string, schema: Json, ids: string[]): fc.Arbitrary<unknown> {
  const choices = (schema.enum ?? (schema.anyOf as Json[] | undefined)?.flatMap((one) => one.enum ?? [])) as
    | unknown[]
    | undefined;
  if (choices?.length) return fc.constantFrom(...choices);
  if (name === "cursor") return cursors;
  if (name === "ownerId" || name === "deciderId")
    return fc.constantFrom("usr_dana", "usr_bo", ...ids.slice(0, 1));
  if (name === "teamId") return fc.constantFrom(ENGINEERING.id, ENGINEERING.id, ...ids.slice(0, 1));
  if (name.endsWith("Id")) return fc.constantFrom(...ids);
  if (name in LEAD_FACTS) return fc.constantFrom(...(LEAD_FACTS[name] ?? []));
  if (name === "series") return fc.constantFrom(null, "Weekly sync");
  if (name === "timeZone")
    return fc.constantFrom("America/Toronto", "UTC", "Asia/Kathmandu", "Europe/Paris", "Mars/Base");
  if (schema.format === "date")
    return fc.constantFrom("2026-11-20", "2026-11-19", "2026-11-18", "2026-12-01", "2026-02-30");
  if (schema.type === "integer") return fc.constantFrom(1, 2);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "array")
    return fc.array(fc.constantFrom("Ada", "Bo\u0000Tran", "💥"), { maxLength: 4 });
  if (name === "title" || name === "text")
    return fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map((n) => `Said ${n} times`),
      text.map((value) => `Said: ${value}`),
    );
  return text;
}

function queryOf(parameters: { name: string; schema: Json }[]): fc.Arbitrary<Record<string, string>> {
  const known = parameters.map(
    ({ name, schema }) =>
      [name, fc.oneof({ weight: 4, arbitrary: valueFor(name, schema, ["usr_bo"]) }, anything)] as const,
  );
  return fc
    .record(Object.fromEntries(known), { requiredKeys: [] })
    .map((values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "string" ? value : JSON.stringify(value),
        ]),
      ),
    );
}

const strayQuery = fc.dictionary(
  fc.oneof(text, fc.constantFrom("limit", "__proto__", "access_token")),
  text,
  { maxKeys: 2 },
);

function searchOf(query: Record<string, string>): string {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, value])).toString();
  return search ? `?${search}` : "";
}

function bodies(properties: Record<string, Json>, ids: string[]): fc.Arbitrary<unknown> {
  const nearly = (weight: number) =>
    fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, schema]) => [
          name,
          fc.oneof({ weight, arbitrary: valueFor(name, schema, ids) }, { weight: 1, arbitrary: anything }),
        ]),
      ),
      {
        requiredKeys: Object.keys(properties).filter(
          (name) => !["teamId", "fileName", "format", "series", "writer"].includes(name),
        ),
      },
    );
  return fc.oneof(
    { weight: 6, arbitrary: nearly(60) },
    { weight: 3, arbitrary: nearly(3) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(nearly(60), fc.dictionary(text, anything, { minKeys: 1, maxKeys: 2 }))
        .map(([known, stray]) => ({ ...known, ...stray })),
    },
    anything,
    fc.constantFrom(
      "",
      "{",
      "nul",
      "[[[[",
      `${"[".repeat(20_000)}`,
      '{"__proto__":{"version":1}}',
      "\ufeff{}",
    ),
    fc.constant(undefined),
  );
}

const strayHeaders = fc.constantFrom<Record<string, string>>(
  { "content-type": "text/html" },
  { "content-type": "application/json; charset=latin1" },
  { "idempotency-key": "one and the same" },
  { "idempotency-key": "one-and-the-same" },
  { "x-http-method-override": "DELETE" },
  { cookie: "authjs.session-token=x" },
  { accept: "application/xml" },
  { range: "bytes=0-1" },
);
