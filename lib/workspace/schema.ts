import { z } from "zod";
import { Line } from "#lib/inputs/schema";
import { Email, NewPassword } from "#lib/sessions/schema";
import { PersonName, TimeZone } from "#lib/users/schema";

const CompanyName = Line.min(1, "Give the company’s name.").max(
  120,
  "A company’s name has at most 120 characters.",
);

/** What the first visit asks: the admin's account and the company. */
export const SetUp = z.object({
  token: z.string().max(100),
  name: PersonName,
  email: Email,
  password: NewPassword,
  company: CompanyName,
  timeZone: TimeZone,
});
export type SetUp = z.input<typeof SetUp>;

export const ChangeCompany = z.object({ name: CompanyName, timeZone: TimeZone });
export type ChangeCompany = z.input<typeof ChangeCompany>;

export const RequireSecondFactor = z.object({ required: z.boolean() });
export type RequireSecondFactor = z.input<typeof RequireSecondFactor>;
