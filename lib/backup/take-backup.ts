import { backUpTo } from "#lib/backup/file";
import { canBackUp } from "#lib/backup/policy";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/** Writes a backup to a new file, and says so in the log: whoever has it can read everything. */
export async function takeBackup(ctx: Ctx, path: string): Promise<{ rows: number }> {
  if (!canBackUp(ctx.actor)) throw new AppError("forbidden", "Only admins take backups.");
  const rows = await backUpTo(path, ctx);
  await transact(ctx, async ({ record }) =>
    record({ kind: "workspace.backed_up", subjectId: "workspace", data: { rows } }),
  );
  return { rows };
}
