"use client";

import { useEffect, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** Creates a team. Its lead and members are chosen on its page. */
export function AddTeamDialog({ action }: { action: FormAction }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        Create a team
      </Button>
      {open && <OpenDialog action={action} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ action, onClose }: { action: FormAction; onClose: () => void }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const done = outcome?.ok;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const foot = (
    <>
      <SubmitButton form="add-team" pending={pending} pendingLabel="Creating">
        Create the team
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title="Create a team" foot={foot}>
      <form {...form} id="add-team" className="flex flex-col gap-3">
        <TextInput
          label="Name"
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          error={refusal?.fields?.name}
        />
        <RefusalText refusal={refusal} />
      </form>
    </Dialog>
  );
}
