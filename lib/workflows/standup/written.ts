import type { z } from "zod";
import type { PersonPoint, ProposedPoint } from "#lib/grounding/statement";
import { readUpdateParts, type UpdatePart } from "#lib/parsers/update-parts";
import { quoteEnd } from "#lib/rules/wording";
import type { WriterInput } from "#lib/workflows/define";

/** What one person wrote: the source it is in, and its entries. */
export type Written = { name: string; source: number; text: string; parts: UpdatePart[] };

/** A point of a person with the place of its quote. */
export type PointAt = z.infer<typeof PersonPoint> & Pick<ProposedPoint, "part">;

/** What each wrote, in the order of the team. */
export function writtenIn({ sources, standup }: WriterInput): Written[] {
  return (standup?.people ?? []).flatMap(({ name, sources: positions }) =>
    positions.flatMap((source) => {
      const text = sources[source]?.text ?? "";
      return text.trim() ? [{ name, source, text, parts: readUpdateParts(text) }] : [];
    }),
  );
}

/** A point about words of an update, of which it says where they stand. */
export function pointAt(
  { name, source, text }: Written,
  said: string,
  { start, end }: { start: number; end: number },
): PointAt {
  const stop = quoteEnd(text, start, end);
  return { text: said, quote: text.slice(start, stop), person: name, part: { source, start, end: stop } };
}
