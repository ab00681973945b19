import { Refused } from "#lib/web/api/problem";
import { toRefusal } from "#lib/web/refusal";

/** The same words whether a thing isn't there or belongs to others. */
export const NOTHING_HERE = "There is no such thing, or it is not shared with whom the token acts for.";

const KINDS = {
  not_found: "not-found",
  forbidden: "forbidden",
  conflict: "conflict",
  invalid: "invalid",
  unavailable: "unavailable",
  failed: "failed",
} as const;

/** Anything thrown while a request was answered, as what the program is told. A defect is logged under a request id. */
export function refusedFrom(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { code, message, detail, fields, requestId } = toRefusal(error);
  if (code === "not_found") return new Refused("not-found", NOTHING_HERE);
  const errors =
    fields && Object.entries(fields).map(([path, detail]) => ({ pointer: pointerTo(path), detail }));
  const existing = existingOf(detail);
  return new Refused(KINDS[code], message, {
    ...(errors && { errors }),
    ...(existing && { existing }),
    ...(requestId && { requestId }),
  });
}

/** Where the lead is that has the same address, which everybody sees. */
function existingOf(detail: unknown): string | undefined {
  if (typeof detail !== "object" || detail === null || !("twin" in detail)) return undefined;
  return `/api/v1/leads/${(detail.twin as { leadId: string }).leadId}`;
}

// "attendees.0" as RFC 6901 writes it: "/attendees/0".
function pointerTo(path: string): string {
  return path === "" ? "" : `/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`;
}
