const DEADLINE_MS = 15_000;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const PARENT = process.ppid;

/**
 * Waits for SIGINT, SIGTERM or the end of npm, closes, and ends the process with code 0; with 1 if closing fails
 * or takes longer than 15 s. A second signal ends it at once.
 */
export async function untilSignal(close: () => Promise<void>): Promise<never> {
  await Promise.race([signalled(), orphaned()]);
  for (const signal of SIGNALS) process.once(signal, () => process.exit(130));
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

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });
}

// npm hands a SIGTERM to the shell it started us with, which dies of it and tells nobody.
function orphaned(): Promise<void> {
  if (!process.env.npm_lifecycle_event) return new Promise(() => {});
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === PARENT) return;
      clearInterval(timer);
      resolve();
    }, 500);
  });
}
