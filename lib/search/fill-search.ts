import { eq, type SQL, sql } from "drizzle-orm";
import { searchFills } from "#drizzle/schema/schema";
import { FOUND_KINDS, type FoundKind } from "#drizzle/schema/search";
import { inTransaction, reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";

/** Rows entered in one transaction, so that it holds nobody up; and how long one sweep goes on, in milliseconds. */
const BATCH = 100;
const SWEEP_MS = 2_000;

/**
 * Enters what was there before there was an index, or came with a backup of such a time: a little at each tick, so that
 * a large database is never held up by it. What is written meanwhile the database enters itself. Safe to run in several
 * processes at once.
 */
export async function sweepSearch(ports: Ports): Promise<void> {
  const until = performance.now() + SWEEP_MS;
  const done = await reader(ports.store).select().from(searchFills);
  for (const kind of FOUND_KINDS) {
    const begun = done.find((one) => one.kind === kind);
    if (begun?.doneAt) continue;
    let more = true;
    while (more && performance.now() < until) more = await enterSome(ports, kind);
  }
}

/** Enters the next rows of a kind. Returns whether there may be more. */
function enterSome({ store, now }: Ports, kind: FoundKind): Promise<boolean> {
  return inTransaction(store, async (tx) => {
    await tx.insert(searchFills).values({ kind, after: "" }).onConflictDoNothing();
    const [fill] = await tx.select().from(searchFills).where(eq(searchFills.kind, kind)).for("update");
    const { rows } = await tx.execute<{ id: string }>(sql`
      with upcoming as (${nextOf(kind, fill?.after ?? "")}),
      entered as (insert into search_entries (id, kind, at, words)
        select id, ${kind}, created_at, search_words(heavy, light) from upcoming where heavy is not null
        on conflict (id) do nothing)
      select id from upcoming order by id`);
    const last = rows.at(-1)?.id;
    const full = rows.length === BATCH;
    await tx
      .update(searchFills)
      .set({ ...(last !== undefined && { after: last }), doneAt: full ? null : now() })
      .where(eq(searchFills.kind, kind));
    return full;
  });
}

// Locked, so that what is deleted or redacted at this moment is not entered as it was.
function nextOf(kind: FoundKind, after: string): SQL {
  const { table, heavy, light } = TEXTS[kind];
  return sql`select one.id, one.created_at, ${sql.raw(heavy)} as heavy, ${sql.raw(light)} as light
    from ${sql.raw(table)} as one where one.id > ${after} order by one.id limit ${sql.raw(String(BATCH))} for share of one`;
}

const VERSION = "from source_versions v where v.source_id = one.id and v.version = one.current_version";

/** What the triggers enter of each kind. */
const TEXTS: Record<FoundKind, { table: string; heavy: string; light: string }> = {
  person: {
    table: "users",
    heavy: "one.name",
    light: "concat_ws(' ', array_to_string(one.aliases, ' '), array_to_string(one.handles, ' '), one.email)",
  },
  lead: {
    table: "leads",
    heavy: "case when one.deleted_at is null then one.name end",
    light: "concat_ws(' ', one.company, one.title, one.email)",
  },
  document: { table: "documents", heavy: "one.title", light: "one.markdown" },
  decision: {
    table: "decisions",
    heavy: "one.text",
    light: "concat_ws(' ', search_list(one.because), search_list(one.instead))",
  },
  action: { table: "actions", heavy: "one.text", light: "''" },
  promise: {
    table: "promises",
    heavy: "one.text",
    light: "concat_ws(' ', one.promiser_name, one.to_name)",
  },
  question: { table: "questions", heavy: "one.text", light: "one.answer" },
  blocker: { table: "blockers", heavy: "one.text", light: "concat_ws(' ', one.person_name, one.closing)" },
  source: {
    table: "sources",
    heavy: `case when one.deleted_at is null then one.title end`,
    light: `(select v.text ${VERSION})`,
  },
};
