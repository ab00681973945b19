import type { ProjectFile } from "#e2e/architecture/tree";

const NAME = String.raw`(?:"[^"]+"|[\w.]+)`;
/** What a process of the version before stumbles over at once. */
const TAKES_AWAY = new RegExp(
  String.raw`\bdrop (table|schema|view|materialized view|type|column)\b|\brename\b|\balter (column )?${NAME} (set data )?type\b`,
  "i",
);
/** A column that has to be filled, by processes too that don't know of it. */
const DEMANDS = new RegExp(
  String.raw`^alter table (?<table>${NAME}) (?:add (?:column )?(?<added>${NAME}) .*\bnot null\b|alter (?:column )?(?<altered>${NAME}) set not null)`,
  "i",
);
const DROPS_CONSTRAINT = new RegExp(
  `^alter table (?<table>${NAME}) drop constraint (?:if exists )?(?<name>${NAME})`,
  "i",
);

/** Migrations that do more than add: processes of the version before go on while one runs, and after it. */
export function migrationViolations(files: ProjectFile[]): string[] {
  return files
    .filter(({ path }) => /^drizzle\/migrations\/[^/]+\.sql$/.test(path))
    .flatMap(({ path, text }) => {
      const statements = statementsIn(text);
      return statements
        .filter((statement) => doesMoreThanAdd(statement, statements))
        .map((statement) => `${path} does more than add: ${statement}`);
    });
}

function doesMoreThanAdd(statement: string, beside: string[]): boolean {
  if (TAKES_AWAY.test(statement)) return true;
  const demanded = DEMANDS.exec(statement)?.groups;
  if (demanded) {
    const { table = "", added, altered } = demanded;
    const isFilled = added
      ? /\bdefault\b|\bgenerated\b/i.test(statement)
      : begins(beside, `alter table ${table} alter column ${altered} set default `);
    return !isFilled && !begins(beside, `create table ${table} (`);
  }
  const dropped = DROPS_CONSTRAINT.exec(statement)?.groups;
  // Dropped to be widened: what is added again under the same name in the same file.
  return !!dropped && !begins(beside, `alter table ${dropped.table} add constraint ${dropped.name} `);
}

function begins(statements: string[], start: string): boolean {
  return statements.some((statement) => statement.toLowerCase().startsWith(start.toLowerCase()));
}

/** Each statement on one line, without comments and without what stands in quotes of text. */
function statementsIn(text: string): string[] {
  return text
    .replace(/--.*$/gm, "")
    .replace(/'(?:[^']|'')*'/g, "''")
    .split(";")
    .map((statement) => statement.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
