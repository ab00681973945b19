"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { DateField } from "#components/ui/date-field";
import { type Option, Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import { TextArea } from "#components/ui/text-area";
import { TextInput } from "#components/ui/text-input";
import { TextLink } from "#components/ui/text-link";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";
import type { FormAction } from "#lib/web/door";

type LeadFormProps = {
  action: FormAction;
  people: { id: string; name: string }[];
  /** From the server: a browser may name countries otherwise. */
  countries: Option[];
  me: string;
};

/** Everything one may know of a new lead; only the name is needed. */
export function LeadForm({ action, people, countries, me }: LeadFormProps) {
  const router = useRouter();
  const { outcome, refusal, pending, form } = useFormAction(action);
  const errors = refusal?.fields ?? {};
  const added = outcome?.ok ? (outcome.value as { leadId: string }).leadId : null;
  useEffect(() => {
    if (added) router.push(`/leads/${added}`);
  }, [added, router]);
  return (
    <form {...form} aria-label="New lead" className="flex max-w-160 flex-col gap-4">
      <div className={two}>
        <TextInput label="Name" name="name" required maxLength={200} autoComplete="off" error={errors.name} />
        <TextInput
          label="Greeted as"
          name="firstName"
          maxLength={80}
          autoComplete="off"
          help="What stands after “Hello”."
          error={errors.firstName}
        />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          maxLength={254}
          autoComplete="off"
          error={errors.email}
        />
        <TextInput label="Phone" name="phone" maxLength={60} autoComplete="off" error={errors.phone} />
        <TextInput label="Company" name="company" maxLength={200} autoComplete="off" error={errors.company} />
        <TextInput label="Title" name="title" maxLength={200} autoComplete="off" error={errors.title} />
        <Select label="Country" name="country" options={countries} error={errors.country} />
        <TextInput
          label="Came from"
          name="origin"
          maxLength={200}
          autoComplete="off"
          help="A trade fair, the web site."
          error={errors.origin}
        />
      </div>
      <div className={two}>
        <Select
          label="Stage"
          name="stage"
          defaultValue="new"
          options={STAGE_ORDER.map((stage) => ({ value: stage, label: STAGE_NAMES[stage] }))}
        />
        <Select
          label="Owner"
          name="ownerId"
          defaultValue={me}
          options={[
            { value: "", label: "Nobody" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errors.ownerId}
        />
        <TextInput
          label="Deal"
          name="amount"
          inputMode="decimal"
          placeholder="12,000.00"
          autoComplete="off"
          error={errors.amountCents}
        />
        <TextInput
          label="Currency"
          name="currency"
          defaultValue="CAD"
          maxLength={3}
          autoComplete="off"
          error={errors.currency}
        />
        <TextInput
          label="Next step"
          name="nextStep"
          maxLength={300}
          autoComplete="off"
          error={errors.nextStep}
        />
        <DateField label="On which day" name="nextStepOn" error={errors.nextStepOn} />
      </div>
      <TextArea
        label="Description"
        name="description"
        maxLength={20_000}
        rows={4}
        error={errors.description}
      />
      <p className="text-xs text-muted text-pretty">
        Adding somebody gives no consent to write to them. Record it on their page, with what proves it.
      </p>
      <RefusalText refusal={refusal} />
      <Twin detail={refusal?.detail} />
      <div>
        <SubmitButton pending={pending || added !== null} pendingLabel="Adding" kbd="mod+Enter">
          Add the lead
        </SubmitButton>
      </div>
    </form>
  );
}

const two = "grid gap-3 md:grid-cols-2";

/** The way to the lead that has the address already. */
function Twin({ detail }: { detail: unknown }) {
  if (typeof detail !== "object" || detail === null || !("twin" in detail)) return null;
  const { leadId, name } = detail.twin as { leadId: string; name: string };
  return (
    <p>
      <TextLink href={`/leads/${leadId}`}>Open {name}</TextLink>
    </p>
  );
}
