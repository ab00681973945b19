const DEADLINE_MS = 15_000;

/**
 * Waits for SIGINT or SIGTERM, closes, and ends the process with code 0; with 1 if closing fails or takes
 * longer than 15 s. A second signal ends it at once.
 */
export async function untilSignal(close: () => Promise<void>): Promise<never> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  setTimeout(() => {
    console.error("Stopping took longer than 15 seconds. What was under way goes on at the next start.");
    process.exit(1);
  }, DEADLINE_MS);
  try {
    await close();
    process.exit(0);
  } catch (error) {
    console.error(`Not stopped cleanly: ${(error as Error).message}`);
    process.exit(1);
  }
}
