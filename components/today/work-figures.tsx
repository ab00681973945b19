import type { ReactNode } from "react";
import { CellLink } from "#components/records/row-link";
import { WeekPart } from "#components/today/week-part";
import { periodTitle } from "#lib/figures/period";
import type { RecordFigures } from "#lib/figures/record-queries";
import type { ReviewFigures } from "#lib/figures/review-queries";
import { addressOf } from "#lib/format/address";
import { formatDuration } from "#lib/format/duration";

const DAYS = { week: "7", month: "30", quarter: undefined } as const;

type WorkFiguresProps = { reviews: ReviewFigures | null; records: RecordFigures | null };

/** What was decided, opened and done, and who wrote at stand-ups. */
export function WorkFigures({ reviews, records }: WorkFiguresProps) {
  const period = reviews?.period;
  const log = addressOf("/log", { group: "drafts", days: period && DAYS[period.kind] });
  return (
    <WeekPart title="Work" period={period ? periodTitle(period) : ""} wide>
      <div className="grid grid-cols-1 gap-x-10 gap-y-3 md:grid-cols-3">
        {reviews && (
          <Table label="Drafts decided">
            <Row label="Approved unedited" href={log} value={reviews.unedited} />
            <Row label="Approved edited" href={log} value={reviews.edited} />
            <Row label="Rejected" href={log} value={reviews.rejected} />
            <Row
              label="Half of the reviews took less than"
              value={reviews.medianMs === null ? "not measured" : formatDuration(reviews.medianMs)}
            />
          </Table>
        )}
        {records && (
          <Table label="Actions">
            <Row label="Opened" href="/actions" value={records.opened} />
            <Row label="Done" href={addressOf("/actions", { show: "done" })} value={records.closed} />
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
