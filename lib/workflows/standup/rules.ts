import type { ProposedPoint } from "#lib/grounding/statement";
import type { UpdatePart } from "#lib/parsers/update-parts";
import { findBlockers } from "#lib/rules/blockers";
import { findContradictions } from "#lib/rules/contradictions";
import { denialIn } from "#lib/rules/none-said";
import { plain, statement, wordCount } from "#lib/rules/wording";
import type { WriterInput } from "#lib/workflows/define";
import type { Digest } from "#lib/workflows/standup/draft";
import { changesOf } from "#lib/workflows/standup/planned";
import { type PointAt, pointAt, type Written, writtenIn } from "#lib/workflows/standup/written";

/** The writer without a key: each point in the words of whoever wrote it. Those who wrote nothing have none. */
export function writeStandup(input: WriterInput): Digest {
  const written = writtenIn(input);
  const progress = progressOf(written);
  return {
    blockers: written.flatMap(blockersOf),
    contradictions: written.flatMap(contradictionsOf),
    progress,
    lines: written.flatMap((one) => lineOf(one, progress) ?? []),
    changes: input.standup ? changesOf(input.sources, input.standup.before, written) : [],
    silent: [],
  };
}

function blockersOf(written: Written): PointAt[] {
  return findBlockers(written.text).map((found) => pointAt(written, statement(found.quote), found));
}

function contradictionsOf(written: Written): PointAt[] {
  return findContradictions(written.text).map((found) => {
    const said = statement(found.quote, 25);
    const text =
      found.kind === "blocked"
        ? `Says that nothing is in the way, and: ${said}`
        : `Says “${statement(found.against, 12)}”, and is still at it: ${said}`;
    return pointAt(written, text, found);
  });
}

const MOST_STEPS = 6;
const OPENING = String.raw`^\W*(?:i |we )?(?:finally |also |just )?`;
const ENDS =
  "finish|complet|ship|merg|clos|releas|deploy|deliver|fix|launch|publish|sign|pass|wrap|solv|resolv|mov|migrat|instal|implement";
const ENDED = "sent|won|sold|built|done|wrapped";
const COMPLETED = new RegExp(`${OPENING}(?:${ENDS}|(?:${ENDED})\\b)`, "iu");
const COMPLETED_BEFORE = new RegExp(`${OPENING}(?:(?:${ENDS})\\p{L}*ed|${ENDED})\\b`, "iu");

/** What moved the team on: of each in turn what they completed, then the rest of what they did. */
function progressOf(written: Written[]): Digest["progress"] {
  const named = (name: string) => (written.length > 1 ? `${name}: ` : "");
  const steps = written.map((one) => {
    const done = one.parts.filter(({ part, text }) => says(text) && isDone(part, text));
    return [
      ...done.filter(({ text }) => COMPLETED.test(text)),
      ...done.filter(({ text }) => !COMPLETED.test(text)),
    ].map((step) => pointAt(one, `${named(one.name)}${statement(step.text, 30)}`, step));
  });
  const turns = Math.max(0, ...steps.map(({ length }) => length));
  return Array.from({ length: Math.min(turns, MOST_STEPS) }, (_, turn) =>
    steps.flatMap((own) => own[turn] ?? []),
  )
    .flat()
    .slice(0, MOST_STEPS)
    .map(({ text, quote, part }): ProposedPoint => ({ text, quote, ...(part && { part }) }));
}

/** Where no heading says so, an entry is done that begins with what was completed. */
function isDone(part: UpdatePart["part"], text: string): boolean {
  return part === "done" || (part === "other" && COMPLETED_BEFORE.test(text));
}

/** One line of each in their own words: what they are at, else what they did, else whatever they wrote. */
function lineOf(written: Written, progress: Digest["progress"]): PointAt | null {
  const told = new Set(progress.map(({ quote }) => quote));
  const entries = written.parts.filter(({ text }) => says(text));
  const of = (part: UpdatePart["part"]) => entries.filter((entry) => entry.part === part);
  const entry =
    of("next")[0] ??
    of("done").find(({ text }) => !told.has(text)) ??
    of("other").find(({ text }) => wordCount(text) > 2) ??
    entries[0] ??
    written.parts.find(({ text }) => /\p{L}/u.test(text));
  return entry ? pointAt(written, statement(entry.text, 30), entry) : null;
}

/** Whether an entry says something: not a greeting, nor that there is nothing. */
function says(text: string): boolean {
  const words = plain(text);
  return /\p{L}{2}/u.test(words) && !GREETING.test(words) && denialIn(words) === null;
}

const GREETING =
  /^\W*(?:(?:good )?(?:morning|day|evening)|hi|hello|hey|moin|cheers|thanks|stand-?up|update|daily)\b(?:\W+\p{L}+){0,3}\W*$/iu;
