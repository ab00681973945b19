import { Badge } from "#components/ui/badge";
import { StateWord } from "#components/ui/state-word";
import { TextLink } from "#components/ui/text-link";
import type { Day } from "#lib/format/dates";
import { formatDay } from "#lib/format/dates";
import type { PastUpdate, SaidBlocker } from "#lib/standups/history";

/** What somebody said at stand-ups, one day below the other. */
export function HistoryList({ rows, today }: { rows: PastUpdate[]; today: Day }) {
  return (
    <ol aria-label="Updates, the newest first">
      {rows.map((row) => (
        <li key={row.id} className="border-b py-3">
          <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted max-md:text-sm">
            <time dateTime={row.day} className="font-medium text-ink">
              {formatDay(row.day, { today })}
            </time>
            {row.team}
            {row.late && <Badge tone="warn">late</Badge>}
            <span className="ml-auto">
              <TextLink href={`/sources/${row.sourceId}`}>
                Open<span className="sr-only"> the update of {formatDay(row.day, { today })}</span>
              </TextLink>
            </span>
          </h3>
          <p className="mt-1 max-w-[70ch] whitespace-pre-line wrap-anywhere">
            {row.text}
            {row.cut && "…"}
          </p>
          {row.blockers.length > 0 && (
            <ul aria-label="In the way that day" className="mt-2 flex flex-col gap-1">
              {row.blockers.map((blocker) => (
                <Said key={blocker.id} blocker={blocker} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

const STATES = {
  proposed: "not confirmed",
  open: "open",
  owned: "owned",
  resolved: "resolved",
  accepted: "lived with",
  dismissed: "no blocker",
} as const;

function Said({ blocker: { id, quote, state, days } }: { blocker: SaidBlocker }) {
  const ended = state === "resolved" || state === "accepted";
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      <StateWord state={ended ? "done" : state === "proposed" ? "waiting" : "blocked"}>
        {STATES[state]}
      </StateWord>
      <span className="min-w-0 wrap-anywhere">
        <TextLink href={`/blockers?open=${id}`}>{quote}</TextLink>
      </span>
      {days > 1 && <span className="text-xs text-muted">said on {days} days</span>}
    </li>
  );
}
