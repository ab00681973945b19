/** What an address says after the question mark; what is null or undefined is left out. */
export type Query = Record<string, string | null | undefined>;

/** An address within Countersign: `addressOf("/actions", { who: "me" })` is "/actions?who=me". */
export function addressOf(path: string, query: Query): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(said).toString();
  return text ? `${path}?${text}` : path;
}
