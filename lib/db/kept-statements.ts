import { createHash } from "node:crypto";
import type { PoolClient, QueryConfig } from "pg";

/** How many statements are kept at most: each costs the server memory on each connection. */
const MOST = 500;

type Query = (query: QueryConfig, ...rest: unknown[]) => unknown;

/**
 * Names each statement with parameters, so that a connection to the server parses and plans it once and not each time,
 * which is half of what a page's statements cost. Statements whose
 * text varies, as with lists of parameters, stop being kept when there are too many.
 */
export function keepingStatements(): (client: PoolClient) => void {
  const names = new Map<string, string>();
  // By what it says, so that a name never stands for another process's statement where both share a connection.
  const made = (text: string) => `kept_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known || names.size === MOST) return known;
    const name = made(text);
    names.set(text, name);
    return name;
  };
  return (client) => {
    const query = client.query.bind(client) as Query;
    const named: Query = (asked, values, ...rest) => {
      const hasParameters = Array.isArray(values) && values.length > 0 && typeof asked.text === "string";
      return query(hasParameters ? { ...asked, name: nameOf(asked.text) } : asked, values, ...rest);
    };
    client.query = named as PoolClient["query"];
  };
}
