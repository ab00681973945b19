import { Deal } from "#components/leads/deal";
import { WritableBadge } from "#components/leads/writable-badge";
import { Moment } from "#components/records/moment";
import { CellLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import type { ListedLead } from "#lib/leads/view";
import type { Calendar } from "#lib/users/calendar";

const columns: Column[] = [
  { label: "Name" },
  { label: "Company", width: "18%", shown: "md" },
  { label: "Stage", width: "5.5rem", shown: "md" },
  { label: "Owner", width: "8rem", shown: "lg" },
  { label: "Deal", width: "8.5rem", number: true, shown: "lg" },
  { label: "May be written to", width: "12rem", shown: "md" },
  { label: "Next step", width: "16%", shown: "2xl" },
  { label: "Last activity", width: "6rem" },
];

/** Leads by what happened last: who they are, how far it is, and whether they may be written to. */
export function LeadList({ leads, me, calendar }: { leads: ListedLead[]; me: string; calendar: Calendar }) {
  return (
    <div className="px-4 md:px-6">
      <Table label="Leads" columns={columns}>
        {leads.map((lead) => (
          <LeadRow key={lead.id} lead={lead} me={me} calendar={calendar} />
        ))}
      </Table>
    </div>
  );
}

function LeadRow({ lead, me, calendar }: { lead: ListedLead; me: string; calendar: Calendar }) {
  return (
    <TableRow>
      <Cell kind="main">
        <CellLink href={`/leads/${lead.id}`}>
          <bdi>{lead.name}</bdi>
        </CellLink>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 pb-1.5 text-xs font-normal text-muted md:hidden">
          {lead.company && <bdi className="max-w-full truncate">{lead.company}</bdi>}
          {STAGE_NAMES[lead.stage]}
          <WritableBadge writable={lead.writable} today={calendar.today} />
        </span>
      </Cell>
      <Cell shown="md">
        <bdi>{lead.company}</bdi>
      </Cell>
      <Cell kind="meta" shown="md">
        {STAGE_NAMES[lead.stage]}
      </Cell>
      <Cell kind="meta" shown="lg">
        {lead.ownerName ? (
          <Person name={lead.ownerName} me={lead.ownerId === me} />
        ) : (
          <span className="text-faint">nobody</span>
        )}
      </Cell>
      <Cell kind="number" shown="lg">
        <Deal of={lead} />
      </Cell>
      <Cell shown="md">
        <WritableBadge writable={lead.writable} today={calendar.today} />
      </Cell>
      <Cell kind="meta" shown="2xl">
        {lead.nextStepOn && (
          <span className={lead.nextStepOn < calendar.today ? "text-danger-text" : ""}>
            <Day on={lead.nextStepOn} today={calendar.today} />{" "}
          </span>
        )}
        <bdi>{lead.nextStep}</bdi>
      </Cell>
      <Cell kind="meta">
        <Moment at={lead.lastActivityAt} calendar={calendar} show="day" />
      </Cell>
    </TableRow>
  );
}
