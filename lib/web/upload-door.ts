import { AppError } from "#lib/errors";
import { readFile } from "#lib/files/read-file";
import type { Reading } from "#lib/files/reading";
import { canStoreSource } from "#lib/intake/policy";
import { MAX_FILE_BYTES } from "#lib/parsers/limits";
import { toRefusal } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";
import { withBody } from "#lib/web/take-body";

/** What the page is told of a file: what was read, or a sentence. */
export type Upload = { ok: true; value: Reading } | { ok: false; message: string };

/** Reads a file that somebody signed in sends as the body, and stores nothing of it: the text goes back to the page. */
export async function answerUpload(request: Request): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return told(401, { ok: false, message: "Sign in again, and choose the file once more." });
  try {
    if (!canStoreSource(ctx.actor))
      throw new AppError("forbidden", "Viewers read. Ask an admin for another role.");
    const name = fileNameOf(request);
    return await withBody(request, MAX_FILE_BYTES, async (bytes) => {
      if (!bytes) return told(413, { ok: false, message: `${name} is larger than 20 MB. ${SPLIT}` });
      return told(200, { ok: true, value: await readFile(name, bytes, { signal: request.signal }) });
    });
  } catch (error) {
    const { code, message, requestId } = toRefusal(error);
    return told(STATUS[code], { ok: false, message: requestId ? `${message} (${requestId})` : message });
  }
}

const SPLIT = "Split it, or copy the part that matters.";
// A file that can’t be taken is no failure of the request: the page says in its row what is wrong with it.
const STATUS = { invalid: 200, conflict: 200, not_found: 404, forbidden: 403, unavailable: 503, failed: 500 };

/** A name in the address is only ever told again. */
function fileNameOf({ url }: Request): string {
  const name = new URL(url).searchParams.get("name") ?? "";
  const plain = name
    .replace(/^.*[/\\]/, "")
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  return plain.slice(0, 200).toWellFormed() || "The file";
}

function told(status: number, upload: Upload): Response {
  return Response.json(upload, { status, headers: { "Cache-Control": "no-store" } });
}
