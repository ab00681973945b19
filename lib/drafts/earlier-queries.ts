import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { actions, decisions, drafts, questions } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import { mayChangeEarlier } from "#lib/drafts/may-change-earlier";
import type { DeskEarlier } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import type { Statement } from "#lib/grounding/statement";
import { heldOnOf, listDraftQuotes } from "#lib/records/quotes";
import { visibleDraft } from "#lib/sources/visibility";

/** The earlier records that statements are about, as they are now, with their sentences; those the actor sees. */
export async function readEarlierOf(
  ctx: UserCtx,
  db: Database,
  statements: Statement[],
): Promise<DeskEarlier[]> {
  const links = statements.flatMap(({ earlier }) => earlier ?? []);
  const idsOf = (kind: DeskEarlier["kind"]) => links.filter((link) => link.kind === kind).map(({ id }) => id);
  const [taken, decided, asked] = await Promise.all([
    readOf(ctx, db, actions, "action", idsOf("action"), sql`${actions.state}`),
    readOf(ctx, db, decisions, "decision", idsOf("decision"), STANDS),
    readOf(ctx, db, questions, "question", idsOf("question"), sql`${questions.state}`),
  ]);
  const found = [...taken, ...decided, ...asked];
  const mayChange = ({ kind, ...row }: Row): Promise<boolean> =>
    kind === "question" ? Promise.resolve(true) : mayChangeEarlier(ctx, db, { kind, ...row });
  const statementsOf = Map.groupBy(found, ({ draftId }) => draftId);
  const quotes = new Map(
    await Promise.all(
      [...statementsOf].map(async ([id, records]) => {
        const wanted = records.map(({ statementId }) => statementId);
        return [id, await listDraftQuotes(ctx, id, wanted)] as const;
      }),
    ),
  );
  return Promise.all(
    found.map(async ({ draftId, statementId, ownerId, ...record }) => ({
      ...record,
      quotes: quotes.get(draftId)?.get(statementId) ?? [],
      mayChange: await mayChange({ draftId, ownerId, kind: record.kind }),
    })),
  );
}

type Row = { draftId: string; ownerId: string | null; kind: DeskEarlier["kind"] };

const STANDS = sql`case when ${decisions.supersededBy} is null then 'stands' else 'superseded' end`;

async function readOf(
  ctx: UserCtx,
  db: Database,
  table: typeof actions | typeof decisions | typeof questions,
  kind: DeskEarlier["kind"],
  ids: string[],
  state: SQL,
) {
  if (ids.length === 0) return [];
  const draftId: AnyPgColumn = table.draftId;
  const rows = await db
    .select({
      id: table.id,
      version: table.version,
      ownerId: table === actions ? actions.ownerId : sql<null>`null`,
      text: table.text,
      draftId: table.draftId,
      statementId: table.statementId,
      title: drafts.title,
      heldOn: heldOnOf(draftId),
      state: sql<DeskEarlier["state"]>`${state}`,
    })
    .from(table)
    .innerJoin(drafts, eq(drafts.id, draftId))
    .where(and(inArray(table.id, ids), visibleDraft(ctx.actor, draftId)));
  return rows.map((row) => ({ ...row, kind }));
}
