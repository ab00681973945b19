"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { Desks } from "#components/review/desks";
import { type Decision, FrameProvider } from "#components/review/frame";
import { QUEUE_PATH, queryOf } from "#components/review/queue-address";
import { QueueDock } from "#components/review/queue-dock";
import { NothingShown, QueueFilterSelect } from "#components/review/queue-filter";
import { QueueList } from "#components/review/queue-list";
import type { QueueChoices } from "#components/review/queue-parts";
import { groupRows, joinRows, placeOf } from "#components/review/queue-places";
import { BATCH_PATH, SelectionBar } from "#components/review/selection-bar";
import { useDecisions } from "#components/review/use-decisions";
import { useLaterPages } from "#components/review/use-later-pages";
import { useShownQueue } from "#components/review/use-shown-queue";
import { useReadAhead, useTurning } from "#components/review/use-turning";
import { useMoreAhead } from "#components/review/use-walking";
import type { DeskVerbs, QueueVerbs } from "#components/review/verbs";
import { Keys } from "#components/shell/keys";
import { SearchIcon } from "#components/shell/search-button";
import { Count } from "#components/ui/count";
import type { DeskHold, QueuePage, QueueShow } from "#lib/drafts/view";
import { addressOf } from "#lib/format/address";

type DeskFrameProps = {
  queue: QueuePage;
  verbs: QueueVerbs;
  deskVerbs: DeskVerbs;
  /** Milliseconds at which the server drew the page, and the reader's zone (IANA), for ages. */
  now: number;
  timeZone: string;
  /** The company’s zone (IANA). */
  companyZone: string;
  /** Who reads which draft now. */
  holds: DeskHold[];
  choices: QueueChoices;
  /** The draft that is open: the one of the address, or the first of the queue. */
  children: ReactNode;
};

const EMPTY: QueuePage = { rows: [], next: null };

/** The queue, and beside it the draft that is open. It stays while drafts come and go. */
export function DeskFrame(props: DeskFrameProps) {
  const { queue, verbs, deskVerbs, now, timeZone, companyZone, holds, choices, children } = props;
  const turning = useTurning();
  const { id, turned } = turning;
  const together = usePathname() === BATCH_PATH;
  const takesFocus = useRef(false);
  const followsDecision = useRef(false);
  const given = useRef(new Set<string>());
  const shownQueue = useShownQueue(queue, verbs);
  const { filter, page } = shownQueue;
  const later = useLaterPages(page ?? EMPTY, filter, verbs);
  const { gone, isDecided, docks, trouble, decide, undo, closeDock, settle } = useDecisions(
    verbs,
    openDraft,
    turning.turning,
  );
  const dock = <QueueDock docks={docks} undo={undo} closeDock={closeDock} />;
  const groups = groupRows(joinRows([page?.rows ?? [], ...later.pages]));
  const openId = id ?? (page ?? EMPTY).rows[0]?.id ?? null;
  const place = placeOf(groups, openId, gone, later.cursor !== null);
  useMoreAhead(place, later);
  const nextId = together ? null : (place.next?.id ?? null);
  useReadAhead(nextId, queue, turning.setAhead);
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !gone.has(row.id)) }))
    .filter((group) => group.rows.length > 0);

  /** Where a draft is read with the queue beside it as it is shown; null is the queue. */
  function addressFor(draftId: string | null): string {
    return addressOf(draftId ? `${QUEUE_PATH}/${draftId}` : QUEUE_PATH, queryOf(filter));
  }

  function giveFocus() {
    takesFocus.current = true;
  }

  function openDraft(draftId: string | null, along?: () => void) {
    giveFocus();
    turning.turnTo(draftId, addressFor(draftId), along);
  }

  // On a phone an empty queue gives its room to what says so.
  const inside = id !== undefined || (shown.length === 0 && shownQueue.all);
  const frame = {
    place,
    // The one after, else the one before; with neither, the queue says that it is empty.
    decide: (decision: Decision) => {
      followsDecision.current = true;
      return decide(decision, (place.next ?? place.previous)?.id ?? null);
    },
    isDecided,
    canUndo: docks.at(-1)?.state === "open",
    verbs: deskVerbs,
    timeZone,
    turned: turned?.draft ?? null,
    renew: turning.renew,
    leave: turning.leave,
    open: openDraft,
    addressFor,
    trouble,
    settle,
    holds,
    given,
    inAddress: id !== undefined,
    companyZone,
    showPart: (show: QueueShow) => shownQueue.choose({ show }),
    takesFocus,
    followsDecision,
  };

  // A batch is read in the whole width; the queue is there again after it.
  if (together) return <FrameProvider value={frame}>{children}</FrameProvider>;
  return (
    <FrameProvider value={frame}>
      <Keys
        scope="lists"
        bindings={{
          j: place.next ? () => openDraft(place.next!.id) : undefined,
          k: place.previous ? () => openDraft(place.previous!.id) : undefined,
        }}
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] md:grid-cols-[248px_minmax(0,1fr)] min-[100rem]:grid-cols-[292px_minmax(0,1fr)] min-[118.75rem]:grid-cols-[340px_minmax(0,1fr)]">
        <section
          aria-label="Queue"
          className={`min-h-0 min-w-0 flex-col bg-surface md:flex md:border-r ${inside ? "hidden" : "flex"}`}
        >
          <header className="flex h-(--size-bar) flex-none items-center gap-2 border-b pr-2 pl-4 max-md:h-12">
            <h1 className="flex-none max-md:text-md">Reviews</h1>
            <Count of={place.of} more={place.more} />
            <QueueFilterSelect queue={shownQueue} choices={choices} verbs={verbs} />
            <span className="flex">
              <SearchIcon />
            </span>
          </header>
          <div className="min-h-0 flex-1 overflow-auto bg-surface">
            {shown.length === 0 && !shownQueue.all && (
              <NothingShown show={filter.show} loading={page === null} />
            )}
            <QueueList
              groups={shown}
              openId={openId}
              inAddress={id !== undefined}
              frame={frame}
              onOpen={giveFocus}
              now={now}
              timeZone={timeZone}
              later={later}
            />
          </div>
          <SelectionBar order={shown.flatMap((group) => group.rows.map((row) => row.id))} />
          {dock}
        </section>
        <div className={`min-h-0 min-w-0 flex-col md:flex ${inside ? "flex" : "hidden"}`}>
          <div className="min-h-0 flex-1">
            {children}
            <Desks
              turned={turned}
              ahead={turning.ahead?.draft.id === nextId ? turning.ahead : null}
              left={turning.left?.draft.id === openId ? null : turning.left}
            />
          </div>
          {inside && <div className="md:hidden">{dock}</div>}
        </div>
      </div>
    </FrameProvider>
  );
}
