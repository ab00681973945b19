import { ImportStateWord } from "#components/leads/import-state";
import { Moment } from "#components/records/moment";
import { CellLink } from "#components/records/row-link";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { ListedImport } from "#lib/lead-imports/view";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "State", width: "8rem" },
  { label: "File" },
  { label: "Rows", width: "6rem", number: true, shown: "md" },
  { label: "New", width: "6rem", number: true, shown: "md" },
  { label: "Changed", width: "6rem", number: true, shown: "lg" },
  { label: "Refused", width: "6rem", number: true, shown: "lg" },
  { label: "By", width: "9rem", shown: "xl" },
  { label: "When", width: "8.5rem", shown: "md" },
];

/** Files that were brought in, the newest first. */
export function ImportList({ imports, calendar }: { imports: ListedImport[]; calendar: Calendar }) {
  return (
    <Table label="Imports" columns={columns}>
      {imports.map((one) => (
        <TableRow key={one.id}>
          <Cell>
            <ImportStateWord state={one.state} />
          </Cell>
          <Cell kind="main">
            <CellLink href={`/leads/imports/${one.id}`}>{one.fileName}</CellLink>
            <span className="block text-xs font-normal text-faint md:hidden">
              <Moment at={one.createdAt} calendar={calendar} />
            </span>
          </Cell>
          <Figure shown="md" value={one.rows} />
          <Figure shown="md" value={one.counts?.added} />
          <Figure shown="lg" value={one.counts?.changed} />
          <Figure shown="lg" value={one.counts?.refused} />
          <Cell kind="meta" shown="xl">
            {one.by}
          </Cell>
          <Cell kind="meta" shown="md">
            <Moment at={one.createdAt} calendar={calendar} />
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}

function Figure({ value, shown }: { value: number | undefined; shown: "md" | "lg" }) {
  return (
    <Cell kind="number" shown={shown}>
      {value === undefined ? <span className="text-faint">–</span> : value.toLocaleString("en")}
    </Cell>
  );
}
