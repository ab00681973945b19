import { SentState } from "#components/deliveries/sent-state";
import { Moment } from "#components/records/moment";
import { CellLink } from "#components/records/row-link";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { SentRow } from "#lib/deliveries/view";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "State", width: "7.25rem" },
  { label: "What" },
  { label: "To", width: "16rem", shown: "md" },
  { label: "Approved by", width: "9rem", shown: "lg" },
  { label: "When", width: "8.5rem", shown: "md" },
];

/** What left and what will, newest first. */
export function SentList({ rows, calendar }: { rows: SentRow[]; calendar: Calendar }) {
  return (
    <Table label="Deliveries" columns={columns}>
      {rows.map((row) => (
        <TableRow key={row.id}>
          <Cell>
            <span className="flex">
              <SentState row={row} />
            </span>
          </Cell>
          <Cell kind="main">
            <CellLink href={`/deliveries/${row.id}`}>{row.title}</CellLink>
            <span className="block truncate text-xs font-normal text-faint md:hidden">{row.recipient}</span>
          </Cell>
          <Cell kind="meta" shown="md">
            {row.recipient}
          </Cell>
          <Cell kind="meta" shown="lg">
            {row.approvedBy ?? ""}
          </Cell>
          <Cell kind="meta" shown="md">
            <Moment at={row.endedAt ?? row.dueAt} calendar={calendar} />
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
