import { roomOf } from "#e2e/architecture/rooms";
import { isTest, type ProjectFile } from "#e2e/architecture/tree";

/** An exported function that is called with who acts: a verb, or a query. `from` is its file. */
export type FoundVerb = { name: string; from: string };

const EXPORTED = /^export (?:(?:async )?function (\w+)|const (\w+)[^=\n]*= (?:async )?)(?:<[^(]*>)?\(/gm;
const WHO_ACTS = /^(?:(?:Pick|Omit)<)?(?:UserCtx|Ctx|Ports)\b/;
const INSIDE = /^(?!\().*\b(?:Tx|Work|Database)\b/s;

/**
 * The verbs and queries of the domains and of `lib/web`: exported functions whose first parameter says who acts. Those
 * that also take a transaction are parts of a verb, and nobody outside one can call them.
 */
export function verbsIn(files: ProjectFile[]): FoundVerb[] {
  return files
    .filter(({ path }) => ["domain", "web"].includes(roomOf(path)) && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(EXPORTED)].flatMap((match) => {
        const [first, ...others] = parametersAt(text, match.index + match[0].length).map(typeOf);
        if (!WHO_ACTS.test(first ?? "") || others.some((type) => INSIDE.test(type))) return [];
        return [{ name: match[1] ?? match[2] ?? "", from: path }];
      }),
    );
}

/** Files of a domain that change something while nothing they export says who acts. */
export function unseenChanges(files: ProjectFile[]): string[] {
  const seen = new Set(verbsIn(files).map(({ from }) => from));
  return files
    .filter(({ path, text }) => roomOf(path) === "domain" && !isTest(path) && /\btransact\(/.test(text))
    .map(({ path }) => path)
    .filter((path) => !seen.has(path));
}

/** What stands between the parentheses that open just before `start`, cut at its commas. */
function parametersAt(text: string, start: number): string[] {
  let depth = 0;
  let from = start;
  const parts: string[] = [];
  for (let at = start; ; at += 1) {
    const char = text[at];
    if (char === undefined) throw new Error(`No end of parameters in ${text.slice(start, start + 80)}`);
    if (depth === 0 && (char === "," || char === ")")) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
      if (char === ")") return parts.filter(Boolean);
    }
    if ("([{<".includes(char)) depth += 1;
    if (")]}".includes(char) || (char === ">" && text[at - 1] !== "=")) depth -= 1;
  }
}

/** The type of a parameter: what follows its name, or the braces that take it apart. */
function typeOf(parameter: string): string {
  return /^(?:\w+|\{[^}]*\})\??:\s*([\s\S]*)$/.exec(parameter)?.[1] ?? "";
}
