"use client";

import { type ReactNode, Suspense, useRef, useState } from "react";
import type { Frame } from "#components/review/frame";
import type { QueueGroupRows } from "#components/review/queue-places";
import { QueueRow, type RowPlace } from "#components/review/queue-row";
import type { LaterPages } from "#components/review/use-later-pages";
import { useRowInSight } from "#components/review/use-walking";
import type { WindowedRowsProps } from "#components/review/windowed-rows";
import { Button } from "#components/ui/button";
import { Count } from "#components/ui/count";
import { FormError } from "#components/ui/form-error";
import { Icon } from "#components/ui/icon";
import { later as whenNeeded } from "#components/ui/later";
import type { QueueRow as Row } from "#lib/drafts/view";

type QueueListProps = {
  groups: QueueGroupRows[];
  openId: string | null;
  /** Whether the address names the open draft; else it is the first of the queue. */
  inAddress: boolean;
  frame: Frame;
  /** Hears that a row is opened. */
  onOpen: () => void;
  now: number;
  timeZone: string;
  later: LaterPages;
};

/** More rows than this are drawn as they come near. */
const FEW = 90;
const WindowedRows = whenNeeded<WindowedRowsProps>(
  async () => (await import("#components/review/windowed-rows")).WindowedRows,
);

/** The drafts that wait, by workflow. Arrow keys walk the rows, Enter opens one. */
export function QueueList(props: QueueListProps) {
  const { groups, openId, inAddress, frame, onOpen, now, timeZone, later } = props;
  const list = useRef<HTMLDivElement>(null);
  useRowInSight(list, openId);
  const near = new Set([frame.place.next?.id, frame.place.previous?.id]);
  return (
    <div ref={list} data-rows>
      {groups.map((group) => (
        <QueueGroup key={group.workflow} label={group.label} count={group.rows.length}>
          <Rows
            rows={group.rows}
            more={later.cursor !== null}
            openId={openId}
            onNearEnd={later.problem ? undefined : later.load}
            draw={(row, place) => (
              <QueueRow
                key={row.id}
                place={place}
                row={row}
                href={frame.addressFor(row.id)}
                current={row.id === openId ? (inAddress ? "open" : "first") : null}
                near={near.has(row.id)}
                returned={frame.trouble?.draftId === row.id && frame.trouble.problem.conflict === undefined}
                hold={frame.holds.find((hold) => hold.draftId === row.id && !hold.mine) ?? null}
                now={now}
                timeZone={timeZone}
                onOpen={onOpen}
              />
            )}
          />
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

type RowsProps = Pick<WindowedRowsProps, "rows" | "more" | "openId" | "onNearEnd"> & {
  draw: (row: Row, place?: RowPlace) => ReactNode;
};

/** Few rows are all on the page; of many only those near the window are, by code that comes when there are many. */
function Rows({ rows, draw, ...rest }: RowsProps) {
  const plain = <ul>{rows.slice(0, FEW).map((row) => draw(row))}</ul>;
  if (rows.length <= FEW) return plain;
  return (
    <Suspense fallback={plain}>
      <WindowedRows rows={rows} draw={draw} {...rest} />
    </Suspense>
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
      {open && children}
    </section>
  );
}
