"use server";

import { redirect } from "next/navigation";
import { addMember } from "#lib/teams/add-member";
import { changeLead } from "#lib/teams/change-lead";
import { createTeam } from "#lib/teams/create-team";
import { removeMember } from "#lib/teams/remove-member";
import { renameTeam } from "#lib/teams/rename-team";
import type { CreateTeam, RenameTeam, TeamMember } from "#lib/teams/schema";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";

type Before = Outcome<unknown> | null;

/** Leads to the new team, whose people are chosen next. */
export async function createTeamAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const outcome = await actionDoor(createTeam, inputOf<CreateTeam>(form));
  if (outcome.ok) redirect(`/settings/teams/${outcome.value.teamId}`);
  return outcome;
}

export async function renameTeamAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(renameTeam, inputOf<RenameTeam>(form));
}

export async function changeLeadAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const { teamId, leadId } = inputOf<{ teamId: string; leadId: string }>(form);
  return actionDoor(changeLead, { teamId, leadId: leadId || null });
}

export async function addMemberAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  return actionDoor(addMember, inputOf<TeamMember>(form));
}

export async function removeMemberAction(teamId: string, userId: string): Promise<Outcome<unknown>> {
  return actionDoor(removeMember, { teamId, userId });
}
