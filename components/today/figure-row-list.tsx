import { Moment } from "#components/records/moment";
import { Row, RowList } from "#components/ui/row-list";
import type { FigureRow } from "#lib/figures/row-queries";
import { formatMicros } from "#lib/format/money";
import type { Calendar } from "#lib/users/calendar";

type FigureRowListProps = { label: string; rows: FigureRow[]; calendar: Calendar };

/** The rows that a figure counts, the last first. */
export function FigureRowList({ label, rows, calendar }: FigureRowListProps) {
  return (
    <RowList label={label} wide>
      {rows.map((row) => (
        <Row
          key={row.id}
          title={<span dir="auto">{row.title ?? "Not shared with you"}</span>}
          href={row.href ?? undefined}
          detail={
            row.title === null ? "It is in the bill, and its sources are others’" : (row.by ?? "Nobody")
          }
          end={<Moment at={row.at} calendar={calendar} />}
          endDetail={costWords(row)}
        />
      ))}
    </RowList>
  );
}

/** An unknown price stays unknown, whatever else is known. */
function costWords({ micros, unknown }: FigureRow): string | undefined {
  if (micros === undefined) return undefined;
  if (!unknown) return formatMicros(micros);
  return micros === 0 ? "unknown" : `${formatMicros(micros)} + unknown`;
}
