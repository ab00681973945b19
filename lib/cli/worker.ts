import { runCommand } from "#lib/cli/command";
import { untilSignal } from "#lib/cli/until-signal";
import { AppError } from "#lib/errors";
import { getRuntime, stopRuntime } from "#lib/runtime/handle";
import { logFormatOf, settleOutput } from "#lib/telemetry/log-output";

await runCommand(async () => {
  if (!process.env.DATABASE_URL)
    throw new AppError(
      "invalid",
      "npm run worker needs PostgreSQL through DATABASE_URL. Without it, npm start does the worker’s part too.",
    );
  // It may stand in a .env that is shared with the pages.
  process.env.COUNTERSIGN_WORKER = "on";
  settleOutput(logFormatOf(process.env));
  await getRuntime();
  const stopped = untilSignal(stopRuntime);
  console.log("The worker is running.");
  await stopped;
});
