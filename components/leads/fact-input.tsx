import { DateField } from "#components/ui/date-field";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import { TextInput } from "#components/ui/text-input";
import { AMOUNT_HELP, parseAmount } from "#lib/format/amount";
import type { EditLead } from "#lib/leads/schema";

type Facts = EditLead["facts"];

/** A part of a fact as it is typed; "" stands for none. */
export type FactField = {
  name: keyof Facts & string;
  label: string;
  value: string;
  kind?: "text" | "email" | "area" | "date" | "amount";
  options?: { value: string; label: string }[];
};

type FactInputProps = { field: FactField; value: string; first: boolean; onChange: (value: string) => void };

/** The control for a part of a fact; the first of them takes the focus. */
export function FactInput({ field, value, first, onChange }: FactInputProps) {
  const shared = { label: field.label, hideLabel: true, value, ref: first ? takeFocus : undefined } as const;
  if (field.options)
    return (
      <Select {...shared} options={field.options} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  if (field.kind === "area")
    return <TextArea {...shared} rows={4} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (field.kind === "date")
    return <DateField {...shared} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <TextInput
      {...shared}
      type={field.kind === "email" ? "email" : "text"}
      inputMode={field.kind === "amount" ? "decimal" : undefined}
      placeholder={field.kind === "amount" ? "12,000.00" : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What was typed, as the facts it stands for, or what is wrong with it. */
export function factsOf(
  fields: FactField[],
  values: Record<string, string>,
): { ok: true; facts: Facts } | { ok: false; message: string } {
  const facts: Record<string, string | number | null> = {};
  for (const { name, kind } of fields) {
    const typed = values[name]?.trim() ?? "";
    if (kind !== "amount" || !typed) {
      facts[name] = typed || (name === "name" ? "" : null);
      continue;
    }
    const amount = parseAmount(typed);
    if (amount === null) return { ok: false, message: AMOUNT_HELP };
    facts[name] = amount;
  }
  return { ok: true, facts };
}

function takeFocus(control: HTMLElement | null): void {
  control?.focus({ preventScroll: true });
}
