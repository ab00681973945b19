"use client";

import { useId } from "react";
import { TextInput } from "#components/ui/text-input";
import { nameKey, withoutDate } from "#lib/format/series-name";
import type { KnownSeries } from "#lib/series/queries";

type SeriesFieldProps = { value: string; known: KnownSeries[]; onChange: (name: string) => void };

/** Which series the meeting belongs to: one that is there, a new one by another name, or none. */
export function SeriesField({ value, known, onChange }: SeriesFieldProps) {
  const list = useId();
  return (
    <>
      <TextInput
        label="Series"
        list={list}
        value={value}
        maxLength={120}
        autoComplete="off"
        placeholder="None"
        help={helpOf(value, known)}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** The series that a title without its day is the name of, or the title of whose last meeting it is; "" for none. */
export function proposeSeries(title: string, known: KnownSeries[]): string {
  const key = nameKey(withoutDate(title));
  if (!key) return "";
  const found =
    known.find(({ name }) => nameKey(name) === key) ??
    known.find(({ lastTitle }) => nameKey(withoutDate(lastTitle)) === key);
  return found?.name ?? "";
}

function helpOf(value: string, known: KnownSeries[]): string {
  const key = nameKey(value);
  if (!key) return "Its next draft then shows what is still open.";
  const found = known.some(({ name }) => nameKey(name) === key);
  return found ? "What is still open from before will be shown." : "Begins a new series.";
}
