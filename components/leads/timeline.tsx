import { Moment } from "#components/records/moment";
import { Icon, type IconName } from "#components/ui/icon";
import { Older } from "#components/ui/older";
import { TextLink } from "#components/ui/text-link";
import type { LeadEntryKind } from "#drizzle/schema/leads";
import type { Page } from "#lib/db/page";
import { addressOf } from "#lib/format/address";
import type { TimelineEntry } from "#lib/leads/view";
import type { Calendar } from "#lib/users/calendar";

const ICONS: Record<LeadEntryKind, IconName> = {
  note: "edit",
  call: "mic",
  thread: "quote",
  mail_in: "download",
  mail_out: "mail",
  kept_out: "upload",
  auto_reply: "refresh",
  bounce: "block",
  unsubscribed: "block",
  promise: "promises",
  stage: "right",
  imported: "plus",
};
/** Lines of a text that are shown at once. */
const LINES = 12;

type TimelineProps = {
  leadId: string;
  page: Page<TimelineEntry>;
  cursor: string | undefined;
  calendar: Calendar;
};

/** What happened to a lead, the newest first, with what was written. */
export function Timeline({ leadId, page: { rows, next }, cursor, calendar }: TimelineProps) {
  if (rows.length === 0)
    return (
      <p className="py-3 text-muted text-pretty">
        Nothing yet. Notes, calls, mails and moves to another stage appear here.
      </p>
    );
  const start = `/leads/${leadId}`;
  return (
    <>
      <ol aria-label="Timeline">
        {rows.map((entry) => (
          <Entry key={entry.id} entry={entry} calendar={calendar} />
        ))}
      </ol>
      <Older older={next && addressOf(start, { cursor: next })} newest={cursor ? start : null} />
    </>
  );
}

function Entry({
  entry: { kind, words, by, at, source },
  calendar,
}: {
  entry: TimelineEntry;
  calendar: Calendar;
}) {
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 border-b py-2.5">
      <span className="mt-0.5 flex text-faint">
        <Icon name={ICONS[kind]} size="sm" />
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium wrap-anywhere">{words}</span>
          <span className="ml-auto text-xs text-faint">
            {by && <bdi>{by}, </bdi>}
            <Moment at={at} calendar={calendar} />
          </span>
        </div>
        {source && <Text source={source} />}
      </div>
    </li>
  );
}

/** The first lines; the others on demand. A text of people is shown as text, whatever it holds. */
function Text({ source: { id, text, cut } }: { source: NonNullable<TimelineEntry["source"]> }) {
  const lines = text.split("\n");
  const [first, rest] = [lines.slice(0, LINES).join("\n"), lines.slice(LINES).join("\n")];
  return (
    <div dir="auto" className="mt-1 text-md text-pretty wrap-anywhere whitespace-pre-wrap">
      {first}
      {rest && (
        <details>
          <summary className="cursor-pointer rounded-sm text-xs text-muted">Show all of it</summary>
          {rest}
        </details>
      )}
      <span className="mt-1 block text-xs whitespace-normal">
        <TextLink href={`/sources/${id}`}>{cut ? "Open the whole text" : "Open the text"}</TextLink>
      </span>
    </div>
  );
}
