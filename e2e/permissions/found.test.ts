import { describe, expect, it } from "vitest";
import { actionsIn, routesIn } from "#e2e/permissions/found-routes";
import { unseenChanges, verbsIn } from "#e2e/permissions/found-verbs";

const file = (path: string, text = "") => [{ path, text }];
const verbs = (text: string, path = "lib/leads/merge-leads.ts") =>
  verbsIn(file(path, text)).map(({ name }) => name);
const routes = (path: string, text?: string) => routesIn(file(path, text)).map(({ route }) => route);
const actions = (text: string, path = "app/(ops)/leads/verbs.ts") =>
  actionsIn(file(path, text)).map(({ action }) => action);

describe("finding verbs", () => {
  it.each([
    "export async function mergeLeads(ctx: UserCtx, input: MergeLeads): Promise<void> {",
    "export function mergeLeads(ctx: UserCtx) {",
    "export async function mergeLeads(\n  ctx: Ctx,\n  { cursor }: { cursor?: string } = {},\n): Promise<Page<Lead>> {",
    "export async function mergeLeads({ store, now }: Pick<Ports, 'store' | 'now'>, id: string) {",
    "export async function mergeLeads<T extends Lead>(ctx: UserCtx, lead: T) {",
    "export const mergeLeads = async (ctx: UserCtx, input: MergeLeads) => {",
    "export function mergeLeads(ctx: UserCtx, change: (lead: Lead, tx: Tx) => Change): Promise<Lead> {",
  ])("sees %j", (text) => {
    expect(verbs(text)).toEqual(["mergeLeads"]);
  });

  it.each([
    ["a part of a verb", "export async function merge(ctx: UserCtx, { tx, record }: Work): Promise<void> {"],
    ["a part of a query", "export async function findLead(ctx: UserCtx, db: Tx | Database, id: string) {"],
    ["a policy", "export function canMerge(actor: Actor, lead: Lead): boolean {"],
    ["what a file keeps for itself", "async function mergeLeads(ctx: UserCtx, input: MergeLeads) {"],
  ])("passes over %s", (_, text) => {
    expect(verbs(text)).toEqual([]);
  });

  it("looks into domains and lib/web, and into no test", () => {
    const text = "export function mergeLeads(ctx: UserCtx) {";
    expect(verbs(text, "lib/web/lead-door.ts")).toEqual(["mergeLeads"]);
    expect(verbs(text, "lib/leads/merge-leads.test.ts")).toEqual([]);
    expect(verbs(text, "lib/cli/lead.ts")).toEqual([]);
  });

  it("is not fooled by a change that hides who makes it", () => {
    const text = "export function merge(given: { who: UserCtx }) { return transact(given.who, work); }";
    expect(verbs(text)).toEqual([]);
    expect(unseenChanges(file("lib/leads/merge-leads.ts", text))).toEqual(["lib/leads/merge-leads.ts"]);
  });
});

describe("finding routes", () => {
  it.each([
    ["app/(ops)/leads/[id]/page.tsx", "", ["/leads/[id]"]],
    ["app/page.tsx", "", ["/"]],
    ["app/robots.ts", "", ["/robots.ts"]],
    ["public/logo.svg", "", ["/logo.svg"]],
    ["app/(ops)/leads/layout.tsx", "", []],
    ["app/api/v1/leads/route.ts", "export async function GET() {}\nexport const PUT = x;", ["GET", "PUT"]],
    ["app/api/v1/leads/route.ts", "export const { GET, POST } = handlers;", ["GET", "POST"]],
  ])("%s", (path, text, found) => {
    const expected = path.includes("/api/") ? found.map((method) => `${method} /api/v1/leads`) : found;
    expect(routes(path, text)).toEqual(expected);
  });

  it("stops at a route whose methods it can’t read", () => {
    expect(() => routes("app/api/v1/leads/route.ts", 'export * from "./methods";')).toThrow("no method");
  });
});

describe("finding server actions", () => {
  it("names them by file and function", () => {
    const text =
      '"use server";\n\nexport async function merge() {}\nasync function own() {}\nexport type A = 1;\n';
    expect(actions(text)).toEqual(["leads/verbs.ts: merge"]);
  });

  it("stops at those that have no name", () => {
    expect(() => actions('async function merge() {\n  "use server";\n}')).toThrow("hides a server action");
    expect(() => actions('"use server";\nexport default async () => {};')).toThrow("no name");
  });
});
