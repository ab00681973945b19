import { z } from "zod";
import { ROLES } from "#drizzle/schema/users";
import { Id, Line } from "#lib/inputs/schema";
import { Email, NewPassword } from "#lib/sessions/schema";

/** An IANA time zone, as the runtime knows it. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "This is no time zone. Write it like America/Toronto.");

export const PersonName = Line.min(1, "Give a name.").max(120, "A name has at most 120 characters.");

const Role = z.enum(ROLES, "Choose a role.");

// What people are called in notes: written without "@", each only once.
const Names = z
  .array(Line.max(60, "An alias or handle has at most 60 characters."))
  .max(20, "Give at most 20 aliases and 20 handles.")
  .transform((names) => unique(names.map((name) => name.replace(/^@+/, "").trim()).filter(Boolean)));

const WorkingDays = z
  .array(z.number().int().min(1).max(7))
  .min(1, "Choose at least one working day.")
  .transform((days) => [...new Set(days)].sort((a, b) => a - b));

export const AddPerson = z.object({
  name: PersonName,
  email: Email.nullable().default(null),
  role: Role,
  timeZone: TimeZone.optional(),
  aliases: Names.default([]),
  handles: Names.default([]),
  workingDays: WorkingDays.default([1, 2, 3, 4, 5]),
});
export type AddPerson = z.input<typeof AddPerson>;

/** What is left out stays as it is. */
export const ChangePerson = z.object({
  userId: Id,
  name: PersonName.optional(),
  email: Email.nullable().optional(),
  timeZone: TimeZone.optional(),
  aliases: Names.optional(),
  handles: Names.optional(),
  workingDays: WorkingDays.optional(),
  /** The actor's own password, which another e-mail address takes. */
  current: z.string().max(200).default(""),
});
export type ChangePerson = z.input<typeof ChangePerson>;

export const ChangeRole = z.object({ userId: Id, role: Role });
export type ChangeRole = z.input<typeof ChangeRole>;

export const NamePerson = z.object({ userId: Id });
export type NamePerson = z.input<typeof NamePerson>;

/** Somebody on the roster already, who may get an e-mail address with it, or somebody new. */
export const InvitePerson = z.union([
  z.object({ userId: Id, email: Email.optional() }),
  z.object({ name: PersonName, email: Email, role: Role }),
]);
export type InvitePerson = z.input<typeof InvitePerson>;

export const RevokeInvitation = z.object({ linkId: Id });
export type RevokeInvitation = z.input<typeof RevokeInvitation>;

export const AcceptInvitation = z.object({
  token: z.string().max(100),
  name: PersonName,
  password: NewPassword,
});
export type AcceptInvitation = z.input<typeof AcceptInvitation>;

export const AskForPassword = z.object({ email: Email, address: z.string().max(64).nullable() });
export type AskForPassword = z.input<typeof AskForPassword>;

export const ChoosePassword = z.object({ token: z.string().max(100), password: NewPassword });
export type ChoosePassword = z.input<typeof ChoosePassword>;

export const ChangePassword = z.object({
  current: z.string().min(1, "Give your current password.").max(200),
  next: NewPassword,
  /** The session that a new one takes the place of; all others of this person end. */
  sessionId: Id,
});
export type ChangePassword = z.input<typeof ChangePassword>;

function unique(names: string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
