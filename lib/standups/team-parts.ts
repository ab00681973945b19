import { matchPerson } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";
import { cleanText } from "#lib/parsers/plain";
import { splitBySpeaker } from "#lib/parsers/speakers";

/** What one person said in the stand-up of a whole team; `userId` is null where the name is on no roster. */
export type TeamPart = { userId: string | null; name: string; text: string };
type Named = Pick<TeamPart, "userId" | "name">;

/** Stands for whoever said what comes before the first name. */
export const NOBODY = "Nobody named";
/** What opens a text with fewer words is a heading, and nobody's words. */
const HEADING_WORDS = 8;

/**
 * What each person said, in the order in which they first speak; what stands before the first name is nobody's. Empty
 * where no two people are named.
 */
export function partsOfTeam(pasted: string, roster: RosterPerson[]): TeamPart[] {
  const text = cleanText(pasted);
  const spans = splitBySpeaker(text);
  const [first] = spans;
  if (!first) return [];
  const spoken = new Map<string, TeamPart>();
  for (const { name, start, end } of spans) {
    const person = matchPerson(name, roster, []);
    const key = person?.id ?? name.toLowerCase();
    const said = text.slice(start, end).trim();
    const before = spoken.get(key);
    if (!said) continue;
    spoken.set(key, {
      userId: person?.id ?? null,
      name: person?.name ?? name,
      text: before ? `${before.text}\n\n${said}` : said,
    });
  }
  return [...spoken.values(), ...beforeNames(text, first)];
}

/** Whether somebody of a pasted stand-up is among those who wrote for that day. */
export function hasWritten(part: Named, written: Named[]): boolean {
  return written.some((one) => (part.userId ? one.userId === part.userId : one.name === part.name));
}

function beforeNames(text: string, first: { name: string; start: number }): TeamPart[] {
  const head = text.slice(0, text.lastIndexOf(first.name, first.start)).trim();
  return head.split(/\s+/).length > HEADING_WORDS ? [{ userId: null, name: NOBODY, text: head }] : [];
}
