import { z } from "zod";
import { Line, Version, Words } from "#lib/inputs/schema";

const CadenceDays = z
  .array(z.number().int().min(0).max(365))
  .min(1, "A cadence has at least one day.")
  .max(12, "A cadence has at most twelve days.")
  .refine(
    (days) => days.every((day, n) => n === 0 || day > days[n - 1]!),
    "Write the days from the first to the last.",
  );

/** Who the company is in its mails, and how much it sends. `version` is the one that was seen. */
export const ChangeOutreach = z.object({
  businessName: Line.max(120, "A business name has at most 120 characters."),
  mailingAddress: Line.max(240, "A mailing address has at most 240 characters."),
  contact: Line.max(120, "A contact has at most 120 characters."),
  cadenceDays: CadenceDays,
  quietDays: z.number().int().min(3, "Wait at least three days.").max(180, "Wait at most 180 days."),
  dailyCap: z.number().int().min(1).max(500, "At most 500 drafts a day."),
  hourlyLimit: z.number().int().min(1).max(1000, "At most 1,000 mails an hour."),
  undoSeconds: z.number().int().min(10, "At least ten seconds.").max(600, "At most ten minutes."),
  version: Version.or(z.literal(0)),
});
export type ChangeOutreach = z.input<typeof ChangeOutreach>;

/** How one writes oneself. */
export const ChangeVoice = z.object({
  signature: Words.max(300, "A signature has at most 300 characters."),
  tone: Words.max(500, "Say how you write in 500 characters."),
  version: Version.or(z.literal(0)),
});
export type ChangeVoice = z.input<typeof ChangeVoice>;
