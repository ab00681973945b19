import { type FactLine, readBriefFacts } from "#lib/format/brief-facts";
import type { ProposedPoint } from "#lib/grounding/statement";
import type { WriterInput } from "#lib/workflows/define";
import type { Brief } from "#lib/workflows/weekly-brief/draft";

/** How many facts of a kind a brief tells: more than fit on a page nobody reads. */
const MOST = { head: 1, needs: 5, week: 6, wins: 4 } as const;

/** The writer without a key: the facts as they stand, the most urgent first, as far as they fit on a page. */
export function writeWeeklyBrief({ sources: [facts] }: Pick<WriterInput, "sources">): Brief {
  const lines = readBriefFacts(facts.text);
  const of = (kind: FactLine["kind"]) =>
    lines
      .filter((fact) => fact.kind === kind)
      .slice(0, MOST[kind])
      .map(pointOf);
  return { headline: of("head"), needs: of("needs"), week: of("week"), wins: of("wins") };
}

function pointOf({ sentence, line, start, end }: FactLine): ProposedPoint {
  return { text: sentence, quote: line, part: { source: 0, start, end } };
}
