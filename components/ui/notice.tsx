"use client";

import { Dock } from "#components/ui/dock";
import { IconButton } from "#components/ui/icon-button";

/** A docked word about something done; said once to screen readers, and there until it is closed. */
export function Notice({ title, detail, onClose }: { title: string; detail?: string; onClose: () => void }) {
  return (
    <div role="status">
      <Dock
        title={title}
        detail={detail}
        action={<IconButton icon="close" label="Close" onClick={onClose} />}
      />
    </div>
  );
}
