import { runCommand } from "#lib/cli/command";
import { untilSignal } from "#lib/cli/until-signal";
import { AppError } from "#lib/errors";
import { getRuntime, stopRuntime } from "#lib/runtime/handle";

await runCommand(async () => {
  if (!process.env.DATABASE_URL)
    throw new AppError(
      "invalid",
      "npm run worker needs PostgreSQL through DATABASE_URL. Without it, npm start does the worker’s part too.",
    );
  await getRuntime();
  console.log("The worker is running.");
  await untilSignal(stopRuntime);
});
