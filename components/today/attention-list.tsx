import { NeedGroup, NeedRow, NeedTable } from "#components/today/need-table";
import { NudgeButton } from "#components/today/nudge-button";
import { Person } from "#components/ui/face";
import type { IconName } from "#components/ui/icon";
import { LinkButton } from "#components/ui/link-button";
import { TextLink } from "#components/ui/text-link";
import type { Attention, AttentionGroup, AttentionKind, AttentionRow } from "#lib/attention/view";

type Look = { label: string; icon: IconName; columns: [string, string] };

const looks: Record<AttentionKind, Look> = {
  blockers: { label: "Blockers", icon: "block", columns: ["Stops", "Can unblock"] },
  questions: { label: "Decisions waiting", icon: "decisions", columns: ["Asked on", "Decides"] },
  deliveries: { label: "Deliveries to settle", icon: "mail", columns: ["State", "Approved by"] },
  budgets: { label: "Budgets nearly used", icon: "spend", columns: ["Month", ""] },
  actions: { label: "Overdue actions", icon: "clock", columns: ["Was due", "Owner"] },
  drafts: { label: "Drafts waiting too long", icon: "reviews", columns: ["Workflow", "Brought in by"] },
  leads: { label: "Leads going stale", icon: "leads", columns: ["Worth", "Owner"] },
  waits: { label: "Teams that wait for another", icon: "swap", columns: ["Since", "Waits for"] },
  people: { label: "Far more open actions than others", icon: "user", columns: ["", "Person"] },
  teams: { label: "Teams outside three to seven people", icon: "user", columns: ["", "Lead"] },
};

/** What needs somebody in the company, the most urgent kinds first. */
export function AttentionList({ attention, me }: { attention: Attention; me: string }) {
  return (
    <NeedTable caption="What needs attention">
      {attention.groups.map((group) => (
        <Group key={group.kind} group={group} me={me} />
      ))}
    </NeedTable>
  );
}

function Group({ group, me }: { group: AttentionGroup; me: string }) {
  const { label, icon, columns } = looks[group.kind];
  return (
    <NeedGroup
      label={label}
      icon={icon}
      count={group.count}
      columns={columns}
      all={group.count > group.rows.length && <TextLink href={group.all}>All</TextLink>}
    >
      {group.rows.map((row) => (
        <NeedRow
          key={row.id}
          age={row.age}
          urgency={row.urgency}
          href={row.href}
          title={row.title}
          sub={row.about}
          third={row.third}
          fourth={row.person && <Who person={row.person} me={me} />}
          act={<Step row={row} />}
        />
      ))}
    </NeedGroup>
  );
}

function Who({ person, me }: { person: NonNullable<AttentionRow["person"]>; me: string }) {
  const mine = person.id === me;
  return (
    <Person name={person.name} me={mine}>
      {mine ? "You" : person.name}
    </Person>
  );
}

function Step({ row: { id, title, step } }: { row: AttentionRow }) {
  if ("nudge" in step) return <NudgeButton of={step.nudge} id={id} about={title} done={step.done} />;
  return (
    <LinkButton href={step.href} tone="offer" size="sm">
      {step.label}
    </LinkButton>
  );
}
