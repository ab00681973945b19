"use client";

import { Cap } from "#components/ui/cap";
import { useMac } from "#components/ui/platform";
import { capsOf } from "#lib/format/keys";

/** The cap of a key with the command key, whose name only the browser knows. */
export function ModCaps({ name }: { name: string }) {
  return <Cap lasting>{capsOf(name, useMac()).join(" ")}</Cap>;
}
