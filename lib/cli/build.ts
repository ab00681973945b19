import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors";

const STAMP = ".next/countersign-built-from";
const SOURCES = [
  "{app,components,lib,drizzle,public}/**/*",
  "{instrumentation,next.config,proxy}.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Builds the pages unless they were built from these very files. Throws with the build's own words if it fails. */
export async function ensureBuilt(root: string): Promise<void> {
  const print = fingerprint(root);
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return;
  console.log("Building the pages, which takes a minute or two and is needed once …");
  const begin = performance.now();
  await build(root);
  writeFileSync(stamp, print);
  console.log(`Built in ${Math.round((performance.now() - begin) / 1000)} seconds.`);
}

function fingerprint(root: string): string {
  const hash = createHash("sha256").update(process.versions.node);
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\n${file.slice(root.length)}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

async function build(root: string): Promise<void> {
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const giveUp = () => {
    child.kill();
    process.exit(1);
  };
  process.once("SIGTERM", giveUp);
  const code = await new Promise((resolve) => child.once("close", resolve));
  process.off("SIGTERM", giveUp);
  if (code !== 0) throw new AppError("unavailable", `The pages could not be built.\n${said}`);
}
