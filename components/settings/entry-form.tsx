"use client";

import { useState } from "react";
import { CurrentPassword } from "#components/settings/current-password";
import { SettingsForm } from "#components/settings/settings-form";
import { TimeZoneField } from "#components/settings/time-zone-field";
import { errorOf, WeekDays } from "#components/settings/week-days";
import { TextInput } from "#components/ui/text-input";
import type { Person } from "#lib/users/queries";
import type { FormAction } from "#lib/web/door";

type EntryFormProps = {
  action: FormAction;
  person: Omit<Person, "deactivatedAt">;
  /** Whether the e-mail address can be changed too, which only admins do. */
  withEmail?: boolean;
  /** Whether name, aliases and handles can be changed; else they are only shown. */
  withNames: boolean;
};

/** What the roster says of a person: the names they are found by in notes, where and when they work. */
export function EntryForm({ action, person, withEmail, withNames }: EntryFormProps) {
  const [timeZone, setTimeZone] = useState(person.timeZone);
  return (
    <SettingsForm action={action} save="Save the entry">
      {(errors) => (
        <>
          <input type="hidden" name="userId" value={person.id} />
          {withNames ? <Names person={person} errors={errors} /> : <FixedNames person={person} />}
          {withEmail && <Email person={person} errors={errors} />}
          <TimeZoneField value={timeZone} onChange={setTimeZone} error={errors.timeZone} />
          <WeekDays
            legend="Working days"
            name="workingDays"
            days={person.workingDays}
            error={errorOf(errors, "workingDays")}
          />
        </>
      )}
    </SettingsForm>
  );
}

type NamesProps = { person: EntryFormProps["person"]; errors: Record<string, string> };

/** An e-mail address is what somebody signs in with, so another one takes the password of whoever changes it. */
function Email({ person, errors }: NamesProps) {
  const [email, setEmail] = useState(person.email ?? "");
  return (
    <>
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        required={person.joined}
        error={errors.email}
      />
      {email !== (person.email ?? "") && (
        <CurrentPassword
          error={errors.current}
          help="Another e-mail address takes your own password. Leave it empty if you have none."
          required={false}
        />
      )}
    </>
  );
}

function Names({ person, errors }: NamesProps) {
  return (
    <>
      <TextInput
        label="Name"
        name="name"
        defaultValue={person.name}
        required
        maxLength={120}
        error={errors.name}
      />
      <TextInput
        label="Also called"
        name="aliases"
        defaultValue={person.aliases.join(", ")}
        help="Short names and spellings in notes, separated by commas."
        error={errorOf(errors, "aliases")}
      />
      <TextInput
        label="Handles"
        name="handles"
        defaultValue={person.handles.join(", ")}
        help="As in @handle on chat and code, separated by commas."
        error={errorOf(errors, "handles")}
      />
    </>
  );
}

/** Nobody chooses for themselves what they are called: who is named in notes may see them. */
function FixedNames({ person: { name, aliases, handles } }: Pick<NamesProps, "person">) {
  const called = [...aliases, ...handles.map((handle) => `@${handle}`)].join(", ");
  return (
    <p className="text-pretty">
      <span className="font-medium">{name}</span>
      {called && <span className="text-muted">, also called {called}</span>}
      <span className="block text-xs text-muted">
        What you are called decides what is yours in notes. A leader or an admin changes it.
      </span>
    </p>
  );
}
