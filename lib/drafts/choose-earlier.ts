import { and, eq } from "drizzle-orm";
import { actions, decisions, questions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { StatementChange } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { EarlierAs } from "#lib/grounding/earlier";
import { CARRIED, CHOICES, isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";
import { visibleDraft } from "#lib/sources/visibility";

const TABLES = { action: actions, decision: decisions, question: questions };

/**
 * The statements with the records they are about at their present versions, wherever a change chooses how one is taken:
 * who chooses looked at what it is now, and who doesn’t see it has looked at nothing. `invalid` for what is not offered,
 * `conflict` where another version of the record was looked at.
 */
export async function readChosen(
  ctx: UserCtx,
  tx: Tx,
  statements: Statement[],
  changes: StatementChange[],
): Promise<Statement[]> {
  refuseCarried(statements, changes);
  const chosen = new Map(
    changes.flatMap(({ statementId, as, seenVersion }) =>
      as ? [[statementId, { as, seenVersion }] as const] : [],
    ),
  );
  const read: Statement[] = [];
  for (const statement of statements) {
    const choice = chosen.get(statement.id);
    read.push(choice ? await atPresent(ctx, tx, statement, choice) : statement);
  }
  return read;
}

type Choice = { as: EarlierAs; seenVersion: number | undefined };

async function atPresent(
  ctx: UserCtx,
  tx: Tx,
  statement: Statement,
  { as, seenVersion }: Choice,
): Promise<Statement> {
  const { earlier } = statement;
  if (!earlier || !CHOICES[earlier.proposed].includes(as))
    throw new AppError("invalid", "This can’t be chosen for the statement.");
  const table = TABLES[earlier.kind];
  const [now] = await tx
    .select({ version: table.version, text: table.text })
    .from(table)
    .where(and(eq(table.id, earlier.id), visibleDraft(ctx.actor, table.draftId)));
  if (!now) return statement;
  if (now.version !== seenVersion)
    throw new AppError(
      "conflict",
      `The earlier ${earlier.kind} “${now.text}” was changed since it was shown here. Look at it again, and choose.`,
    );
  return { ...statement, earlier: { ...earlier, version: now.version } };
}

function refuseCarried(statements: Statement[], changes: StatementChange[]): void {
  const carried = new Set(statements.filter(isCarried).map(({ id }) => id));
  const rewords = ({ statementId, text, person, dueOn }: StatementChange) =>
    carried.has(statementId) && (text !== undefined || person !== undefined || dueOn !== undefined);
  if (changes.some(rewords)) throw new AppError("invalid", CARRIED);
}
