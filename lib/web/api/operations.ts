import { BLOCKER_OPERATIONS } from "#lib/web/api/blocker-operations";
import { DRAFT_OPERATIONS } from "#lib/web/api/draft-operations";
import { LEAD_OPERATIONS } from "#lib/web/api/lead-operations";
import { type Operation, pathFields } from "#lib/web/api/operation";
import { ACTION_OPERATIONS, RECORD_OPERATIONS } from "#lib/web/api/record-operations";
import { SEARCH_OPERATIONS } from "#lib/web/api/search-operations";
import { RUN_OPERATIONS, SOURCE_OPERATIONS } from "#lib/web/api/source-operations";
import { STANDUP_OPERATIONS } from "#lib/web/api/standup-operations";

/** Everything that programs can do. The routes, the description and the tools of models are all made of this. */
export const OPERATIONS: Operation[] = [
  ...SOURCE_OPERATIONS,
  ...RUN_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...ACTION_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...BLOCKER_OPERATIONS,
  ...LEAD_OPERATIONS,
  ...STANDUP_OPERATIONS,
  ...SEARCH_OPERATIONS,
];

/** The operations at an address below /api/v1, by method, with the fields that stand in the address. Ids need no escapes. */
export function operationsAt(path: string): { operation: Operation; fields: Record<string, string> }[] {
  return ROUTES.flatMap(({ operation, pattern, names }) => {
    const match = pattern.exec(path);
    if (!match) return [];
    return [{ operation, fields: Object.fromEntries(names.map((name, n) => [name, match[n + 1] ?? ""])) }];
  });
}

const ROUTES = OPERATIONS.map((operation) => ({
  operation,
  names: pathFields(operation),
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "([^/]+)")}$`),
}));
