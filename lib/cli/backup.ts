import { backUpTo, restoreFrom } from "#lib/backup/file";
import { readArguments, usage } from "#lib/cli/arguments";
import type { CommandIo } from "#lib/cli/io";
import type { Store } from "#lib/db/store";
import { readConfig } from "#lib/runtime/config";
import { openStore } from "#lib/runtime/runtime";

const WHERE =
  "the database of DATABASE_URL, or of COUNTERSIGN_DATA_DIR. Without DATABASE_URL, stop Countersign first, or let an admin download the backup under Settings.";

const BACKUP = `npm run cli -- backup FILE

Writes everything that is stored to a new file, of one moment, also while others work: ${WHERE}
The file holds everything, password hashes too. It fits both kinds of databases, so it also moves from one to the other.`;

const RESTORE = `npm run cli -- restore FILE

Reads a backup into a database that holds nothing yet: ${WHERE}
The log is checked with: npm run cli -- verify-log`;

/** `backup`: everything into one file. Returns the exit code. */
export function backupCommand(argv: string[], io: CommandIo): Promise<number> {
  return withStore(argv, io, BACKUP, async (file, store) => {
    const rows = await backUpTo(file, { store, now: () => new Date() });
    io.out(`${rows} rows are in ${file}.`);
  });
}

/** `restore`: a backup into an unused database. Returns the exit code. */
export function restoreCommand(argv: string[], io: CommandIo): Promise<number> {
  return withStore(argv, io, RESTORE, async (file, store) => {
    const rows = await restoreFrom(file, store);
    io.out(`${rows} rows were restored from ${file}.`);
  });
}

async function withStore(
  argv: string[],
  io: CommandIo,
  help: string,
  work: (file: string, store: Store) => Promise<void>,
): Promise<number> {
  const { values, positionals } = readArguments(argv, { help: { type: "boolean" } });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw usage("Name one file");
  const store = await openStore(readConfig(io.env));
  try {
    await work(file, store);
  } finally {
    await store.close();
  }
  return 0;
}
