import { describe, expect, it } from "vitest";
import { readTree } from "#e2e/architecture/tree";
import { actionsIn, routesIn } from "#e2e/permissions/found-routes";
import { unseenChanges, verbsIn } from "#e2e/permissions/found-verbs";
import { ROUTES } from "#e2e/permissions/routes";
import { ROWLESS } from "#e2e/permissions/rowless";
import { SERVER_ACTIONS } from "#e2e/permissions/server-actions";
import { SHARED_READS } from "#e2e/permissions/shared-reads";
import { SHARED_VERBS } from "#e2e/permissions/shared-verbs";
import { WORKSPACE_READS } from "#e2e/permissions/workspace-reads";
import { WORKSPACE_VERBS } from "#e2e/permissions/workspace-verbs";

const VERBS = named({ ...SHARED_VERBS, ...WORKSPACE_VERBS });
const READS = named({ ...SHARED_READS, ...WORKSPACE_READS });
/** A page that reads the database without a query: allowed is the one that asks whether it answers. */
const READS_PAST = /\breader\(|\bstore\.raw\b/;
/** Asks who is signed in, or only leads to a page that does. */
const ASKS = /\brequireUser\(\)|^import \{ redirect \} from "next\/navigation";\n\nexport default/;
const READING = /^(get|find|list|count|read|check)[A-Z]/;

describe("the matrix", () => {
  const files = readTree(process.cwd());
  const found = verbsIn(files);
  const names = found.map(({ name }) => name);
  const pages = files.filter(({ path }) => path.startsWith("app/"));

  it("has a row for every verb and every query", () => {
    const known = new Set([...VERBS, ...READS, ...Object.keys(ROWLESS)]);
    expect(
      found.filter(({ name }) => !known.has(name)).map(({ name, from }) => `${name} in ${from}`),
    ).toEqual([]);
  });

  it("has no row for what isn’t there, and one kind of row for each", () => {
    const rows = [...VERBS, ...READS, ...Object.keys(ROWLESS)];
    expect(rows.filter((name) => !names.includes(name))).toEqual([]);
    expect(rows.filter((name, index) => rows.indexOf(name) !== index)).toEqual([]);
    expect(VERBS.filter((name) => READING.test(name))).toEqual([]);
    expect(READS.filter((name) => !READING.test(name))).toEqual([]);
  });

  it("knows who acts wherever something is changed", () => {
    expect(unseenChanges(files)).toEqual([]);
  });

  it("knows functions by their names", () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("leaves to pages only what has a row", () => {
    const rowless = new RegExp(`\\b(${Object.keys(ROWLESS).join("|")})\\b`);
    const passing = pages.filter(({ text }) => rowless.test(text) || READS_PAST.test(text));
    expect(passing.map(({ path }) => path)).toEqual([]);
  });

  it("holds every page to asking who is signed in itself: a layout isn’t asked again", () => {
    const open = pages.filter(
      ({ path, text }) => /^app\/\(ops\)\/.*page\.tsx$/.test(path) && !ASKS.test(text),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("has a row for every page, route and public file, and for nothing else", () => {
    const routes = routesIn(files).map(({ route }) => route);
    expect(routes.filter((route) => !named(ROUTES).includes(route))).toEqual([]);
    expect(named(ROUTES).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it("has a row for every server action, and for nothing else", () => {
    const actions = actionsIn(files).map(({ action }) => action);
    expect(Object.keys(SERVER_ACTIONS).toSorted()).toEqual(actions.toSorted());
  });
});

/** What the rows of a table are about: what comes before a colon. */
function named(table: object): string[] {
  return [...new Set(Object.keys(table).map((key) => key.split(": ")[0] ?? key))];
}
