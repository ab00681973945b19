import type { PartKind } from "#lib/parsers/update-labels";
import type { UpdateLine } from "#lib/parsers/update-lines";

/**
 * `settled`: it has words beside it or entries below, so that one beside it is something else. `empty`: it says beside
 * itself that it holds nothing.
 */
export type OpenPart = {
  part: PartKind;
  line: UpdateLine;
  /** How its label is set off, where that is the form of a title. */
  form: string | null;
  inline: boolean;
  settled: boolean;
  empty: boolean;
  wide: boolean;
  /** The section of a heading that it is an entry of. */
  outer: OpenPart | null;
};

/** Whether a line no longer belongs to the part that is open. */
export function leaves(
  { line: label, inline, settled, empty }: OpenPart,
  line: UpdateLine & { afterBlank?: boolean },
): boolean {
  if (line.heading > 0) return label.heading === 0 || line.heading <= label.heading;
  if (label.heading > 0) return false;
  if (label.number > 0 && line.number === label.number + 1 && line.indent === label.indent) return true;
  if (empty && line.indent <= label.indent) return inline || line.afterBlank === true;
  if (label.bullet && line.indent <= label.indent) {
    // "3. What stops you?", a line left blank, and the answer.
    const answers = label.number > 0 && !inline && !settled;
    return line.bullet ? settled : line.afterBlank === true && !answers;
  }
  return !label.bullet && inline && line.afterBlank === true && line.indent <= label.indent && !line.bullet;
}

const TITLE =
  /^(\*\*|__|\*|_|)([\p{Lu}%\d][^:?*_\n]{1,40}?)(?:(?:([:?])\1:?|\1([:?]))(?:[ \t]+(?=\S)|$)|\1$)/u;

/** Reads a line as the title of a part, whatever its words: "Evidence:", "**Hours:** 5"; null where it has no such form. */
export function titleOf(
  line: UpdateLine & { afterBlank?: boolean },
  next: UpdateLine | undefined,
): { form: string; length: number; alone: boolean } | null {
  const found = line.bullet || line.heading ? null : TITLE.exec(line.said.slice(0, 60));
  if (!found) return null;
  const [whole, mark, words, within, after] = found;
  const alone = whole.length === line.said.length;
  const few = words!.split(" ").length <= 4;
  const isTitle = within || after || mark ? few : few && line.afterBlank && next?.bullet;
  return isTitle ? { form: `${line.indent} ${mark} ${alone}`, length: whole.length, alone } : null;
}
