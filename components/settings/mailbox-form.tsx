"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type Errors = Record<string, string>;
type MailboxFormProps = { action: FormAction; name: string; address: string };

const TLS = [
  { value: "at-once", label: "TLS from the first byte" },
  { value: "starttls", label: "STARTTLS" },
];
const AUTHS = [
  { value: "password", label: "Password" },
  { value: "oauth2", label: "OAuth2" },
];

/** Where one's mail leaves and its answers come in. It is tried before it is kept. */
export function MailboxForm({ action, name, address }: MailboxFormProps) {
  const [auth, setAuth] = useState("password");
  return (
    <SettingsForm action={action} save="Connect the mailbox" saved="Connected">
      {(errors) => (
        <>
          <TextInput
            label="Name"
            name="name"
            defaultValue={name}
            required
            maxLength={120}
            error={errors.name}
          />
          <TextInput
            label="Address"
            name="address"
            type="email"
            defaultValue={address}
            required
            error={errors.address}
          />
          <HostFields label="Sending (SMTP)" prefix="smtp" port="465" errors={errors} required />
          <HostFields label="Reading (IMAP)" prefix="imap" port="993" errors={errors} />
          <TextInput
            label="User name"
            name="user"
            defaultValue={address}
            autoComplete="off"
            required
            error={errors.user}
          />
          <Select
            label="Signs in with"
            name="auth"
            options={AUTHS}
            value={auth}
            onChange={(event) => setAuth(event.currentTarget.value)}
          />
          {auth === "password" ? (
            <TextInput
              label="Password"
              name="pass"
              type="password"
              autoComplete="off"
              required
              help="Encrypted, and never shown again. Many providers have you make one for an app."
              error={errors["secret.pass"] ?? errors.secret}
            />
          ) : (
            <OAuthFields errors={errors} />
          )}
        </>
      )}
    </SettingsForm>
  );
}

type HostFieldsProps = { label: string; prefix: string; port: string; errors: Errors; required?: boolean };

function HostFields({ label, prefix, port, errors, required }: HostFieldsProps) {
  return (
    <fieldset>
      <legend className="pb-2 font-medium">{label}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] gap-3">
        <TextInput
          label="Server"
          name={`${prefix}Host`}
          placeholder={`${prefix}.example.com`}
          required={required}
          help={required ? undefined : "Leave it empty, and answers are not read."}
          error={errors[`${prefix}.host`]}
        />
        <TextInput
          label="Port"
          name={`${prefix}Port`}
          defaultValue={port}
          inputMode="numeric"
          required={required}
          error={errors[`${prefix}.port`]}
        />
        <div className="col-span-2">
          <Select label="Encryption" name={`${prefix}Tls`} options={TLS} />
        </div>
      </div>
    </fieldset>
  );
}

function OAuthFields({ errors }: { errors: Errors }) {
  return (
    <>
      <TextInput
        label="Token address"
        name="tokenUrl"
        type="url"
        placeholder="https://oauth2.example.com/token"
        required
        error={errors["secret.tokenUrl"] ?? errors.secret}
      />
      <TextInput label="Client id" name="clientId" autoComplete="off" required />
      <TextInput label="Client secret" name="clientSecret" type="password" autoComplete="off" />
      <TextInput
        label="Refresh token"
        name="refreshToken"
        type="password"
        autoComplete="off"
        required
        help="All of this is encrypted, and never shown again."
      />
    </>
  );
}
