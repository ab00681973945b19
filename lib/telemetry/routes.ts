import { globSync } from "node:fs";
import { dirname } from "node:path";

/** What is no page and no route of ours: what strangers make up must neither become a figure nor a line of the log. */
const OTHER = "(other)";

let kept: string[][] | undefined;

/**
 * The page or route that answers a path, by the name of its folder: "/reviews/[id]". Nothing of the path itself is in
 * it, which may be a secret, as in the address of a one-time link.
 */
export function routeOf(path: string): string {
  if (path.startsWith("/_next/")) return "/_next";
  kept ??= readRoutes();
  const parts = partsOf(path);
  const route = kept.find((one) => fits(one, parts));
  return route ? `/${route.join("/")}` : OTHER;
}

/** Those without a gap before those with one, as Next chooses: "/sources/new" before "/sources/[id]". */
function readRoutes(): string[][] {
  const routes = globSync("app/**/{page.tsx,route.ts}").map((file) =>
    partsOf(dirname(file).slice("app".length)).filter((part) => !part.startsWith("(")),
  );
  const gaps = (route: string[]) => route.filter((part) => part.startsWith("[")).length;
  return routes.toSorted((one, other) => gaps(one) - gaps(other));
}

function fits(route: string[], parts: string[]): boolean {
  const rest = route.findIndex((part) => part.includes("[..."));
  const long = rest === -1 ? parts.length === route.length : parts.length >= rest;
  return (
    long &&
    route
      .slice(0, rest === -1 ? undefined : rest)
      .every((part, n) => part.startsWith("[") || part === parts[n])
  );
}

function partsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}
