import { Moment } from "#components/records/moment";
import { SheetPart } from "#components/records/sheet";
import type { HistoryLine } from "#lib/log/history";
import type { Calendar } from "#lib/users/calendar";

type HistoryProps = { lines: HistoryLine[]; madeAt: string; calendar: Calendar };

/** What happened to a record since it was made, the last first. */
export function History({ lines, madeAt, calendar }: HistoryProps) {
  return (
    <SheetPart label="History">
      <ol className="flex flex-col gap-1.5">
        {lines.toReversed().map((line) => (
          <li key={line.seq}>
            {line.sentence}{" "}
            <span className="text-xs text-faint">
              <Moment at={line.at} calendar={calendar} />
            </span>
          </li>
        ))}
        <li>
          Recorded with the approval of its draft.{" "}
          <span className="text-xs text-faint">
            <Moment at={madeAt} calendar={calendar} />
          </span>
        </li>
      </ol>
    </SheetPart>
  );
}
