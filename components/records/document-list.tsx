import { Moment } from "#components/records/moment";
import { CellLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import type { ListedDocument } from "#lib/documents/queries";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "Title" },
  { label: "Meeting", width: "8rem", shown: "md" },
  { label: "Approved by", width: "11rem", shown: "md" },
  { label: "Filed", width: "9.5rem", number: true },
];

/** Documents, the last filed first. */
export function DocumentList({ documents, calendar }: { documents: ListedDocument[]; calendar: Calendar }) {
  return (
    <Table label="Documents" columns={columns}>
      {documents.map((document) => (
        <TableRow key={document.id}>
          <Cell kind="main">
            <CellLink href={`/documents/${document.id}`}>{document.title}</CellLink>
          </Cell>
          <Cell kind="meta" shown="md">
            {document.heldOn && <Day on={document.heldOn} today={calendar.today} />}
          </Cell>
          <Cell kind="meta" shown="md">
            {document.approvedBy && <bdi>{document.approvedBy}</bdi>}
          </Cell>
          <Cell kind="number">
            <span className="text-xs text-muted">
              <Moment at={document.filedAt} calendar={calendar} />
            </span>
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
