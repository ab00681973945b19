"use client";

import { type ReactNode, useState } from "react";
import type { Frame } from "#components/review/frame";
import type { QueueGroupRows } from "#components/review/queue-places";
import { QueueRow } from "#components/review/queue-row";
import type { LaterPages } from "#components/review/use-later-pages";
import { Button } from "#components/ui/button";
import { Count } from "#components/ui/count";
import { FormError } from "#components/ui/form-error";
import { Icon } from "#components/ui/icon";

type QueueListProps = {
  groups: QueueGroupRows[];
  openId: string | null;
  /** Whether the address names the open draft; else it is the first of the queue. */
  inAddress: boolean;
  frame: Frame;
  now: number;
  timeZone: string;
  later: LaterPages;
};

/** The drafts that wait, by workflow. Arrow keys walk the rows, Enter opens one. */
export function QueueList({ groups, openId, inAddress, frame, now, timeZone, later }: QueueListProps) {
  const near = new Set([frame.place.next?.id, frame.place.previous?.id]);
  return (
    <div data-rows>
      {groups.map((group) => (
        <QueueGroup key={group.workflow} label={group.label} count={group.rows.length}>
          {group.rows.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              current={row.id === openId ? (inAddress ? "open" : "first") : null}
              near={near.has(row.id)}
              returned={frame.trouble?.draftId === row.id && frame.trouble.problem.conflict === undefined}
              hold={frame.holds.find((hold) => hold.draftId === row.id && !hold.mine) ?? null}
              now={now}
              timeZone={timeZone}
              onOpen={() => {
                frame.takesFocus.current = true;
              }}
            />
          ))}
        </QueueGroup>
      ))}
      {later.cursor && (
        <div className="px-4 py-3">
          <Button size="sm" onClick={later.load} pending={later.loading}>
            Show more
          </Button>
          <FormError>{later.problem}</FormError>
        </div>
      )}
    </div>
  );
}

function QueueGroup({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <section aria-label={label}>
      <h2 className="border-b bg-page">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-7 w-full items-center gap-1.5 px-3 text-left text-xs font-normal text-muted hover:bg-hover focus-visible:-outline-offset-2 max-md:h-8 max-md:px-4 max-md:text-sm pointer-coarse:min-h-(--size-touch)"
        >
          <span className="-ml-1 flex text-faint">
            <Icon name={open ? "down" : "right"} size="sm" />
          </span>
          <b className="text-ink">{label}</b>
          <span className="ml-auto">
            <Count of={count} />
          </span>
        </button>
      </h2>
      {open && <ul>{children}</ul>}
    </section>
  );
}
