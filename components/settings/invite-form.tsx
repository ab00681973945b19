"use client";

import { useRef, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { MailsLink, OnItsWay } from "#components/settings/invitation-mail";
import { LinkOnce } from "#components/settings/link-once";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { NewInvitation } from "#lib/users/invite-person";
import type { MailedInvitation } from "#lib/users/mail-invitation";
import type { FormAction } from "#lib/web/door";

type InviteFormProps = {
  action: FormAction;
  userId: string;
  /** The verb with its object. */
  label: string;
  help?: string;
  /** Said in a question before anything is done, where it can't be taken back. */
  question?: string;
  /** Whether the person has no e-mail address yet, without which nobody signs in. */
  needsEmail?: boolean;
  /** Whether the link can be mailed instead of shown. */
  mails?: boolean;
};

/** Makes an invitation for somebody on the roster and shows its link, this once, or has it mailed. */
export function InviteForm(props: InviteFormProps) {
  const { action, userId, label, help, question, needsEmail, mails } = props;
  const { outcome, refusal, pending, form } = useFormAction(action);
  const [asking, setAsking] = useState(false);
  const sent = useRef<HTMLFormElement>(null);
  if (outcome?.ok) {
    const made = outcome.value as NewInvitation | MailedInvitation;
    if ("mailedTo" in made) return <OnItsWay to={made.mailedTo} />;
    return (
      <LinkOnce
        label={made.purpose === "password" ? "Link for a new password" : undefined}
        path={`/${made.purpose}/${made.token}`}
        help="It is shown this once, works once, and for 7 days."
      />
    );
  }
  return (
    <form ref={sent} {...form} className="flex flex-col items-start gap-3">
      <input type="hidden" name="userId" value={userId} />
      {help && <p className="text-muted text-pretty">{help}</p>}
      {needsEmail && (
        <TextInput label="E-mail" name="email" type="email" required error={refusal?.fields?.email} />
      )}
      {mails && <MailsLink />}
      <RefusalText refusal={refusal} />
      {question ? (
        <Button icon="link" pending={pending} onClick={() => setAsking(true)}>
          {label}
        </Button>
      ) : (
        <SubmitButton tone="default" icon="link" pending={pending}>
          {label}
        </SubmitButton>
      )}
      {question && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={`${label}?`}
          confirm={label}
          onConfirm={() => {
            setAsking(false);
            sent.current?.requestSubmit();
          }}
          pending={pending}
        >
          {question}
        </ConfirmDialog>
      )}
    </form>
  );
}
