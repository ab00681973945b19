import { AppError } from "#lib/errors";
import { AMOUNT_HELP, parseAmount } from "#lib/format/amount";
import type { CreateLead } from "#lib/leads/schema";

const TEXTS = [
  "name",
  "firstName",
  "email",
  "company",
  "title",
  "phone",
  "country",
  "origin",
  "nextStep",
  "nextStepOn",
  "description",
  "ownerId",
] as const;

/** What was filled in on the form of a new lead. It only looks typed: the verb parses it. `invalid` for an amount that can't be read. */
export function leadOfForm(form: FormData): CreateLead {
  const typed = (name: string) => String(form.get(name) ?? "").trim();
  const texts = TEXTS.map((name) => [name, typed(name) || (name === "name" ? "" : null)]);
  const amount = typed("amount");
  const amountCents = amount ? parseAmount(amount) : null;
  if (amount && amountCents === null)
    throw new AppError("invalid", AMOUNT_HELP, { fields: { amountCents: AMOUNT_HELP } });
  const deal = amountCents === null ? {} : { amountCents, currency: typed("currency") };
  return { ...Object.fromEntries(texts), ...deal, stage: typed("stage") || undefined } as CreateLead;
}
