"use client";

import { keepPreference, usePreference } from "#components/shell/preference";
import { Check } from "#components/ui/check";

/** Switches the keys without a modifier on and off, for people who speak or dictate to their machine. */
export function SingleKeys() {
  const on = usePreference("keys") !== "off";
  return (
    <Check
      label="Single keys work. Without them, only keys with Ctrl or ⌘ do."
      checked={on}
      onChange={(event) => keepPreference("keys", event.target.checked ? "on" : "off")}
    />
  );
}
