import { z } from "zod";
import { Id, Line } from "#lib/inputs/schema";

const TeamName = Line.min(1, "Give the team a name.").max(80, "A team’s name has at most 80 characters.");

export const CreateTeam = z.object({ name: TeamName, leadId: Id.nullable().default(null) });
export type CreateTeam = z.input<typeof CreateTeam>;

export const RenameTeam = z.object({ teamId: Id, name: TeamName });
export type RenameTeam = z.input<typeof RenameTeam>;

export const ChangeLead = z.object({ teamId: Id, leadId: Id.nullable() });
export type ChangeLead = z.input<typeof ChangeLead>;

export const TeamMember = z.object({ teamId: Id, userId: z.string().min(1, "Choose a person.").pipe(Id) });
export type TeamMember = z.input<typeof TeamMember>;
