"use client";

import { useState } from "react";
import { KeptFilters } from "#components/review/kept-filters";
import { type QueueChoices, showLabels } from "#components/review/queue-parts";
import type { FilterVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Dialog } from "#components/ui/dialog";
import { FormFoot } from "#components/ui/form-foot";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { QueueNarrowing, QueueShow } from "#lib/drafts/view";

export type FilterDialogProps = {
  open: boolean;
  filter: QueueNarrowing;
  choices: QueueChoices;
  verbs: FilterVerbs;
  onClose: () => void;
  onChoose: (filter: QueueNarrowing) => void;
};

const FORM = "narrow-queue";

/** Asks what to narrow the queue down to, and keeps that under a name where it gets one. */
export function FilterDialog(props: FilterDialogProps) {
  const { open, onClose } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Narrow the queue down"
      foot={
        <FormFoot form={FORM} onCancel={onClose}>
          Show these
        </FormFoot>
      }
    >
      {open && <FilterForm {...props} />}
    </Dialog>
  );
}

function FilterForm({ filter, choices, verbs, onClose, onChoose }: FilterDialogProps) {
  const [show, setShow] = useState<QueueShow>(filter.show);
  const [workflow, setWorkflow] = useState(filter.workflow ?? "");
  const [by, setBy] = useState(filter.by ?? "");
  const [series, setSeries] = useState(filter.series ?? "");
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);

  async function submit() {
    const chosen = {
      show,
      workflow: workflow || undefined,
      by: by || undefined,
      series: series || undefined,
    };
    if (name.trim()) {
      const answer = await reach(() => verbs.keepFilter({ name, filter: chosen }));
      if (!answer.ok) return setError(answer.message);
    }
    onChoose(chosen);
    onClose();
  }

  return (
    <div className="flex flex-col gap-4">
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Select
          label="Part of the queue"
          value={show}
          options={Object.entries(showLabels).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setShow(event.currentTarget.value as QueueShow)}
        />
        {choices.workflows.length > 1 && (
          <Select
            label="Workflow"
            value={workflow}
            options={[
              { value: "", label: "Every workflow" },
              ...choices.workflows.map(({ key, label }) => ({ value: key, label })),
            ]}
            onChange={(event) => setWorkflow(event.currentTarget.value)}
          />
        )}
        <Select
          label="Brought in by"
          value={by}
          options={[
            { value: "", label: "Anybody" },
            ...choices.people.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        {choices.series.length > 0 && (
          <Select
            label="Series"
            value={series}
            options={[
              { value: "", label: "Every meeting" },
              ...choices.series.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            onChange={(event) => setSeries(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Keep it under a name, if you want"
          maxLength={60}
          value={name}
          error={error}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
      </form>
      <KeptFilters kept={choices.kept} verbs={verbs} />
    </div>
  );
}
