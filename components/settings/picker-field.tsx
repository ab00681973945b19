"use client";

import type { ComponentProps } from "react";
import { Picker } from "#components/ui/picker";

/** A picker in a form, with what is wrong about it under it. */
export function PickerField({ error, ...picker }: ComponentProps<typeof Picker> & { error?: string }) {
  return (
    <div className="flex flex-col gap-1">
      <Picker {...picker} />
      {error && <p className="text-xs text-danger-text">{error}</p>}
    </div>
  );
}
