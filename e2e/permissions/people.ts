import { users } from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import type { Role } from "#drizzle/schema/users";
import { COMPANY, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import type { UserCtx } from "#lib/events/context";

/** What somebody is to a source: the columns of the matrix. Bo wrote it; Engineering is the team it may be shared with. */
export const PEOPLE = {
  author: { id: "usr_bo", name: "Bo Tran", role: "member" },
  attendee: { id: "usr_grace", name: "Grace Liu", role: "member" },
  teammate: { id: "usr_dana", name: "Dana Weiss", role: "member" },
  stranger: { id: "usr_kavya", name: "Kavya Rao", role: "member" },
  leader: { id: "usr_ada", name: "Ada Lindqvist", role: "leader" },
  admin: { id: "usr_ines", name: "Ines Duarte", role: "admin" },
  viewer: { id: "usr_hugo", name: "Hugo Marchetti", role: "viewer" },
} as const satisfies Record<string, { id: string; name: string; role: Role }>;

export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];

/** Who sees a source of Bo's, by how it is shared. Nobody's role sees further. */
export const SEES: Record<Visibility, Who[]> = {
  private: ["author"],
  attendees: ["author", "attendee"],
  team: ["author", "teammate"],
  open: EVERYBODY,
};
export const VISIBILITIES = Object.keys(SEES) as Visibility[];

/** How Bo shares a meeting that Grace attended. */
export function sharing(visibility: Visibility) {
  return { visibility, teamId: visibility === "team" ? ENGINEERING.id : null, attendees: ["Grace Liu"] };
}

/** The cast, with Grace and Kavya. */
export async function setWideStage(): Promise<Stage & { who: (who: Who) => UserCtx }> {
  const stage = await setStage();
  const now = stage.clock.now();
  const rest = { timeZone: COMPANY.timeZone, createdAt: now, joinedAt: now };
  await stage.store.raw
    .insert(users)
    .values([PEOPLE.attendee, PEOPLE.stranger].map((person) => ({ ...person, ...rest })));
  return { ...stage, who: (who) => ({ ...stage.as("bo"), actor: { kind: "user", ...PEOPLE[who] } }) };
}
