import { existsSync } from "node:fs";
import { isAppError } from "#lib/errors";

/**
 * Runs a command with what `.env` adds to the environment. What went wrong goes to stderr, an expected failure
 * in one sentence, and the exit code is 1.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    await command();
  } catch (error) {
    console.error(isAppError(error) ? error.message : error);
    // Handles that were opened before the failure must not keep the process.
    process.exit(1);
  }
}
