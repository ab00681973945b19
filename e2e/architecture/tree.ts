import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One file of the project. Only code and migrations carry their text; of others the path is enough. */
export type ProjectFile = { path: string; text: string };

/** What a build, a run or an editor leaves behind: no part of the project. */
const LEFT_BEHIND =
  /^(node_modules|\.git|\.next|\.data.*|test-results|playwright-report|\.env|\.env\.local|\.DS_Store|next-env\.d\.ts|.*\.tsbuildinfo)$/;
const CODE = /\.(ts|tsx|mjs|cjs|js)$/;
const READ = /\.(ts|tsx|mjs|cjs|js|sql)$/;

/** Every file of the project below `root`, with paths relative to it. */
export function readTree(root: string, below = ""): ProjectFile[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => !LEFT_BEHIND.test(entry.name))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return readTree(root, path);
      return { path, text: READ.test(path) ? readFileSync(join(root, path), "utf8") : "" };
    });
}

export function isCode(path: string): boolean {
  return CODE.test(path);
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("e2e/");
}
