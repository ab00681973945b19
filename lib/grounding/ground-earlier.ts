import { findFlags } from "#lib/grounding/flags";
import { locate, type Place, placeOf } from "#lib/grounding/ground-words";
import type { SourceIndex } from "#lib/grounding/source-index";
import { EarlierPoint, type Flag } from "#lib/grounding/statement";
import type { EarlierItem } from "#lib/workflows/define";

/** What a source says became of something earlier, with its place there. */
export type EarlierFinding = { ref: string; status: EarlierPoint["status"]; flags: Flag[]; place: Place };

/**
 * What a writer says of earlier things, checked as statements are: of something that it was shown, and with a quote
 * that stands in a source. Anything else is dropped, since nothing but the quote speaks for it. The first said of a
 * thing counts; a person decides.
 */
export function groundEarlier(
  proposed: unknown,
  earlier: EarlierItem[],
  sources: SourceIndex[],
): EarlierFinding[] {
  const findings = new Map<string, EarlierFinding>();
  const items = new Map(earlier.map((item) => [item.ref, item]));
  for (const one of Array.isArray(proposed) ? proposed.slice(0, MOST) : []) {
    const { data: point } = EarlierPoint.safeParse(one);
    const item = point && items.get(point.ref.trim());
    const found = item && !findings.has(item.ref) && locate({ quote: point.quote, at: undefined }, sources);
    if (!found) continue;
    const { quote, sentence, index } = found;
    const flags = findFlags({ text: index.source.text, quote, sentence, statement: item.text });
    findings.set(item.ref, { ref: item.ref, status: point.status, flags, place: placeOf(found) });
  }
  return [...findings.values()];
}

const MOST = 300;
