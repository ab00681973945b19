import type { Role } from "#drizzle/schema/users";

/** Somebody of the sample company. `key` is how meetings refer to them. */
export type SamplePerson = { key: string; name: string; role: Role; aliases: string[]; handles: string[] };

export const COMPANY = { name: "Larkfield Software", timeZone: "America/Toronto" };

/** The admin who sets the company up; the printed link signs in as the leader. */
export const ADMIN = "ines";
export const LEADER = "ada";

export const PEOPLE: SamplePerson[] = [
  person("ines", "Ines Duarte", "admin"),
  person("ada", "Ada Lindqvist", "leader"),
  person("bo", "Bo Tran", "member"),
  person("chidi", "Chidi Okafor", "member"),
  person("dana", "Dana Weiss", "member"),
  person("emeka", "Emeka Nwosu", "member"),
  person("grace", "Grace Liu", "member"),
  person("kavya", "Kavya Rao", "member"),
  person("jonas", "Jonas Kim", "member"),
  person("hugo", "Hugo Marchetti", "viewer"),
];

export const TEAMS = [
  {
    key: "engineering",
    name: "Engineering",
    lead: "dana",
    members: ["dana", "chidi", "kavya", "jonas", "emeka"],
  },
  { key: "sales", name: "Sales", lead: "bo", members: ["bo", "grace"] },
  { key: "leadership", name: "Leadership", lead: "ada", members: ["ada", "ines", "dana", "bo"] },
];

/** The person with a key. */
export function personOf(key: string): SamplePerson {
  const found = PEOPLE.find((somebody) => somebody.key === key);
  if (!found) throw new Error(`Nobody in the sample company is called ${key}.`);
  return found;
}

/** The address of a person of the sample company. */
export function emailOf(key: string): string {
  return `${key}@larkfield.example`;
}

function person(key: string, name: string, role: Role): SamplePerson {
  return { key, name, role, aliases: [name.split(" ")[0] as string], handles: [key] };
}
