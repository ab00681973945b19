"use client";

import { useDesk } from "#components/review/desk-context";
import { firstName } from "#components/review/words";
import { formatDay } from "#lib/format/dates";
import type { DeskMail } from "#lib/outreach/mail-view";

/** What passed between them and us, the newest first. */
export function MailThread({ mail }: { mail: DeskMail }) {
  const { draft } = useDesk();
  return (
    <section aria-label="Thread" className="mt-4 px-5 max-md:px-4">
      <h3 className="border-t pt-2.5 text-xs">Thread</h3>
      {mail.thread.length === 0 && <p className="pt-1 text-muted">Nothing has passed between you yet.</p>}
      <ol>
        {mail.thread.map(({ id, at, by, words }) => (
          <li key={id} className="flex min-h-6.5 items-center gap-3">
            <time dateTime={at} className="w-19 flex-none text-muted">
              {formatDay(at.slice(0, 10), { today: draft.today })}
            </time>
            <b className="w-16 flex-none truncate font-medium">{by ? firstName(by) : ""}</b>
            <span className="min-w-0 truncate" title={words}>
              {words}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
