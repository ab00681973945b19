import { AppError } from "#lib/errors";
import type { Statement } from "#lib/grounding/statement";

/** More than that nobody reads on one page. */
export const MOST_IN_BATCH = 20;

/** What is kept without a source, or with a mark that says: look at this. */
export function doubtfulOf(statements: Statement[]): Statement[] {
  return statements.filter(({ kept, trace, flags }) => kept && (trace === "untraced" || flags.length > 0));
}

/** Refuses to approve among others what holds a doubtful statement that nobody ticked off. `invalid`. */
export function refuseUnlooked(statements: Statement[], looked: string[]): void {
  if (!statements.some(({ kept }) => kept))
    throw new AppError("invalid", "Nothing of it is kept. Keep a statement, or reject the draft.");
  const open = doubtfulOf(statements).filter(({ id }) => !looked.includes(id));
  if (open.length === 0) return;
  throw new AppError(
    "invalid",
    open.length === 1
      ? "One of its statements is in doubt and was not looked at."
      : `${open.length} of its statements are in doubt and were not looked at.`,
  );
}
