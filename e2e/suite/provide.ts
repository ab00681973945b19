import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What `find` finds, after installing Debian's package where that is needed, possible, and ours to do. */
export function provide(name: string, find: () => string | undefined): string | undefined {
  const found = find();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  console.log(`Installing Debian's package ${name} …`);
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
    const { status, stderr } = spawnSync("apt-get", ["-q", ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      // A database server that comes with its package must not be started.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
    if (status !== 0) console.log(`apt-get ${args[0]} failed: ${stderr?.toString().trim().slice(-500)}`);
  }
  return find();
}
