import type { NoteLine } from "#lib/rules/line";
import { sectionKind } from "#lib/rules/sections";
import { plain } from "#lib/rules/wording";

/** A heading: the smaller `level`, the more stands under it. `marked` is false for a mere line such as "Actions:". */
export type Heading = { title: string; level: number; marked: boolean };

const SIGNED =
  /^(#{1,6})[ \t]+(\S.*)$|^(#{2,6})(\p{L}.*)$|^(={1,6})[ \t]+(\S[^=]*?)[ \t]*=*$|^h([1-6])\.[ \t]+(\S.*)$/u;
const TAGGED = /^<h([1-6])[^<>]{0,100}>([^<>]{1,200})<\/h[1-6]>$/i;
const BOLD = /^(?:\*\*|__)([^*_]{1,120})(?:\*\*|__)[ \t]*(?:[[(]https?:[^\s()[\]]{1,200}[)\]])?[ \t]*:?$/;
/** A line beyond that is no heading, bold or not. */
const LONGEST_LINE = 140;
/** The level of a bold line of its own. */
export const BOLD_LEVEL = 7;
const LEVEL_OF_A_LINE = 9;

/** The heading that a line is, if it is one. `next` tells underlined headings. */
export function headingOf(raw: string, line: NoteLine, next: string | undefined): Heading | null {
  const content = raw.trim();
  if (content === "" || content.length > 200) return null;
  const signed = SIGNED.exec(content);
  if (signed) {
    const level = (signed[1] ?? signed[3] ?? signed[5])?.length ?? Number(signed[7]);
    const title = signed[2] ?? signed[4] ?? signed[6] ?? signed[8] ?? "";
    return { title: cleanTitle(title), level, marked: true };
  }
  const tagged = TAGGED.exec(content);
  if (tagged) return { title: cleanTitle(tagged[2]!), level: Number(tagged[1]), marked: true };
  if (/^=+$/.test(next?.trim() ?? "")) return { title: cleanTitle(content), level: 1, marked: true };
  const short = content.split(/\s+/).length <= 10 && !/[.!?]$/.test(content);
  if (short && /^-{3,}$/.test(next?.trim() ?? "") && !content.includes("|") && !line.bullet)
    return { title: cleanTitle(content), level: 2, marked: true };
  return lineHeading(content, line);
}

/** A bold line of its own, or a plain line that names a known section ("Action items:"). */
function lineHeading(content: string, line: NoteLine): Heading | null {
  if (content.length > LONGEST_LINE || (line.box && !/^[☐☑☒✅✔]/u.test(content))) return null;
  const shown = content.replace(/^(?:[-*+•]|\d{1,2}[.)])[ \t]+/, "");
  const bold = BOLD.exec(shown);
  if (bold && !line.bullet) return { title: cleanTitle(bold[1]!), level: BOLD_LEVEL, marked: true };
  const title = cleanTitle(shown);
  if (sectionKind(title) === null) return null;
  const announced = /:\**$/.test(content) || bold !== null || (!line.bullet && title === title.toUpperCase());
  if (!announced && (line.bullet || !/^[\p{Lu}\p{S}]/u.test(shown))) return null;
  return { title, level: LEVEL_OF_A_LINE + line.indent, marked: false };
}

/** A title without mark-up, number, picture and closing colon. */
function cleanTitle(title: string): string {
  return plain(title)
    .replace(/#+$/, "")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/[\s:]+$/, "");
}
