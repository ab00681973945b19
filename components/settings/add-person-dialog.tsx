"use client";

import { useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { MailsLink, OnItsWay } from "#components/settings/invitation-mail";
import { LinkOnce } from "#components/settings/link-once";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { Dialog } from "#components/ui/dialog";
import { type Option, Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { NewInvitation } from "#lib/users/invite-person";
import type { MailedInvitation } from "#lib/users/mail-invitation";
import type { FormAction } from "#lib/web/door";

type AddPersonDialogProps = {
  /** Puts somebody on the roster; answers with an invitation where one was asked for. */
  action: FormAction;
  /** The roles the reader may give. */
  roles: Option[];
  /** Whether invitations can be mailed. */
  mails: boolean;
};

/** Adds a person to the roster, with a link to join unless they only need to be named. */
export function AddPersonDialog(props: AddPersonDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        Add a person
      </Button>
      {open && <OpenDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ action, roles, mails, onClose }: AddPersonDialogProps & { onClose: () => void }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const [invites, setInvites] = useState(true);
  const invitation = outcome?.ok ? (outcome.value as Added) : null;
  const errors = refusal?.fields ?? {};
  if (invitation) return <AddedDialog invitation={invitation} onClose={onClose} />;
  const foot = (
    <>
      <SubmitButton form="add-person" pending={pending} pendingLabel="Adding">
        {invites ? (mails ? "Add and invite" : "Add and make a link") : "Add to the roster"}
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title="Add a person" foot={foot}>
      <form {...form} id="add-person" className="flex flex-col gap-3">
        <TextInput label="Name" name="name" required maxLength={120} error={errors.name} autoComplete="off" />
        <Select
          label="Role"
          name="role"
          options={roles}
          defaultValue="member"
          help={roleHelp}
          error={errors.role}
        />
        <Check
          label={mails ? "They sign in: invite them" : "They sign in: make an invitation link"}
          name="invites"
          checked={invites}
          onChange={(event) => setInvites(event.target.checked)}
        />
        <TextInput
          label={invites ? "E-mail" : "E-mail, if there is one"}
          name="email"
          type="email"
          required={invites}
          autoComplete="off"
          error={errors.email}
        />
        {mails && invites && <MailsLink />}
        <RefusalText refusal={refusal} />
      </form>
    </Dialog>
  );
}

const roleHelp =
  "Viewers read what is open to all. Members bring in sources and review. Leaders approve everything they see. Admins also manage people.";

type Added = Partial<NewInvitation & MailedInvitation>;

function AddedDialog({ invitation, onClose }: { invitation: Added; onClose: () => void }) {
  if (invitation.mailedTo)
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="Added and invited"
        foot={<Button onClick={onClose}>Done</Button>}
      >
        <OnItsWay to={invitation.mailedTo} />
      </Dialog>
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={invitation.token ? "Added. Send them this link" : "Added to the roster"}
      foot={<Button onClick={onClose}>Done</Button>}
    >
      {invitation.token ? (
        <LinkOnce
          path={`/invitation/${invitation.token}`}
          help="It is shown this once, works once, and for 7 days."
        />
      ) : (
        <p className="text-muted">
          They can be named as an owner. They can’t sign in until they are invited.
        </p>
      )}
    </Dialog>
  );
}
