import type { Room } from "#e2e/architecture/rooms";

/** What a room may import of the project, and of which packages. Its own room is always open to it. */
export type Doors = { rooms: Room[]; packages: RegExp };

const PURE: Room[] = ["format", "errors", "prices", "schema", "define", "grounding"];
const WORLD: Room[] = ["db", "events", "queue", "drizzle"];
const NONE = /^$/;

/** The table of rooms. Imports of types alone are free, but for those that `FORBIDDEN_EVEN_AS_TYPES` names. */
export const TABLE: Record<Room, Doors> = {
  app: {
    rooms: [...PURE, "components", "ui", "web", "domain", "registry"],
    packages: /^(react|react-dom|next|next-auth|geist|zod)(\/|$)/,
  },
  ui: { rooms: ["format"], packages: /^(react|react-dom|@base-ui\/react|next\/(link|form))(\/|$)/ },
  components: {
    // Of a domain only what is pure; what they reach is followed to the end in browser.ts.
    rooms: [...PURE, "ui", "parsers", "domain"],
    packages: /^(react|react-dom|@base-ui\/react|next\/(link|navigation|image|form))(\/|$)/,
  },
  web: {
    rooms: [
      ...PURE,
      ...WORLD,
      "runtime",
      "telemetry",
      "domain",
      "registry",
      "channels",
      "llm",
      "parsers",
      "files",
    ],
    packages:
      /^(node:|server-only$|zod$|drizzle-orm|(next|next-auth|@auth\/core|@modelcontextprotocol\/sdk|react)(\/|$))/,
  },
  runtime: {
    rooms: [...PURE, ...WORLD, "domain", "registry", "channels", "llm"],
    packages: /^(node:|zod$)/,
  },
  cli: {
    rooms: [
      ...PURE,
      ...WORLD,
      "runtime",
      "telemetry",
      "web",
      "domain",
      "registry",
      "llm",
      "rules",
      "parsers",
      "files",
    ],
    packages: /^(node:|zod$|next$)/,
  },
  domain: {
    rooms: [...PURE, ...WORLD, "llm", "channels", "parsers", "registry"],
    packages:
      /^(node:|zod$|drizzle-orm(\/|$)|@node-rs\/argon2$|otpauth$|uqr$|ical-generator$|csv-stringify\/sync$)/,
  },
  schema: { rooms: ["format", "errors", "drizzle", "grounding", "parsers", "domain"], packages: /^zod$/ },
  define: { rooms: ["grounding", "format"], packages: /^zod$/ },
  registry: { rooms: ["define", "workflow", "errors"], packages: NONE },
  workflow: { rooms: ["define", "rules", "grounding", "format", "parsers"], packages: /^zod$/ },
  rules: { rooms: ["format", "grounding", "parsers"], packages: /^zod$/ },
  grounding: { rooms: ["format", "parsers"], packages: /^zod$/ },
  parsers: { rooms: ["format", "errors"], packages: /^csv-parse\/sync$/ },
  files: { rooms: ["format", "errors", "parsers"], packages: /^(node:|htmlparser2$|mailparser$|unpdf$)/ },
  format: { rooms: [], packages: NONE },
  errors: { rooms: [], packages: NONE },
  telemetry: { rooms: ["errors"], packages: /^(node:|pino$|prom-client$)/ },
  prices: { rooms: ["format"], packages: /^zod$/ },
  llm: {
    rooms: ["format", "errors", "prices", "drizzle", "define", "grounding"],
    packages: /^(node:|zod$|@anthropic-ai\/sdk(\/|$))/,
  },
  channels: {
    rooms: ["format", "errors", "drizzle", "parsers"],
    packages: /^(node:|zod$|ipaddr\.js$|imapflow$|mailparser$|nodemailer(\/|$))/,
  },
  queue: { rooms: ["errors", "telemetry", "db", "drizzle"], packages: /^(node:|pg-boss$|drizzle-orm(\/|$))/ },
  events: { rooms: ["errors", "db", "queue", "drizzle"], packages: /^(node:|drizzle-orm(\/|$))/ },
  db: {
    rooms: ["errors", "drizzle"],
    packages: /^(node:|drizzle-orm(\/|$)|pg$|dataloader$|@electric-sql\/pglite$)/,
  },
  drizzle: { rooms: [], packages: /^drizzle-orm(\/|$)/ },
  e2e: { rooms: [], packages: /./ },
  bench: {
    rooms: [
      "db",
      "domain",
      "schema",
      "events",
      "llm",
      "channels",
      "queue",
      "drizzle",
      "format",
      "parsers",
      "files",
      "e2e",
    ],
    packages: /./,
  },
  root: { rooms: ["web", "runtime", "cli", "e2e"], packages: /./ },
};

/** A room that no file of another may know at all: `lib` stands below pages and components. */
export const FORBIDDEN_EVEN_AS_TYPES: { from: RegExp; to: Room[] }[] = [
  { from: /^lib\//, to: ["app", "components", "ui", "e2e"] },
  { from: /^drizzle\//, to: ["app", "components", "ui", "e2e", "domain", "web", "runtime", "cli"] },
  { from: /^components\//, to: ["app", "e2e"] },
  { from: /^app\//, to: ["e2e"] },
];
