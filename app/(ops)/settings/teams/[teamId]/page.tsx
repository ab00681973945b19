import type { Metadata } from "next";
import { ActButton } from "#components/settings/act-button";
import { NameForm } from "#components/settings/name-form";
import { PersonForm } from "#components/settings/person-form";
import { Page } from "#components/shell/page";
import { Badge } from "#components/ui/badge";
import { Face } from "#components/ui/face";
import { Row, RowList } from "#components/ui/row-list";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import type { UserCtx } from "#lib/events/context";
import { canRunStandup } from "#lib/standups/policy";
import { canChangeMembers, canManageTeams } from "#lib/teams/policy";
import { getTeam, listTeams, type Team } from "#lib/teams/queries";
import { listPeople, type Person } from "#lib/users/queries";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import { addMemberAction, changeLeadAction, removeMemberAction, renameTeamAction } from "../actions";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ params }: PageProps<"/settings/teams/[teamId]">) {
  const ctx = await requireUser();
  const { id } = await orNotFound(getTeam(ctx, (await params).teamId));
  const team = (await listTeams(ctx)).find((one) => one.id === id)!;
  const people = await listPeople(ctx);
  return (
    <Page measure>
      <Members ctx={ctx} team={team} people={people} />
      <Section title="Stand-up">
        <p className="flex flex-wrap gap-4 pt-3">
          <TextLink href={`/standups/${team.id}`}>Updates and digests</TextLink>
          {canRunStandup(ctx.actor, team) && (
            <TextLink href={`/standups/${team.id}/settings`}>How it is held</TextLink>
          )}
        </p>
      </Section>
      {canManageTeams(ctx.actor) && (
        <Section title="Name and lead">
          <NameForm action={renameTeamAction} teamId={team.id} name={team.name} />
          <PersonForm
            key={team.leadId}
            action={changeLeadAction}
            teamId={team.id}
            name="leadId"
            label="Lead"
            save="Choose this lead"
            people={[{ id: "", label: "Nobody" }, ...choicesOf(people)]}
            chosen={team.leadId ?? ""}
          />
        </Section>
      )}
    </Page>
  );
}

function Members({ ctx, team, people }: { ctx: UserCtx; team: Team; people: Person[] }) {
  const mayChange = canChangeMembers(ctx.actor, team);
  const active = people.filter((person) => !person.deactivatedAt);
  const members = active.filter((person) => team.memberIds.includes(person.id));
  const others = active.filter((person) => !team.memberIds.includes(person.id));
  return (
    <Section title={team.name} meta={`${members.length} ${members.length === 1 ? "member" : "members"}`}>
      <RowList label={`Members of ${team.name}`}>
        {members.map((person) => (
          <Row
            key={person.id}
            lead={<Face name={person.name} me={person.id === ctx.actor.id} />}
            title={person.name}
            end={
              person.id === team.leadId ? (
                <Badge>lead</Badge>
              ) : (
                mayChange && (
                  <ActButton
                    act={removeMemberAction.bind(null, team.id, person.id)}
                    label={`Take ${person.name} out of the team`}
                    short="Take out"
                  />
                )
              )
            }
          />
        ))}
      </RowList>
      {members.length === 0 && (
        <p className="pt-3 text-muted">
          Nobody is in this team yet.{mayChange && " Add its people here; then it can hold its stand-up."}
        </p>
      )}
      {mayChange && (
        <PersonForm
          key={members.length}
          action={addMemberAction}
          teamId={team.id}
          name="userId"
          label="Add a member"
          save="Add to the team"
          people={choicesOf(others)}
        />
      )}
    </Section>
  );
}

function choicesOf(people: Person[]) {
  return people
    .filter((person) => !person.deactivatedAt)
    .map(({ id, name, role }) => ({ id, label: name, detail: role, person: true }));
}
