import type { Metadata } from "next";
import { AddPersonDialog } from "#components/settings/add-person-dialog";
import { Page } from "#components/shell/page";
import { Face } from "#components/ui/face";
import { Section } from "#components/ui/section";
import { StateWord } from "#components/ui/state-word";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { TextLink } from "#components/ui/text-link";
import { canEditPerson, rolesToGive } from "#lib/users/policy";
import { listInvitations, listPeople, type Person } from "#lib/users/queries";
import { requireUser } from "#lib/web/session";
import { addOrInviteAction } from "./actions";

export const metadata: Metadata = { title: "People" };

const columns: Column[] = [
  { label: "Name" },
  { label: "Role", width: "6rem" },
  { label: "E-mail", width: "16rem", shown: "lg" },
  { label: "Also called", width: "12rem", shown: "lg" },
  { label: "State", width: "8rem" },
];

export default async function PeoplePage() {
  const ctx = await requireUser();
  const people = await listPeople(ctx);
  const invited = new Set((await listInvitations(ctx)).map((invitation) => invitation.userId));
  const roles = rolesToGive(ctx.actor);
  const active = people.filter((person) => !person.deactivatedAt).length;
  return (
    <Page>
      <Section
        title="People"
        meta={`${active} on the roster`}
        actions={
          roles.length > 0 && (
            <AddPersonDialog
              action={addOrInviteAction}
              roles={roles.map((role) => ({ value: role, label: role }))}
              mails={ctx.channels.smtp !== undefined}
            />
          )
        }
      >
        <Table label="People" columns={columns}>
          {people.map((person) => (
            <TableRow key={person.id}>
              <Cell kind="main">
                <span className="flex min-w-0 items-center gap-2">
                  <Face name={person.name} me={person.id === ctx.actor.id} />
                  {canEditPerson(ctx.actor, person) ? (
                    <TextLink href={`/settings/people/${person.id}`}>{person.name}</TextLink>
                  ) : (
                    <span className="truncate">{person.name}</span>
                  )}
                </span>
              </Cell>
              <Cell kind="meta">{person.role}</Cell>
              <Cell kind="meta" shown="lg">
                {person.email}
              </Cell>
              <Cell kind="meta" shown="lg">
                {person.aliases.join(", ")}
              </Cell>
              <Cell kind="meta">
                <PersonState person={person} invited={invited.has(person.id)} />
              </Cell>
            </TableRow>
          ))}
        </Table>
      </Section>
    </Page>
  );
}

function PersonState({ person, invited }: { person: Person; invited: boolean }) {
  if (person.deactivatedAt) return <StateWord state="unmatched">deactivated</StateWord>;
  if (person.joined) return <StateWord state="done">signs in</StateWord>;
  if (invited) return <StateWord state="waiting">invited</StateWord>;
  return <StateWord state="waiting">can be named</StateWord>;
}
