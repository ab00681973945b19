"use client";

import { useState } from "react";
import { FormDialog } from "#components/settings/form-dialog";
import { PickerField } from "#components/settings/picker-field";
import { Button } from "#components/ui/button";
import type { Choice } from "#components/ui/picker";
import type { SlackPersonRow } from "#lib/slack/queries";
import type { FormAction } from "#lib/web/door";

type SlackPersonDialogProps = { row: SlackPersonRow; people: Choice[]; link: FormAction };

/** Says who of ours somebody in Slack is, or that they are nobody. */
export function SlackPersonDialog({ row, people, link }: SlackPersonDialogProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(row.userId ?? "");
  const name = row.name || row.slackUserId;
  return (
    <>
      <Button size="sm" aria-label={`Say who ${name} is`} onClick={() => setOpen(true)}>
        Say who
      </Button>
      {open && (
        <FormDialog
          id={`slack-person-${row.slackUserId}`}
          title={`Who is ${name}?`}
          action={link}
          submit="Save who it is"
          submitting="Saving"
          onClose={() => setOpen(false)}
        >
          {(errors) => (
            <>
              <input type="hidden" name="slackUserId" value={row.slackUserId} />
              <PickerField
                label="Person"
                name="userId"
                choices={[{ id: "", label: "Nobody here" }, ...people]}
                value={chosen}
                onChange={(id) => setChosen(id ?? "")}
                error={errors.userId}
              />
              <p className="text-xs text-muted text-pretty">
                What they write from now on is kept as this person’s update. What they wrote before was not
                kept: they post it again.
              </p>
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
