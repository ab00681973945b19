"use client";

import { AttendeesField } from "#components/intake/attendees-field";
import { SeriesField } from "#components/intake/series-field";
import type { Box, Source } from "#components/intake/use-box";
import { TextInput } from "#components/ui/text-input";
import type { RosterPerson } from "#lib/grounding/statement";
import type { KnownSeries } from "#lib/series/queries";

type ReadOffProps = {
  source: Source;
  roster: RosterPerson[];
  series: { value: string; known: KnownSeries[] };
  change: (change: Partial<Box>) => void;
};

/** What was read off the text, each to be corrected. What a person has set is not guessed again. */
export function ReadOff({ source, roster, series, change }: ReadOffProps) {
  return (
    <fieldset className="mt-4 grid grid-cols-1 gap-3 md:grid-cols-2">
      <legend className="sr-only">What was read off the text</legend>
      <TextInput
        label="Title"
        value={source.title}
        maxLength={200}
        onChange={(event) => change({ title: event.target.value })}
      />
      <AttendeesField
        names={source.attendees}
        roster={roster}
        onChange={(attendees) => change({ attendees })}
      />
      <SeriesField {...series} onChange={(name) => change({ series: name })} />
    </fieldset>
  );
}
