import { isAppError } from "#lib/errors";

/** Runs a command. What went wrong goes to stderr, an expected failure in one sentence, and the exit code is 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(isAppError(error) ? error.message : error);
    // Handles that were opened before the failure must not keep the process.
    process.exit(1);
  }
}
