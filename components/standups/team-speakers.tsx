"use client";

import { useDeferredValue, useMemo } from "react";
import { Person } from "#components/ui/face";
import { StateWord } from "#components/ui/state-word";
import type { RosterPerson } from "#lib/grounding/statement";
import type { DayPerson } from "#lib/standups/day-queries";
import { hasWritten, NOBODY, partsOfTeam, type TeamPart } from "#lib/standups/team-parts";

type TeamSpeakersProps = { text: string; roster: RosterPerson[]; people: DayPerson[] };

/** Who was found in a pasted stand-up, and what becomes of each one's words. */
export function TeamSpeakers({ text, roster, people }: TeamSpeakersProps) {
  const settled = useDeferredValue(text);
  const parts = useMemo(() => partsOfTeam(settled, roster), [settled, roster]);
  const written = people
    .filter(({ update }) => update !== null)
    .map(({ id, name }) => ({ userId: id, name }));
  if (!settled.trim()) return null;
  if (parts.length === 0)
    return (
      <p className="text-xs text-muted">
        No two names are found yet. Write each name on a line above its words.
      </p>
    );
  return (
    <ul aria-label="Who is found in it" className="flex flex-col">
      {parts.map((part) => (
        <li
          key={part.userId ?? part.name}
          className="flex min-h-8 flex-wrap items-center gap-x-3 border-b py-1 last:border-b-0"
        >
          <span className="min-w-0 font-medium wrap-anywhere">
            {part.name === NOBODY ? "Before the first name" : <Person name={part.name} />}
          </span>
          <span className="ml-auto">
            <Becomes part={part} had={hasWritten(part, written)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Becomes({ part: { userId, name, text }, had }: { part: TeamPart; had: boolean }) {
  if (had) return <StateWord state="unmatched">wrote already; those words stay</StateWord>;
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  if (userId) return <StateWord state="done">{words === 1 ? "1 word" : `${words} words`}</StateWord>;
  return (
    <StateWord state="check">
      {name === NOBODY ? "kept as nobody’s words" : "on no roster; kept under this name"}
    </StateWord>
  );
}
