import type { ProjectFile } from "#e2e/architecture/tree";

/** An address of the site: a page, or "GET /api/health" for what a route answers. */
export type FoundRoute = { route: string; from: string };
/** A function of a page's that browsers call: "reviews/verbs.ts: approve". */
export type FoundAction = { action: string; from: string };

const PAGE = /^app\/(?:(.*)\/)?page\.tsx?$/;
const ROUTE = /^app\/(?:(.*)\/)?route\.tsx?$/;
const METADATA =
  /^app\/(?:(.*)\/)?((?:icon|apple-icon|opengraph-image|twitter-image|favicon|manifest|robots|sitemap)\.\w+)$/;
const METHOD = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
const DIRECTIVE = /^\s*["']use server["']/m;

/** Every address that the files of the project make, by the names of Next's files. */
export function routesIn(files: ProjectFile[]): FoundRoute[] {
  return files.flatMap((file): FoundRoute[] => {
    const from = file.path;
    const page = PAGE.exec(from);
    if (page) return [{ route: addressOf(page[1]), from }];
    const route = ROUTE.exec(from);
    if (route) return methodsOf(file).map((method) => ({ route: `${method} ${addressOf(route[1])}`, from }));
    const metadata = METADATA.exec(from);
    if (metadata) return [{ route: `${addressOf(metadata[1]).replace(/\/$/, "")}/${metadata[2]}`, from }];
    return from.startsWith("public/") ? [{ route: from.slice("public".length), from }] : [];
  });
}

/** Every server action. One that is written inside another function has no name to be found by, and is not allowed. */
export function actionsIn(files: ProjectFile[]): FoundAction[] {
  return files
    .filter(({ path, text }) => !path.startsWith("e2e/") && DIRECTIVE.test(text))
    .flatMap(({ path, text }) => {
      if (!/^["']use server["']/.test(text)) throw new Error(`${path} hides a server action in a function.`);
      const names = [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name);
      if (names.length !== [...text.matchAll(/^export (?!type\b)/gm)].length)
        throw new Error(`${path} exports a server action that has no name to be found by.`);
      return names.map((name) => ({ action: `${nameOf(path)}: ${name}`, from: path }));
    });
}

/** A file of server actions as the table names it. */
export function nameOf(path: string): string {
  return path.replace(/^app\//, "").replace(/\([^)]*\)\//g, "");
}

function methodsOf({ path, text }: ProjectFile): string[] {
  const written = new RegExp(`^export (?:async )?(?:function|const) (${METHOD})\\b`, "gm");
  const unpacked = /^export const \{([^}]*)\}/gm;
  const methods = [
    ...[...text.matchAll(written)].map(([, method = ""]) => method),
    ...[...text.matchAll(unpacked)].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())),
  ];
  if (methods.length === 0) throw new Error(`${path} answers no method that could be read.`);
  return methods;
}

function addressOf(folder = ""): string {
  const parts = folder.split("/").filter((part) => part && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
}
