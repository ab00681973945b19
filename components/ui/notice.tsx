"use client";

import { Dock } from "#components/ui/dock";
import { IconButton } from "#components/ui/icon-button";

/** A docked word about something done, there until it is closed. Whoever did it announces it. */
export function Notice({ title, detail, onClose }: { title: string; detail?: string; onClose: () => void }) {
  return (
    <Dock
      title={title}
      detail={detail}
      action={<IconButton icon="close" label="Close" onClick={onClose} />}
    />
  );
}
