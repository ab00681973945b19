import { z } from "zod";

/** Every way in which a request of a program's is refused: its status, and its title, which never changes. */
export const PROBLEMS = {
  malformed: { status: 400, title: "The request can’t be read" },
  unauthorized: { status: 401, title: "A valid API token is needed" },
  forbidden: { status: 403, title: "This person may not do that" },
  "insufficient-scope": { status: 403, title: "The token does not reach this far" },
  "foreign-origin": { status: 403, title: "The request comes from another site" },
  "not-found": { status: 404, title: "Nothing is here" },
  "method-not-allowed": { status: 405, title: "This address has no such method" },
  conflict: { status: 409, title: "Somebody was faster, or it is there already" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body is not JSON" },
  invalid: { status: 422, title: "The request does not fit the description" },
  "key-reused": { status: 422, title: "The Idempotency-Key stands for another request" },
  "too-many-requests": { status: 429, title: "The token’s requests are used up for now" },
  failed: { status: 500, title: "Something failed inside Countersign" },
  unavailable: { status: 503, title: "Not possible at the moment" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

const PREFIX = "urn:problem-type:countersign:";

/** Problem details for HTTP APIs, RFC 9457. `errors` point into the body, or name a parameter. */
export const Problem = z.strictObject({
  type: z.string().regex(new RegExp(`^${PREFIX}[a-z-]+$`)),
  title: z.string(),
  status: z.number().int().min(400).max(599),
  detail: z.string(),
  errors: z
    .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
    .optional()
    .describe("What does not fit: JSON pointers into the body, or parameters by name"),
  existing: z.string().optional().describe("Where the thing is that is there already"),
  requestId: z.string().optional().describe("Finds the failure in the server’s own output"),
});

type Extras = { errors?: { pointer: string; detail: string }[]; existing?: string; requestId?: string };

/** A request that is refused, thrown from wherever that is found out. */
export class Refused extends Error {
  readonly kind: ProblemKind;
  readonly extras: Extras;
  readonly headers: Record<string, string>;

  constructor(
    kind: ProblemKind,
    detail: string,
    { headers = {}, ...extras }: Extras & { headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = "Refused";
    this.kind = kind;
    this.extras = extras;
    this.headers = headers;
  }
}

/** The answer to a refused request. */
export function problemResponse(refused: Refused): Response {
  const { body, type } = problemOf(refused);
  return new Response(body, {
    status: PROBLEMS[refused.kind].status,
    headers: { "Content-Type": type, "Cache-Control": "no-store", ...refused.headers },
  });
}

/** What is told of a refused request: the text of the answer, and its media type. */
export function problemOf({ kind, message, extras }: Refused): { body: string; type: string } {
  const { status, title } = PROBLEMS[kind];
  const problem: z.infer<typeof Problem> = {
    type: PREFIX + kind,
    title,
    status,
    detail: message,
    ...extras,
  };
  return { body: JSON.stringify(problem), type: "application/problem+json" };
}
