import { groundWords, type Place, placeOf, type RawWords } from "#lib/grounding/ground-words";
import type { SourceIndex } from "#lib/grounding/source-index";
import type { Detail } from "#lib/grounding/statement";

const MOST = { because: 2, instead: 3 } as const;

type GroundedDetails = { details: Detail[]; places: Place[] };

export const NO_DETAILS: GroundedDetails = { details: [], places: [] };

/** Checks the reasons and alternatives of a decision as its statement was: each needs a quote of its own. */
export function groundDetails(
  raw: { because?: RawWords[]; instead?: RawWords[] },
  sources: SourceIndex[],
): GroundedDetails {
  const details: Detail[] = [];
  const places: Place[] = [];
  for (const kind of ["because", "instead"] as const) {
    for (const one of (raw[kind] ?? []).slice(0, MOST[kind])) {
      const words = groundWords(one, sources);
      if (!words || details.some((other) => other.kind === kind && other.text === words.text)) continue;
      const { found, said: _, ...known } = words;
      details.push({ kind, ...known });
      if (found) places.push(placeOf(found));
    }
  }
  return { details, places };
}
