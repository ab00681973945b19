import type { Metadata } from "next";
import { AddTeamDialog } from "#components/settings/add-team-dialog";
import { Page } from "#components/shell/page";
import { EmptyState } from "#components/ui/empty-state";
import { Faces, Person } from "#components/ui/face";
import { Section } from "#components/ui/section";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { TextLink } from "#components/ui/text-link";
import { canManageTeams } from "#lib/teams/policy";
import { listTeams } from "#lib/teams/queries";
import { listPeople } from "#lib/users/queries";
import { requireUser } from "#lib/web/session";
import { createTeamAction } from "./actions";

export const metadata: Metadata = { title: "Teams" };

const columns: Column[] = [
  { label: "Name" },
  { label: "Lead", width: "12rem" },
  { label: "Members", width: "14rem", shown: "md" },
];

export default async function TeamsPage() {
  const ctx = await requireUser();
  const teams = await listTeams(ctx);
  const people = new Map((await listPeople(ctx)).map((person) => [person.id, person.name]));
  const add = canManageTeams(ctx.actor) && <AddTeamDialog action={createTeamAction} />;
  if (teams.length === 0)
    return (
      <EmptyState title="There are no teams yet" actions={add}>
        A source can be shared with a team alone, and a team’s lead decides who is in it.
        {!add && " Admins create teams."}
      </EmptyState>
    );
  return (
    <Page>
      <Section title="Teams" actions={add}>
        <Table label="Teams" columns={columns}>
          {teams.map((team) => (
            <TableRow key={team.id}>
              <Cell kind="main">
                <TextLink href={`/settings/teams/${team.id}`}>{team.name}</TextLink>
              </Cell>
              <Cell>{team.leadId ? <Person name={people.get(team.leadId) ?? ""} /> : "nobody"}</Cell>
              <Cell shown="md">
                <Faces names={team.memberIds.flatMap((id) => people.get(id) ?? [])} />
              </Cell>
            </TableRow>
          ))}
        </Table>
      </Section>
    </Page>
  );
}
