import { isCode, type ProjectFile } from "#e2e/architecture/tree";

const TOP_LEVEL = new Set(
  `.ci .env.example .gitignore CHANGELOG.md CONTRIBUTING.md LICENSE README.md app bench biome.json components drizzle
   drizzle.config.ts e2e instrumentation.ts lib next.config.ts package-lock.json package.json playwright.config.ts
   postcss.config.mjs proxy.ts public tsconfig.json vitest.config.ts`.split(/\s+/),
);
const JUNK_DRAWER = /(^|\/)(utils?|helpers?|services?|hooks?|types?|common|shared|misc)(\/|\.tsx?$)/;
const LONGEST = 250;
/** Drizzle reads its tables from one file; nothing else may gather other files' exports. */
const GATHERS = new Set(["drizzle/schema/schema.ts"]);

/** Violations of what files and folders may be called and how large they may grow. */
export function shapeViolations(files: ProjectFile[]): string[] {
  return [
    ...files.map(({ path }) => path.split("/")[0] as string).flatMap(strayTopLevel),
    ...files.flatMap(({ path }) => [...junkDrawer(path), ...notKebab(path)]),
    ...files.filter(({ path }) => isCode(path)).flatMap((file) => [...tooLong(file), ...barrel(file)]),
  ].filter((line, index, all) => all.indexOf(line) === index);
}

function strayTopLevel(name: string): string[] {
  return TOP_LEVEL.has(name) ? [] : [`${name} does not belong on the top level.`];
}

function junkDrawer(path: string): string[] {
  const name = JUNK_DRAWER.exec(path)?.[2];
  return name ? [`${path}: name it by what it is for, not “${name}”.`] : [];
}

function notKebab(path: string): string[] {
  if (!isCode(path)) return [];
  const wrong = path.split("/").find((part) => !/^[a-z0-9-.]+$/.test(part) && !/^[([@]/.test(part));
  return wrong ? [`${path}: write “${wrong}” in kebab-case.`] : [];
}

function tooLong({ path, text }: ProjectFile): string[] {
  const lines = text.trimEnd().split("\n").length;
  return lines > LONGEST ? [`${path} has ${lines} lines; ${LONGEST} is the most.`] : [];
}

function barrel({ path, text }: ProjectFile): string[] {
  const gathers = /^export\s+(\*|\{[^}]*\})\s*from\b/m.test(text);
  return gathers && !GATHERS.has(path) ? [`${path} passes on another file's exports.`] : [];
}
