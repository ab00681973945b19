import { readArguments, usage } from "#lib/cli/arguments";
import type { CommandIo } from "#lib/cli/io";
import type { Store } from "#lib/db/store";
import { type Break, hasSeal, verifyLog } from "#lib/events/verify-log";
import { readConfig } from "#lib/runtime/config";
import { openStore } from "#lib/runtime/runtime";

const HELP = `npm run cli -- verify-log [--contains HASH]

Reads the whole log of the database in COUNTERSIGN_DATA_DIR or DATABASE_URL and checks its chain: every event as it was
recorded, in order, none taken out. Prints how many are sealed and the last hash. Note that hash elsewhere: with
--contains HASH a later check also proves that nothing up to it was replaced or cut off.

Without DATABASE_URL, stop Countersign first. The exit code is 1 where the log doesn't hold.`;

const OPTIONS = { help: { type: "boolean" }, contains: { type: "string" } } as const;

/** `verify-log`: the state of the chain over the log. Returns the exit code. */
export async function verifyLogCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(argv, OPTIONS);
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  if (positionals.length > 0) throw usage("verify-log takes no file");
  const store = await openStore(readConfig(io.env));
  try {
    return await report(store, values.contains, io);
  } finally {
    await store.close();
  }
}

async function report(store: Store, contained: string | undefined, io: CommandIo): Promise<number> {
  const { sealed, waiting, head, broken } = await verifyLog(store);
  if (broken) {
    io.err(`The log breaks at ${placeOf(broken)}. ${broken.reason} ${sealed} events before it hold.`);
    return 1;
  }
  if (contained && !(await hasSeal(store, contained))) {
    io.err(`The log holds together, and ${contained} is not in it: it was replaced or cut off.`);
    return 1;
  }
  io.out(`The log holds: ${sealed} events are sealed, ${waiting} wait for their seal. Its head is ${head}`);
  return 0;
}

function placeOf({ seq, position }: Break): string {
  return position === null ? `event ${seq}, which is not in the chain` : `event ${seq}, seal ${position}`;
}
