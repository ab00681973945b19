"use client";

import { useState } from "react";
import type { Box, SeenBy, Source } from "#components/intake/use-box";
import { DateField } from "#components/ui/date-field";
import { Select } from "#components/ui/select";

type IntakeOptionsProps = {
  box: Box;
  source: Source;
  teams: { id: string; name: string }[];
  workflow: string;
  change: (change: Partial<Box>) => void;
};

/** At the foot of the box: what is written from the text, when it was held, and who sees it. */
export function IntakeOptions({ box, source, teams, workflow, change }: IntakeOptionsProps) {
  const seenBy = [
    { value: "attendees", label: "Seen by attendees" },
    { value: "private", label: "Seen by me alone" },
    ...teams.map((team) => ({ value: `team:${team.id}`, label: `Seen by team ${team.name}` })),
    { value: "open", label: "Seen by everyone" },
  ];
  return (
    <fieldset className="flex flex-wrap items-center gap-2 border-t px-3 py-2.5 text-xs">
      <legend className="sr-only">Kind, day and readers of the source</legend>
      <Select hideLabel label="Workflow" icon="workflows" options={[{ value: workflow, label: workflow }]} />
      <span className="flex items-center gap-1">
        <DateField
          hideLabel
          label="Held on"
          value={source.heldOn}
          required
          onChange={(event) => event.target.value && change({ heldOn: event.target.value })}
        />
        <ZoneSelect value={source.timeZone} onChange={(timeZone) => change({ timeZone })} />
      </span>
      <Select
        hideLabel
        label="Seen by"
        icon="eye"
        options={seenBy}
        value={box.seenBy}
        onChange={(event) => change({ seenBy: event.target.value as SeenBy })}
      />
    </fieldset>
  );
}

/** The zone in which the day and words such as "tomorrow" are read. The browser's full list is there once it is asked for. */
function ZoneSelect({ value, onChange }: { value: string; onChange: (timeZone: string) => void }) {
  const [zones, setZones] = useState([value]);
  const all = () => setZones(Intl.supportedValuesOf("timeZone"));
  const options = [...new Set([value, ...zones])].map((zone) => ({ value: zone, label: cityOf(zone) }));
  return (
    <Select
      hideLabel
      label="Time zone"
      tone="quiet"
      options={options}
      value={value}
      onFocus={all}
      onPointerDown={all}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function cityOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
