import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, vi } from "vitest";
import { COMPILED } from "#e2e/support/database-template";

/** A process of a test's own. */
export type Process = {
  /** Waits until it has printed a line that begins like this. */
  says: (line: string) => Promise<void>;
  /** Waits until it ends: the signal that ended it, or its exit code after what it said. */
  ends: () => Promise<string>;
  /** Ends it at once, as kill -9 and a power cut do. */
  kill: () => Promise<void>;
  /** Asks it to stop, and returns its exit code. */
  stop: () => Promise<number | null>;
};

const PATIENCE_MS = 60_000;
const OURS = /^(ANTHROPIC_|AUTH_|COUNTERSIGN_|DATABASE_URL|NODE_ENV)/;

/** Runs a file of the project in a process that knows of our variables only those in `env`. Ends with the test. */
export function startProcess(file: string, env: Record<string, string>, args: string[] = []): Process {
  const child = spawn(process.execPath, ["lib/cli/run.mjs", file, ...args], {
    env: environmentOf(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "\n";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const kill = async () => void (await end(child, "SIGKILL"));
  onTestFinished(kill);
  const ended = once(child, "close");
  return {
    ends: async () => {
      await ended;
      return child.signalCode ?? `${said}\nexit code ${child.exitCode}`;
    },
    says: (line) =>
      vi.waitFor(() => expect(said).toContain(`\n${line}`), { timeout: PATIENCE_MS, interval: 20 }),
    kill,
    stop: () => end(child, "SIGTERM"),
  };
}

/** What a process of a test's own is told: of our variables only those in `env`. */
export function environmentOf(env: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(others), NODE_COMPILE_CACHE: COMPILED, ...env, NODE_ENV: "test" };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}
