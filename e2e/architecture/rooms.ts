/** Rooms of the project. A domain is any folder of `lib` that has no other part to play. */
export type Room =
  | "app"
  | "ui"
  | "components"
  | "web"
  | "runtime"
  | "cli"
  | "domain"
  | "schema"
  | "define"
  | "registry"
  | "workflow"
  | "rules"
  | "grounding"
  | "parsers"
  | "files"
  | "format"
  | "errors"
  | "telemetry"
  | "prices"
  | "llm"
  | "channels"
  | "queue"
  | "events"
  | "db"
  | "drizzle"
  | "e2e"
  | "bench"
  | "root";

const LIB_ROOMS: Room[] = [
  "web",
  "runtime",
  "cli",
  "telemetry",
  "rules",
  "grounding",
  "parsers",
  "files",
  "format",
  "llm",
  "channels",
  "queue",
  "events",
  "db",
];

/** The arithmetic of `lib/spend`, which knows nothing of its rows. */
const PRICES = new Set(["lib/spend/cost.ts", "lib/spend/prices.ts"]);

/** Which room a file stands in. */
export function roomOf(path: string): Room {
  const [top = "", second = "", third = ""] = path.split("/");
  if (top === "app" || top === "drizzle" || top === "e2e" || top === "bench") return top;
  if (top === "components") return second === "ui" ? "ui" : "components";
  if (top !== "lib") return "root";
  if (path === "lib/errors.ts") return "errors";
  if (PRICES.has(path)) return "prices";
  if (path === "lib/workflows/define.ts") return "define";
  if (path === "lib/workflows/registry.ts") return "registry";
  if (second === "workflows") return "workflow";
  if (LIB_ROOMS.includes(second as Room)) return second as Room;
  return third === "schema.ts" ? "schema" : "domain";
}

/** The domain a file belongs to, its `schema.ts` included. */
export function domainOf(path: string): string | undefined {
  const room = roomOf(path);
  return room === "domain" || room === "schema" ? path.split("/")[1] : undefined;
}

/** The key of the workflow whose folder a file stands in. */
export function workflowOf(path: string): string | undefined {
  return /^lib\/workflows\/([^/]+)\//.exec(path)?.[1];
}
