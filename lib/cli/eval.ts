import { runCommand } from "#lib/cli/command";
import { evalCommand } from "#lib/cli/eval-command";
import { processIo } from "#lib/cli/io";

await runCommand(async () => {
  process.exitCode = await evalCommand(process.argv.slice(2), processIo);
});
