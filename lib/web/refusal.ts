import { AppError, type AppErrorCode, describeError, isAppError } from "#lib/errors";
import { metrics } from "#lib/telemetry/metrics";
import { currentRequest, newRequestId } from "#lib/telemetry/request";

/**
 * What a form or a machine is told instead of a value. `failed` is a defect or an outage: its message says nothing
 * of the cause, and `requestId` finds it in the server's output. `fields` names inputs that are not right.
 */
export type Refusal = {
  ok: false;
  code: AppErrorCode | "failed";
  message: string;
  detail?: unknown;
  fields?: Record<string, string>;
  requestId?: string;
};

/** Says in words for a person why something was not done. Unexpected errors are logged under a new request id. */
export function toRefusal(error: unknown): Refusal {
  const expected = expectedError(error);
  if (!expected) return failure(error);
  const { code, message, detail } = expected;
  const refusal: Refusal = { ok: false, code, message };
  if (isFieldErrors(detail)) return { ...refusal, fields: detail.fields };
  return detail === undefined ? refusal : { ...refusal, detail };
}

/** For pages: what they show instead where something is refused. A defect or an outage is thrown on to the error page. */
export async function unlessRefused<T>(work: Promise<T>): Promise<{ ok: true; value: T } | Refusal> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (expectedError(error)) return toRefusal(error);
    throw error;
  }
}

/** The error as one a person may read, or null. Input that doesn't fit a schema is `invalid`, with its fields. */
export function expectedError(error: unknown): AppError | null {
  if (isAppError(error)) return error;
  if (isUnstorable(error))
    return new AppError(
      "invalid",
      "The text holds a character that can’t be stored. Type it again without it.",
    );
  if (!isSchemaError(error)) return null;
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return new AppError("invalid", error.issues[0]?.message ?? "This can’t be read.", { fields });
}

function failure(error: unknown): Refusal {
  const requestId = currentRequest() ?? newRequestId();
  metrics().failures.inc();
  console.error(`${requestId}: ${describeError(error)}`);
  const message =
    "Something failed inside Countersign. Try again; if it fails again, show an admin the request id.";
  return { ok: false, code: "failed", message, requestId };
}

// PostgreSQL's codes for U+0000 in text and in JSON, and for JSON that is no Unicode: https://www.postgresql.org/docs/current/errcodes-appendix.html
function isUnstorable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "22021" || code === "22P05" || code === "22P02";
}

// By name, because a process may hold two copies of zod.
function isSchemaError(
  error: unknown,
): error is Error & { issues: { path: PropertyKey[]; message: string }[] } {
  return error instanceof Error && error.name === "ZodError" && "issues" in error;
}

function isFieldErrors(detail: unknown): detail is { fields: Record<string, string> } {
  return typeof detail === "object" && detail !== null && "fields" in detail;
}
