"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { NewPassword } from "#components/auth/join-form";
import { RefusalText } from "#components/auth/refusal-text";
import { Step } from "#components/auth/step";
import { TimeZoneField, useBrowserTimeZone } from "#components/settings/time-zone-field";
import { Button } from "#components/ui/button";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type SetupFormProps = { action: FormAction; token: string; writer: string };

/** The first visit: the admin's account, then the company. Both are sent at once, so neither exists without the other. */
export function SetupForm({ action, token, writer }: SetupFormProps) {
  const { refusal, pending, form } = useFormAction(action);
  const [atCompany, setAtCompany] = useState(false);
  const [email, setEmail] = useState("");
  const company = useRef<HTMLInputElement>(null);
  const errors = refusal?.fields ?? {};
  const wrongAccount = errors.name ?? errors.email ?? errors.password;
  useEffect(() => {
    if (wrongAccount) setAtCompany(false);
  }, [wrongAccount]);
  useEffect(() => {
    if (atCompany) company.current?.focus();
  }, [atCompany]);

  function submit(event: FormEvent<HTMLFormElement>) {
    if (atCompany) return form.onSubmit(event);
    event.preventDefault();
    setEmail(String(new FormData(event.currentTarget).get("email")));
    setAtCompany(true);
  }

  return (
    <form action={form.action} onSubmit={submit}>
      <input type="hidden" name="token" value={token} />
      <ol>
        <Step
          state={atCompany ? "done" : "now"}
          label="Your account"
          detail={atCompany ? `${email}, admin` : "admin"}
        >
          <Fields hidden={atCompany}>
            <Account errors={errors} />
          </Fields>
        </Step>
        <Step state={atCompany ? "now" : "later"} label="Company and time zone">
          <Fields hidden={!atCompany}>
            <TextInput
              ref={company}
              label="Company"
              name="company"
              autoComplete="organization"
              required={atCompany}
              maxLength={120}
              error={errors.company}
            />
            <BrowserZone error={errors.timeZone} />
          </Fields>
        </Step>
        <Step state="later" label="Who writes" detail={writer} />
      </ol>
      <div className="mt-3.5 flex flex-col gap-2">
        <RefusalText refusal={refusal} />
        <div className="flex gap-2">
          <SubmitButton pending={pending} pendingLabel="Setting up">
            {atCompany ? "Set up Countersign" : "Continue"}
          </SubmitButton>
          {atCompany && (
            <Button tone="quiet" onClick={() => setAtCompany(false)}>
              Back
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

// Hidden parts stay in the form: what was filled in there is sent too.
function Fields({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  return (
    <div hidden={hidden}>
      <div className="flex flex-col gap-3 pt-2 pb-3">{children}</div>
    </div>
  );
}

function Account({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextInput label="Name" name="name" autoComplete="name" required maxLength={120} error={errors.name} />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        help="You sign in with this address."
        error={errors.email}
      />
      <NewPassword error={errors.password} />
    </>
  );
}

function BrowserZone({ error }: { error?: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const own = useBrowserTimeZone();
  return <TimeZoneField value={chosen ?? own} onChange={setChosen} error={error} />;
}
