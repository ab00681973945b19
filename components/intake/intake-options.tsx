"use client";

import { AttendeesField } from "#components/intake/attendees-field";
import type { Box, SeenBy, Source } from "#components/intake/use-box";
import { DateField } from "#components/ui/date-field";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { RosterPerson } from "#lib/grounding/statement";

type IntakeOptionsProps = {
  box: Box;
  source: Source;
  roster: RosterPerson[];
  teams: { id: string; name: string }[];
  timeZone: string;
  workflow: string;
  change: (change: Partial<Box>) => void;
};

/** What was read off the text, each to be corrected. What a person has set is not guessed again. */
export function IntakeOptions({
  box,
  source,
  roster,
  teams,
  timeZone,
  workflow,
  change,
}: IntakeOptionsProps) {
  const seenBy = [
    { value: "attendees", label: "Attendees" },
    { value: "private", label: "Only me" },
    ...teams.map((team) => ({ value: `team:${team.id}`, label: `Team ${team.name}` })),
    { value: "open", label: "Everyone" },
  ];
  return (
    <fieldset className="mt-4 grid grid-cols-1 gap-3 md:grid-cols-[minmax(0,1fr)_9.5rem_11rem]">
      <legend className="sr-only">{workflow}: what was read off the text</legend>
      <TextInput
        label="Title"
        value={source.title}
        maxLength={200}
        onChange={(event) => change({ title: event.target.value })}
      />
      <DateField
        label={`Held on, ${cityOf(timeZone)}`}
        value={source.heldOn}
        required
        onChange={(event) => event.target.value && change({ heldOn: event.target.value })}
      />
      <Select
        label="Seen by"
        icon="eye"
        options={seenBy}
        value={box.seenBy}
        onChange={(event) => change({ seenBy: event.target.value as SeenBy })}
      />
      <div className="md:col-span-3">
        <AttendeesField
          names={source.attendees}
          roster={roster}
          onChange={(attendees) => change({ attendees })}
        />
      </div>
    </fieldset>
  );
}

function cityOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
