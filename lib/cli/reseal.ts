import { readArguments, usage } from "#lib/cli/arguments";
import { withCommandCtx } from "#lib/cli/command-ctx";
import type { CommandIo } from "#lib/cli/io";
import { resealSecrets } from "#lib/secrets/reseal-secrets";

const HELP = `npm run cli -- reseal

Seals the stored secrets with the newest key that are sealed with an older one: the first of COUNTERSIGN_ENCRYPTION_KEY,
or the first line of the file encryption-key in COUNTERSIGN_DATA_DIR. To replace a key:

  1. Put a new one (openssl rand -base64 32) before the old one, with a comma or a line break between.
  2. Start Countersign again, on every machine.
  3. Run this command, then take the old key away.

Without DATABASE_URL, stop Countersign while it runs.`;

/** `reseal`: the stored secrets under the newest key. Returns the exit code. */
export async function resealCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(argv, { help: { type: "boolean" } });
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  if (positionals.length > 0) throw usage("reseal takes no file");
  const secrets = await withCommandCtx(io, resealSecrets);
  io.out(
    secrets === 0
      ? "Every secret is sealed with the newest key already."
      : `${secrets} ${secrets === 1 ? "secret is" : "secrets are"} sealed with the newest key now. The older ones are no longer needed.`,
  );
  return 0;
}
