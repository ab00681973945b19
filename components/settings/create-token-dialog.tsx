"use client";

import { useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SecretOnce } from "#components/settings/secret-once";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { Dialog } from "#components/ui/dialog";
import { Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { TokenScope } from "#drizzle/schema/tokens";
import type { NewToken } from "#lib/tokens/create-token";
import type { FormAction } from "#lib/web/door";

type CreateTokenDialogProps = {
  action: FormAction;
  /** What the person's role goes as far as. */
  scopes: TokenScope[];
};

/** Makes an API token, and shows its secret this once. */
export function CreateTokenDialog(props: CreateTokenDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        Create a token
      </Button>
      {open && <OpenDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ action, scopes, onClose }: CreateTokenDialogProps & { onClose: () => void }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const made = outcome?.ok ? (outcome.value as NewToken) : null;
  const foot = made ? (
    <Button onClick={onClose}>Close</Button>
  ) : (
    <>
      <SubmitButton form="create-token" pending={pending} pendingLabel="Creating">
        Create the token
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title={made ? "The token was made" : "Create a token"} foot={foot}>
      {made ? (
        <SecretOnce secret={made.secret} />
      ) : (
        <form {...form} id="create-token" className="flex flex-col gap-3">
          <TextInput
            label="Name"
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            help="The program it is for, so that you know it again."
            error={refusal?.fields?.name}
          />
          <Scopes scopes={scopes} error={refusal?.fields?.scopes} />
          <Select
            label="Works for"
            name="days"
            options={SPANS}
            defaultValue="90"
            error={refusal?.fields?.days}
          />
          <RefusalText refusal={refusal} />
        </form>
      )}
    </Dialog>
  );
}

function Scopes({ scopes, error }: { scopes: TokenScope[]; error?: string }) {
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium">It may</legend>
      <div className="flex flex-col gap-1">
        {scopes.map((scope) => (
          <Check key={scope} label={MEANINGS[scope]} name="scopes" value={scope} />
        ))}
      </div>
      {error && <p className="mt-1 text-xs text-danger-text">{error}</p>}
    </fieldset>
  );
}

const MEANINGS: Record<TokenScope, string> = {
  "sources:read": "read sources and runs",
  "sources:write": "bring in sources, start and stop runs",
  "drafts:read": "read drafts",
  "records:read": "read actions, decisions, promises, questions, blockers and documents",
  "records:write": "complete, reopen and reassign actions, and confirm, own and end blockers",
  "deliveries:read": "read deliveries",
  "leads:read": "read leads, and whether they may be written to",
  "leads:write": "add leads, and notes to them",
  "search:read": "search sources, records, leads and people by their words",
};

const SPANS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "a year" },
];
