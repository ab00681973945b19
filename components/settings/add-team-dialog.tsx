"use client";

import { useState } from "react";
import { FormDialog } from "#components/settings/form-dialog";
import { Button } from "#components/ui/button";
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
      {open && (
        <FormDialog
          id="add-team"
          title="Create a team"
          action={action}
          submit="Create the team"
          submitting="Creating"
          onClose={() => setOpen(false)}
        >
          {(errors) => (
            <TextInput
              label="Name"
              name="name"
              required
              maxLength={80}
              autoComplete="off"
              error={errors.name}
            />
          )}
        </FormDialog>
      )}
    </>
  );
}
