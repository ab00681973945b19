import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import { ADMIN, COMPANY, emailOf, PEOPLE, personOf, type SamplePerson, TEAMS } from "#lib/cli/sample/company";
import type { World } from "#lib/cli/sample/world";
import { addMember } from "#lib/teams/add-member";
import { createTeam } from "#lib/teams/create-team";
import { acceptInvitation } from "#lib/users/accept-invitation";
import { changePerson } from "#lib/users/change-person";
import { invitePerson } from "#lib/users/invite-person";
import { setUp } from "#lib/workspace/set-up";
import { ensureSetupLink } from "#lib/workspace/setup-link";

const MINUTE_MS = 60_000;
const PLANS = [
  { workflow: "meeting-notes", minutes: 25, monthCents: 4000 },
  { workflow: "follow-up", minutes: 12, monthCents: 4500 },
];

/** The admin sets the company up and invites everybody, who join within the day. All have the same password. */
export async function foundCompany(world: World, password: string): Promise<void> {
  const { system, ports, ids } = world;
  const token = (await ensureSetupLink(ports)) ?? "";
  world.clock.advance(4 * MINUTE_MS);
  const admin = personOf(ADMIN);
  const { name: company, timeZone } = COMPANY;
  const account = { token, name: admin.name, email: emailOf(ADMIN), password, company, timeZone };
  ids.people.set(ADMIN, (await setUp(system, account)).adminId);
  await introduce(world, admin);
  for (const somebody of PEOPLE.filter(({ key }) => key !== ADMIN)) await invite(world, somebody, password);
  for (const team of TEAMS) await assemble(world, team);
  await planWorkflows(world);
}

/** What notes and follow-ups took by hand, and what they may cost a month. */
async function planWorkflows(world: World): Promise<void> {
  const admin = world.as(ADMIN);
  for (const { workflow, minutes, monthCents } of PLANS) {
    world.clock.advance(MINUTE_MS);
    await setBaseline(admin, { workflow, version: 0, minutes });
    await setBudget(admin, { workflow, version: 0, monthCents });
  }
}

async function invite(world: World, somebody: SamplePerson, password: string): Promise<void> {
  const { key, name, role } = somebody;
  world.clock.advance(2 * MINUTE_MS);
  const { token, userId } = await invitePerson(world.as(ADMIN), { name, email: emailOf(key), role });
  world.ids.people.set(key, userId);
  await introduce(world, somebody);
  world.clock.advance(11 * MINUTE_MS);
  await acceptInvitation(world.system, { token, name, password });
}

async function introduce(world: World, { key, aliases, handles }: SamplePerson): Promise<void> {
  const userId = world.as(key).actor.id;
  await changePerson(world.as(ADMIN), { userId, aliases, handles });
}

async function assemble(world: World, { key, name, lead, members }: (typeof TEAMS)[number]): Promise<void> {
  world.clock.advance(MINUTE_MS);
  const leadId = world.as(lead).actor.id;
  const { teamId } = await createTeam(world.as(ADMIN), { name, leadId });
  world.ids.teams.set(key, teamId);
  for (const member of members.filter((somebody) => somebody !== lead))
    await addMember(world.as(ADMIN), { teamId, userId: world.as(member).actor.id });
}
