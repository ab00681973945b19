import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs a package's program under this Node, its words going to the terminal. Returns its exit code. */
export function runTool(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [join("node_modules", program), ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
