"use server";

import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import { AMOUNT_HELP, parseAmount } from "#lib/format/amount";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

type Before = Outcome<unknown> | null;

/** "" as the amount means no limit. */
export async function setBudgetAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const amount = String(form.get("amount") ?? "")
    .trim()
    .replace(/^\$/, "");
  const monthCents = amount === "" ? null : parseAmount(amount);
  if (amount !== "" && monthCents === null)
    return { ok: false, code: "invalid", message: AMOUNT_HELP, fields: { amount: AMOUNT_HELP } };
  return actionDoor(setBudget, { ...seenOf(form), monthCents });
}

/** "" as the minutes means that nobody knows. */
export async function setBaselineAction(_: Before, sent: FormData): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const minutes = String(form.get("minutes") ?? "").trim();
  return actionDoor(setBaseline, { ...seenOf(form), minutes: minutes === "" ? null : Number(minutes) });
}

function seenOf(form: FormData): { workflow: string; version: number } {
  return { workflow: String(form.get("workflow") ?? ""), version: Number(form.get("version")) };
}
