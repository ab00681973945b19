import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { takeBackup } from "#lib/backup/take-backup";
import { isAppError } from "#lib/errors";
import { findUser } from "#lib/web/session";

/** A backup as a download for whoever may take one. It is written first, so that a slow line holds nobody up. */
export async function answerBackup(): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response(null, { status: 401 });
  const folder = await mkdtemp(join(tmpdir(), "countersign-backup-"));
  try {
    const file = join(folder, "backup.gz");
    await takeBackup(ctx, file);
    const stream = (await open(file)).createReadStream();
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "Content-Type": "application/gzip",
        "Content-Disposition": `attachment; filename="countersign-${ctx.now().toISOString().slice(0, 10)}.jsonl.gz"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (isAppError(error, "forbidden")) return new Response(error.message, { status: 403 });
    throw error;
  } finally {
    // What is open can be read to its end, and nothing stays behind, whatever becomes of the download.
    await rm(folder, { recursive: true, force: true });
  }
}
