import { REASON_WORDS } from "#components/leads/consent-words";
import { Moment } from "#components/records/moment";
import { LiftDialog } from "#components/settings/lift-dialog";
import { Badge } from "#components/ui/badge";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { ListedSuppression } from "#lib/consent/list-queries";
import type { Calendar } from "#lib/users/calendar";
import type { FormAction } from "#lib/web/door";

const columns: Column[] = [
  { label: "Address or domain" },
  { label: "Why", width: "12rem", shown: "md" },
  { label: "By", width: "9rem", shown: "lg" },
  { label: "Since", width: "6.5rem", shown: "md" },
  { label: "Lift", hideLabel: true, width: "4.5rem" },
];

type SuppressionListProps = { rows: ListedSuppression[]; calendar: Calendar; lift: FormAction | null };

/** What nothing is sent to, the last added first. */
export function SuppressionList({ rows, calendar, lift }: SuppressionListProps) {
  return (
    <Table label="Nothing is sent to" columns={columns}>
      {rows.map((row) => (
        <TableRow key={row.id}>
          <Cell kind="main">
            <bdi>{row.value}</bdi> {row.kind === "domain" && <Badge>domain</Badge>}
            <span className="block pb-1.5 text-xs font-normal whitespace-normal text-muted">
              <span className="md:hidden">
                {REASON_WORDS[row.reason]}, <Moment at={row.addedAt} calendar={calendar} show="day" />
              </span>
              {row.note && <span className="block wrap-anywhere">{row.note}</span>}
            </span>
          </Cell>
          <Cell kind="meta" shown="md">
            {REASON_WORDS[row.reason]}
          </Cell>
          <Cell kind="meta" shown="lg">
            {row.addedBy ?? "nobody: it came by itself"}
          </Cell>
          <Cell kind="meta" shown="md">
            <Moment at={row.addedAt} calendar={calendar} show="day" />
          </Cell>
          <Cell kind="act">
            {lift && <LiftDialog action={lift} suppression={row} today={calendar.today} />}
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
