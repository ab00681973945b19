import { BODIES, OFFICES } from "#lib/rules/offices";
import type { LeadingNames } from "#lib/rules/people";
import { isVerb } from "#lib/rules/verbs";

const ROLE = new RegExp(
  `^(?:(?:the|our|all|both|each|other)\\s+){0,2}((?:[\\p{L}][\\p{L}/&-]*\\s+){0,2}?(?:${BODIES}|${OFFICES}))(?=[\\s:,–—-])`,
  "iu",
);
const NO_PART =
  /^(?:a|an|the|of|for|to|with|by|from|in|on|at|and|or|as|if|is|are|was|were|be|been|we|you|they|he|she|it|i|this|that|these|those|there|here|no|not|any|some|one|what|which|who|how|when|where|why|so|but|then|his|her|its|their|my|your|has|have|had|new|old|let)$/i;

/** Reads "The secretary", "WG chairs", "Staff" off the head of a text, as names are read; null where it opens with no such role. */
export function leadingRole(text: string): LeadingNames | null {
  const found = ROLE.exec(text.slice(0, 120));
  const role = found?.[1];
  if (!found || !role) return null;
  const before = role.split(/\s+/).slice(0, -1);
  if (before.some((word) => NO_PART.test(word) || isVerb(word))) return null;
  const name = role.slice(0, 1).toUpperCase() + role.slice(1);
  return { names: [name], rest: text.slice(found[0].length), known: true };
}
