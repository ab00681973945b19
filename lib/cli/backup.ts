import { restoreFrom } from "#lib/backup/file";
import { takeBackup } from "#lib/backup/take-backup";
import { readArguments, usage } from "#lib/cli/arguments";
import { withCommandCtx } from "#lib/cli/command-ctx";
import type { CommandIo } from "#lib/cli/io";
import type { Ctx } from "#lib/events/context";

const WHERE =
  "the database of DATABASE_URL, or of COUNTERSIGN_DATA_DIR. Without DATABASE_URL, stop Countersign first, or let an admin download the backup under Settings.";

const BACKUP = `npm run cli -- backup FILE

Writes everything that is stored to a new file, of one moment, also while others work: ${WHERE}
The file holds everything, password hashes too. It fits both kinds of databases, so it also moves from one to the other.`;

const RESTORE = `npm run cli -- restore FILE

Reads a backup into a database that holds nothing yet: ${WHERE}
What was to leave when the backup was made is not sent: whether it left since, somebody has to say.
The log is checked with: npm run cli -- verify-log`;

/** `backup`: everything into one file. Returns the exit code. */
export function backupCommand(argv: string[], io: CommandIo): Promise<number> {
  return withFile(argv, io, BACKUP, async (ctx, file) => {
    const { rows } = await takeBackup(ctx, file);
    io.out(`${rows} rows are in ${file}.`);
  });
}

/** `restore`: a backup into an unused database. Returns the exit code. */
export function restoreCommand(argv: string[], io: CommandIo): Promise<number> {
  return withFile(argv, io, RESTORE, async (ctx, file) => {
    const rows = await restoreFrom(ctx, file);
    io.out(`${rows} rows were restored from ${file}.`);
  });
}

async function withFile(
  argv: string[],
  io: CommandIo,
  help: string,
  work: (ctx: Ctx, file: string) => Promise<void>,
): Promise<number> {
  const { values, positionals } = readArguments(argv, { help: { type: "boolean" } });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw usage("Name one file");
  await withCommandCtx(io, (ctx) => work(ctx, file));
  return 0;
}
