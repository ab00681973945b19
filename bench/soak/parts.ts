import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A process of Countersign that is killed again and again, and started again each time. */
export type Part = {
  /** Waits until it serves or works. Starts at once where it does already. */
  up: () => Promise<void>;
  killAndStart: () => Promise<void>;
  /** Asks it to stop, and returns its exit code. */
  stop: () => Promise<number | null>;
};

/** Starts `program`, and says that it is up once it has printed a line that begins with `ready`. */
export async function startPart(program: string, ready: string, env: Record<string, string>): Promise<Part> {
  let child: ChildProcess;
  let ended: Promise<unknown>;
  let isUp: Promise<void>;
  const start = () => {
    child = spawn(process.execPath, [program], {
      env: { ...inherited(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    ended = once(child, "exit");
    isUp = says(child, ready);
    // Whoever waits for it is told; nobody may be waiting.
    isUp.catch(() => {});
  };
  start();
  await isUp!;
  return {
    up: () => isUp,
    killAndStart: async () => {
      child.kill("SIGKILL");
      await ended;
      start();
      await isUp;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

function inherited(): NodeJS.ProcessEnv {
  const ours = /^(ANTHROPIC_|AUTH_|COUNTERSIGN_|DATABASE_URL|NODE_ENV)/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv;
}

function says(child: ChildProcess, ready: string): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (`\n${said}`.includes(`\n${ready}`)) resolve();
      });
    child.once("exit", (code) =>
      reject(new Error(`${ready.slice(0, 20)}… never came (code ${code}):\n${said}`)),
    );
  });
}
