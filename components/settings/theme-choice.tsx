"use client";

import { keepPreference, usePreference } from "#components/shell/preference";
import { Segmented } from "#components/ui/segmented";

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Light, dark or as the system has it, for this browser. */
export function ThemeChoice() {
  const chosen = usePreference("theme") ?? "system";
  return (
    <Segmented
      label="Theme"
      segments={themes}
      value={chosen}
      onChange={(theme) => keepPreference("theme", theme)}
    />
  );
}
