import { and, eq } from "drizzle-orm";
import { actions, decisions, questions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { StatementChange } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { CARRIED, CHOICES, isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";
import { visibleDraft } from "#lib/sources/visibility";

const TABLES = { action: actions, decision: decisions, question: questions };

/**
 * The statements with the records they are about at their present versions, wherever a change chooses how one is taken:
 * who chooses looks at what it is now, and who doesn’t see it has looked at nothing. `invalid` for what is not offered.
 */
export async function readChosen(
  ctx: UserCtx,
  tx: Tx,
  statements: Statement[],
  changes: StatementChange[],
): Promise<Statement[]> {
  refuseCarried(statements, changes);
  const chosen = new Map(changes.flatMap(({ statementId, as }) => (as ? [[statementId, as] as const] : [])));
  const read: Statement[] = [];
  for (const statement of statements) {
    const as = chosen.get(statement.id);
    read.push(as ? await atPresent(ctx, tx, statement, as) : statement);
  }
  return read;
}

async function atPresent(
  ctx: UserCtx,
  tx: Tx,
  statement: Statement,
  as: NonNullable<StatementChange["as"]>,
): Promise<Statement> {
  const { earlier } = statement;
  if (!earlier || !CHOICES[earlier.proposed].includes(as))
    throw new AppError("invalid", "This can’t be chosen for the statement.");
  const table = TABLES[earlier.kind];
  const [now] = await tx
    .select({ version: table.version })
    .from(table)
    .where(and(eq(table.id, earlier.id), visibleDraft(ctx.actor, table.draftId)));
  return now ? { ...statement, earlier: { ...earlier, version: now.version } } : statement;
}

function refuseCarried(statements: Statement[], changes: StatementChange[]): void {
  const carried = new Set(statements.filter(isCarried).map(({ id }) => id));
  const rewords = ({ statementId, text, person, dueOn }: StatementChange) =>
    carried.has(statementId) && (text !== undefined || person !== undefined || dueOn !== undefined);
  if (changes.some(rewords)) throw new AppError("invalid", CARRIED);
}
