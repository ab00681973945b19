"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextInput } from "#components/ui/text-input";
import type { Outreach } from "#lib/outreach/queries";
import type { FormAction } from "#lib/web/door";

type OutreachFormProps = {
  action: FormAction;
  outreach: Outreach;
  /** Whether they may be changed; else they are only shown. */
  allowed: boolean;
};

/** Who the company is in its mails, when they are drafted, and how many. */
export function OutreachForm({ action, outreach, allowed }: OutreachFormProps) {
  if (!allowed) return <Shown outreach={outreach} />;
  return (
    <SettingsForm action={action} save="Save for the company">
      {(errors) => (
        <>
          <input type="hidden" name="version" value={outreach.version} />
          {IDENTITY.map(({ name, ...line }) => (
            <TextInput key={name} name={name} {...line} defaultValue={outreach[name]} error={errors[name]} />
          ))}
          <TextInput
            label="Days of a cadence"
            name="cadenceDays"
            defaultValue={outreach.cadenceDays.join(", ")}
            maxLength={60}
            help="Counted from the first mail. Weekends and days off move to the next working day."
            error={errors.cadenceDays}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            {NUMBERS.map(({ name, label, min, max }) => (
              <TextInput
                key={name}
                label={label}
                name={name}
                type="number"
                min={min}
                max={max}
                defaultValue={outreach[name]}
                required
                error={errors[name]}
              />
            ))}
          </div>
        </>
      )}
    </SettingsForm>
  );
}

/** What the law asks each mail to say of who sends it. */
const IDENTITY = [
  { name: "businessName", label: "Business name", maxLength: 120, autoComplete: "organization" },
  { name: "mailingAddress", label: "Mailing address", maxLength: 240, autoComplete: "street-address" },
  {
    name: "contact",
    label: "Contact",
    maxLength: 120,
    help: "A phone number, an address to write to, or a page.",
  },
] as const;

const NUMBERS = [
  { name: "quietDays", label: "Quiet after, in days", min: 3, max: 180 },
  { name: "dailyCap", label: "Drafts a day for each person", min: 1, max: 500 },
  { name: "hourlyLimit", label: "Mails an hour by each mailbox", min: 1, max: 1000 },
  { name: "undoSeconds", label: "Seconds to undo an approval", min: 10, max: 600 },
] as const;

function Shown({ outreach }: { outreach: Outreach }) {
  const lines = [outreach.businessName, outreach.mailingAddress, outreach.contact].filter(Boolean);
  return (
    <div className="pt-3 text-sm">
      {lines.length ? (
        <p className="text-pretty">{lines.join(", ")}</p>
      ) : (
        <p className="text-muted">Nothing yet.</p>
      )}
      <p className="mt-1 text-muted">
        A cadence has its mails on day {outreach.cadenceDays.join(", ")}. Leaders and admins change this.
      </p>
    </div>
  );
}
