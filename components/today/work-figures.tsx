import type { ReactNode } from "react";
import { CellLink } from "#components/records/row-link";
import type { RowsOf } from "#components/today/rows-of";
import { WeekPart } from "#components/today/week-part";
import { periodTitle } from "#lib/figures/period";
import type { RecordFigures } from "#lib/figures/record-queries";
import type { ReviewFigures } from "#lib/figures/review-queries";
import { formatDuration } from "#lib/format/duration";

type WorkFiguresProps = {
  reviews: ReviewFigures | null;
  records: RecordFigures | null;
  /** The way to the rows behind a figure. */
  rowsOf: RowsOf;
};

/** What was decided, opened and done, and who wrote at stand-ups. */
export function WorkFigures({ reviews, records, rowsOf }: WorkFiguresProps) {
  const period = reviews?.period;
  return (
    <WeekPart title="Work" period={period ? periodTitle(period) : ""} wide>
      <div className="grid grid-cols-1 gap-x-10 gap-y-3 md:grid-cols-3">
        {reviews && (
          <Table label="Drafts decided">
            <Row label="Approved unedited" href={rowsOf("unedited")} value={reviews.unedited} />
            <Row label="Approved edited" href={rowsOf("edited")} value={reviews.edited} />
            <Row label="Rejected" href={rowsOf("rejected")} value={reviews.rejected} />
            <Row
              label="Half of the reviews took less than"
              href={rowsOf("timed")}
              value={reviews.medianMs === null ? "not measured" : formatDuration(reviews.medianMs)}
            />
          </Table>
        )}
        {records && (
          <Table label="Actions">
            <Row label="Opened" href={rowsOf("opened")} value={records.opened} />
            <Row label="Done" href={rowsOf("done")} value={records.closed} />
          </Table>
        )}
        {records && (
          <Table label="Stand-ups">
            {records.standups.length === 0 && <Row label="No stand-up was held." value="" />}
            {records.standups.map(({ teamId, team, wrote, expected }) => (
              <Row key={teamId} label={team} href="/standups" value={`${wrote} of ${expected} wrote`} />
            ))}
          </Table>
        )}
      </div>
    </WeekPart>
  );
}

function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table className="h-fit w-full text-xs">
      <caption className="border-b pb-1 text-left text-faint">{label}</caption>
      <tbody>{children}</tbody>
    </table>
  );
}

function Row({ label, href, value }: { label: string; href?: string; value: number | string }) {
  return (
    <tr>
      <th scope="row" className="h-6 font-normal">
        {href ? <CellLink href={href}>{label}</CellLink> : label}
      </th>
      <td className="pl-3 text-right whitespace-nowrap">{value}</td>
    </tr>
  );
}
