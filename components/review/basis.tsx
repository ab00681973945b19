import { BasisBadge } from "#components/ui/badge";
import type { Statement } from "#lib/grounding/statement";

/**
 * How a statement is known, in one badge: the weakest of its words, its person and its date. None where this source says
 * nothing of it, because it is carried over as it stood.
 */
export function StatementBasis({ statement }: { statement: Statement }) {
  if (statement.earlier?.proposed === "open") return null;
  const { basis, word } = basisOf(statement);
  if (basis === "free") return null;
  return <BasisBadge basis={basis}>{word}</BasisBadge>;
}

/** The same as a word for sentences and for speech. */
export function basisOf({ trace, person, due }: Statement): {
  basis: "stated" | "inferred" | "none" | "free";
  word: string;
} {
  if (trace === "free") return { basis: "free", word: "asserts nothing" };
  if (trace === "untraced") return { basis: "none", word: "untraced" };
  const owner = person?.basis === "inferred";
  const date = due?.basis === "inferred";
  if (trace === "inferred" || (owner && date)) return { basis: "inferred", word: "inferred" };
  if (owner) return { basis: "inferred", word: "owner inferred" };
  if (date) return { basis: "inferred", word: "date inferred" };
  return { basis: "stated", word: "stated" };
}
