import { createHash } from "node:crypto";
import type { Gold } from "#lib/cli/eval-score";

/** What a writer may be tuned on, and what tells whether that holds elsewhere. */
export type Part = "tuning" | "kept back";

/** So many of 256 texts are kept back: two in five. */
const KEPT_OF_256 = 102;

/** The part a text belongs to, by its id alone, so that it never changes; of a community kept back, every text. */
export function partOf({ id, community }: Pick<Gold, "id" | "community">, keptBack: readonly string[]): Part {
  const first = createHash("sha256").update(`split:${id}`).digest()[0]!;
  return keptBack.includes(community) || first < KEPT_OF_256 ? "kept back" : "tuning";
}
