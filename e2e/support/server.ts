import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { COMPILED } from "#e2e/support/database-template";
import manifest from "../../package.json" with { type: "json" };

/** Countersign as `npm start` runs it, in a process of its own. */
export type Server = {
  url: string;
  pid: number;
  /** What it has printed so far. */
  said: () => string;
  stop: () => Promise<void>;
  /** Ends it at once, as kill -9 and a power cut do. */
  kill: () => Promise<void>;
  /** Its exit code; null while it runs, and where a signal ended it. */
  exitCode: () => number | null;
};

/** How long a start may take on a busy machine. */
export const START_MS = 120_000;

/** Starts it on a free port of this machine and returns when it serves. `env` is all it knows of ours. */
export async function startServer(
  env: Record<string, string>,
  script: "start" | "sample" = "start",
  cwd = process.cwd(),
): Promise<Server> {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, argumentsOf(script), {
    cwd,
    env: { ...inherited(), NODE_COMPILE_CACHE: COMPILED, TZ: "Asia/Kathmandu", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Nothing that a test started outlives it, however the test ends.
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  child.once("exit", () => process.off("exit", endWithUs));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  await serves(child, () => said);
  return {
    url: `http://localhost:${port}`,
    pid: child.pid as number,
    said: () => said,
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
    exitCode: () => child.exitCode,
  };
}

// With its flags, and without npm in between, which would have to hand signals on.
function argumentsOf(script: "start" | "sample"): string[] {
  return manifest.scripts[script].split(" ").slice(1);
}

// Nothing of the developer's own Countersign, database or key gets into a test.
function inherited(): NodeJS.ProcessEnv {
  const ours = /^(ANTHROPIC_|AUTH_|COUNTERSIGN_|DATABASE_URL|NODE_ENV)/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv;
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function serves(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No server within two minutes:\n${said()}`)), START_MS);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended with code ${code}:\n${said()}`));
    });
    child.stdout?.on("data", () => {
      if (!/^Countersign is at /m.test(said())) return;
      clearTimeout(late);
      resolve();
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}
