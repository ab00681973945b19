"use client";

import { CellLink } from "#components/records/row-link";
import { Age } from "#components/ui/age";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import { TextLink } from "#components/ui/text-link";
import type { DecidedDraft } from "#lib/today/queries";

type DecidedListProps = { decided: DecidedDraft[]; me: string; now: number; timeZone: string };

/** What was decided in the last seven days, by whom. */
export function DecidedList({ decided, me, now, timeZone }: DecidedListProps) {
  return (
    <section aria-label="Recently decided">
      <header className="flex h-9 items-end justify-between border-b pb-1.25 text-xs">
        <h2>Recently decided</h2>
        <TextLink href="/log?group=drafts">Log</TextLink>
      </header>
      {decided.length === 0 && <p className="pt-2 text-xs text-muted">Nothing in the last seven days.</p>}
      <ul>
        {decided.map((draft) => (
          <li key={draft.id} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-(--size-touch)">
            <Face name={draft.by} me={draft.byId === me} />
            <span className="min-w-0 flex-1 truncate has-focus-visible:whitespace-normal">
              <CellLink href={`/reviews/${draft.id}`}>{draft.title}</CellLink>
            </span>
            <span className="flex flex-none items-center gap-1 text-xs text-faint">
              <Icon name={draft.state === "approved" ? "done" : "dashed"} size="sm" />
              {draft.state}
            </span>
            <span className="w-12 flex-none text-right text-xs text-muted">
              <Age at={draft.at} now={now} timeZone={timeZone} detail="short" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
