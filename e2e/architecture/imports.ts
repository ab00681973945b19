import { posix } from "node:path";
import { isCode, type ProjectFile } from "#e2e/architecture/tree";

/** One import of a file: of another file of the project, or of a package. `typeOnly` ones are gone when it runs. */
export type Import = { from: string; typeOnly: boolean } & ({ file: string } | { package: string });

const STATEMENT = /^\s*(import|export)\s+(type\s+)?([^;"'`]*?)\s*from\s*["']([^"']+)["']/gm;
const BARE = /^\s*import\s+["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']/g;
const FOLDERS: Record<string, string> = { "#components/": ".tsx" };

/** The imports of all code files. */
export function importsOf(files: ProjectFile[]): Import[] {
  const paths = new Set(files.map((file) => file.path));
  return files.filter((file) => isCode(file.path)).flatMap((file) => importsOfFile(file, paths));
}

function importsOfFile({ path, text }: ProjectFile, paths: Set<string>): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const named = [...code.matchAll(STATEMENT)].map(([, , type, names = "", target = ""]) => ({
    target,
    typeOnly: type !== undefined || namesOnlyTypes(names),
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, target = ""]) => ({
    target,
    typeOnly: false,
  }));
  return [...named, ...others].map(({ target, typeOnly }) => ({
    from: path,
    typeOnly,
    ...resolve(path, target, paths),
  }));
}

function namesOnlyTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names)?.[1];
  const parts = inside?.split(",").filter((part) => part.trim() !== "");
  return parts?.every((part) => /^\s*type\s/.test(part)) ?? false;
}

function resolve(from: string, target: string, paths: Set<string>): { file: string } | { package: string } {
  if (target.startsWith("#")) {
    const ending = Object.entries(FOLDERS).find(([prefix]) => target.startsWith(prefix))?.[1] ?? ".ts";
    return { file: target.slice(1) + ending };
  }
  if (target.startsWith(".")) {
    const base = posix.join(posix.dirname(from), target);
    const found = ["", ".ts", ".tsx"].map((ending) => base + ending).find((path) => paths.has(path));
    return { file: found ?? base };
  }
  return { package: target };
}
