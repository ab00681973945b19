import type { StatementChange } from "#lib/drafts/schema";
import type { DeskEarlier } from "#lib/drafts/view";
import type { EarlierLink } from "#lib/grounding/earlier";
import { CHOICES } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";

/**
 * The statements as their reader may approve them: an earlier action that is not theirs to complete stays open, and a
 * decision that is not theirs to overturn stands. `changes` says for which, as the edit that makes it so.
 */
export function asAllowed(
  statements: Statement[],
  earlier: DeskEarlier[],
): { statements: Statement[]; changes: StatementChange[] } {
  const changes: StatementChange[] = [];
  const allowed = statements.map((statement) => {
    const link = statement.earlier;
    const known = earlier.find(({ id }) => id === link?.id);
    if (!link || !known || mayTake(link, known) || !CHANGING.has(link.as)) return statement;
    const as = CHOICES[link.proposed][1];
    changes.push({ statementId: statement.id, as, seenVersion: known.version });
    return { ...statement, earlier: { ...link, as } };
  });
  return { statements: allowed, changes };
}

/** Whether both ways to take an earlier record are the reader's to choose. */
export function mayTake({ proposed }: EarlierLink, { mayChange }: DeskEarlier): boolean {
  return mayChange || !CHANGING.has(CHOICES[proposed][0]);
}

/** Whether there is anything to choose: not of an action that was closed since, and is only carried over. */
export function isStillOpen({ proposed, as }: EarlierLink, { state }: DeskEarlier): boolean {
  return !(proposed === "open" && as === "open" && (state === "done" || state === "cancelled"));
}

/** What changes the earlier record. */
const CHANGING: ReadonlySet<string> = new Set<EarlierLink["as"]>(["done", "superseding"]);
