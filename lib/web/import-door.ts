import { Readable } from "node:stream";
import type { UserCtx } from "#lib/events/context";
import { addPart } from "#lib/lead-imports/add-part";
import { beginImport } from "#lib/lead-imports/begin-import";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { getImportProgress } from "#lib/lead-imports/queries";
import { getRefusedCsv } from "#lib/lead-imports/refused-csv";
import { settle } from "#lib/web/door";
import { expectedError, type Refusal } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";
import { withBody } from "#lib/web/take-body";

/** What the page is told that sends a file: what came of it, or a sentence. */
export type Sent<T> = { ok: true; value: T } | { ok: false; message: string };

/** Opens an import for a file of so many bytes: `{ fileName, size }`. */
export function answerBeginning(request: Request): Promise<Response> {
  return answer(async (ctx) => beginImport(ctx, await request.json().catch(() => ({}))));
}

/**
 * Takes a part of a file, whose bytes are the body, and whose number is in the address. In parts, because a request has
 * a minute, and Next keeps what it is sent in memory.
 */
export function answerPart(request: Request, importId: string): Promise<Response> {
  const number = Number(new URL(request.url).searchParams.get("number") ?? -1);
  return answer((ctx) =>
    withBody(request, PART_BYTES, async (bytes) =>
      addPart(ctx, { importId, number, bytes: bytes ?? TOO_MUCH }),
    ),
  );
}

// A length that no part has.
const TOO_MUCH = new Uint8Array(0);

/** How far an import is. */
export function answerProgress(importId: string): Promise<Response> {
  return answer((ctx) => getImportProgress(ctx, importId));
}

/** The refused rows of an import as a file. */
export async function answerRefused(importId: string): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response("Sign in to take this file.", { status: 401 });
  try {
    const { fileName, pieces } = await getRefusedCsv(ctx, importId);
    return new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        // RFC 6266 and 8187: the name may have any letters.
        "Content-Disposition": `attachment; filename="refused.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const expected = expectedError(error);
    if (expected) return new Response(expected.message, { status: STATUS[expected.code] });
    throw error;
  }
}

const STATUS = { invalid: 400, conflict: 409, not_found: 404, forbidden: 403, unavailable: 503, failed: 500 };

async function answer<T>(work: (ctx: UserCtx) => Promise<T>): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return told(401, { ok: false, message: "Sign in again, and choose the file once more." });
  const outcome = await settle(() => work(ctx));
  return outcome.ok ? told(200, outcome) : told(statusOf(outcome), { ok: false, message: outcome.message });
}

function statusOf({ code }: Refusal): number {
  return STATUS[code];
}

function told(status: number, sent: Sent<unknown>): Response {
  return Response.json(sent, { status, headers: { "Cache-Control": "no-store" } });
}
