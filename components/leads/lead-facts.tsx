import { Deal } from "#components/leads/deal";
import { FactEditor } from "#components/leads/fact-editor";
import type { FactField } from "#components/leads/fact-input";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { StageSelect } from "#components/leads/stage-select";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { countryName, countryOptions } from "#lib/format/countries";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import type { LeadInFull } from "#lib/leads/queries";

type LeadFactsProps = {
  lead: LeadInFull;
  people: { id: string; name: string }[];
  me: string;
  today: string;
  verbs: Pick<LeadVerbs, "edit" | "move">;
};

const none = <span className="text-faint">none</span>;

/** How far it is with a lead: stage, owner, deal and what comes next. */
export function LeadProgress({ lead, people, me, today, verbs }: LeadFactsProps) {
  const shared = { lead, edit: lead.mayChange ? verbs.edit : null };
  const owners = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <dl className="py-1">
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-2 border-b py-1">
        <dt className="pt-0.5 text-faint">Stage</dt>
        <dd>{lead.mayChange ? <StageSelect lead={lead} move={verbs.move} /> : STAGE_NAMES[lead.stage]}</dd>
      </div>
      <FactEditor
        {...shared}
        label="Owner"
        fields={[
          {
            name: "ownerId",
            label: "Owner",
            value: lead.ownerId ?? "",
            options: [{ value: "", label: "Nobody" }, ...owners],
          },
        ]}
      >
        {lead.ownerName ? <Person name={lead.ownerName} me={lead.ownerId === me} /> : none}
      </FactEditor>
      <FactEditor
        {...shared}
        label="Deal"
        fields={[
          { name: "amountCents", label: "Amount", kind: "amount", value: amountOf(lead) },
          { name: "currency", label: "Currency, such as CAD", value: lead.currency ?? "CAD" },
        ]}
      >
        {lead.amountCents === null ? none : <Deal of={lead} />}
      </FactEditor>
      <FactEditor
        {...shared}
        label="Next step"
        fields={[
          { name: "nextStep", label: "Next step", value: lead.nextStep ?? "" },
          { name: "nextStepOn", label: "On which day", kind: "date", value: lead.nextStepOn ?? "" },
        ]}
      >
        {lead.nextStep ?? (lead.nextStepOn ? null : none)}
        {lead.nextStepOn && (
          <span className={`block text-xs ${lead.nextStepOn < today ? "text-danger-text" : "text-muted"}`}>
            <Day on={lead.nextStepOn} today={today} />
          </span>
        )}
      </FactEditor>
    </dl>
  );
}

/** Who a lead is, fact by fact. */
export function LeadFacts({ lead, verbs }: Pick<LeadFactsProps, "lead" | "verbs">) {
  const edit = lead.mayChange ? verbs.edit : null;
  return (
    <dl className="py-1">
      {FACTS.map(({ name, label, kind }) => (
        <FactEditor
          key={name}
          label={label}
          lead={lead}
          edit={edit}
          fields={[
            {
              ...{ name, label, kind, value: lead[name] ?? "" },
              options: name === "country" ? countryOptions(lead.country ?? "") : undefined,
            },
          ]}
        >
          {lead[name] ? <bdi>{name === "country" ? countryName(lead[name]) : lead[name]}</bdi> : none}
        </FactEditor>
      ))}
    </dl>
  );
}

type Written =
  | "name"
  | "firstName"
  | "email"
  | "company"
  | "title"
  | "phone"
  | "country"
  | "origin"
  | "description";

const FACTS: (Pick<FactField, "label" | "kind"> & { name: Written })[] = [
  { name: "name", label: "Name" },
  { name: "firstName", label: "Greeted as" },
  { name: "email", label: "E-mail", kind: "email" },
  { name: "company", label: "Company" },
  { name: "title", label: "Title" },
  { name: "phone", label: "Phone" },
  { name: "country", label: "Country" },
  { name: "origin", label: "Came from" },
  { name: "description", label: "Description", kind: "area" },
];

function amountOf({ amountCents }: LeadInFull): string {
  if (amountCents === null) return "";
  return amountCents % 100 === 0 ? String(amountCents / 100) : (amountCents / 100).toFixed(2);
}
