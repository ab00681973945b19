"use client";

import { useMemo, useSyncExternalStore } from "react";
import { PickerField } from "#components/settings/picker-field";
import type { Choice } from "#components/ui/picker";

type TimeZoneFieldProps = {
  label?: string;
  value: string;
  onChange: (zone: string) => void;
  error?: string;
};

/** One of the time zones the browser knows, found by a few letters; submitted as `timeZone`. */
export function TimeZoneField({ label = "Time zone", value, onChange, error }: TimeZoneFieldProps) {
  const choices = useMemo(() => choicesWith(value), [value]);
  return (
    <PickerField
      label={label}
      name="timeZone"
      choices={choices}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      noMatch="No time zone has these letters. Try a large city nearby."
      error={error}
    />
  );
}

/** The time zone this browser is in; UTC while the server draws the page. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

function choicesWith(value: string): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", value]);
  return [...zones].map((id) => ({ id, label: id.replaceAll("_", " ") }));
}
