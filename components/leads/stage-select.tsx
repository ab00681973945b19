"use client";

import { useOptimistic, useState, useTransition } from "react";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { reach } from "#components/shell/reach";
import { FormError } from "#components/ui/form-error";
import { Select } from "#components/ui/select";
import type { LeadStage } from "#drizzle/schema/leads";
import { STAGE_NAMES, STAGE_ORDER } from "#lib/format/lead-stages";

type StageSelectProps = {
  lead: { id: string; version: number; stage: LeadStage };
  move: LeadVerbs["move"];
};

/** The stage of a lead; choosing another one moves it at once. */
export function StageSelect({ lead, move }: StageSelectProps) {
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const [shown, show] = useOptimistic(lead.stage);
  const choose = (stage: LeadStage) =>
    start(async () => {
      show(stage);
      const outcome = await reach(() => move({ leadId: lead.id, version: lead.version, stage }));
      setError(outcome.ok ? null : outcome.message);
    });
  return (
    <span className="flex flex-col gap-1">
      <Select
        label="Stage"
        hideLabel
        value={shown}
        options={STAGE_ORDER.map((stage) => ({ value: stage, label: STAGE_NAMES[stage] }))}
        aria-busy={pending}
        onChange={(event) => choose(event.currentTarget.value as LeadStage)}
      />
      <FormError>{error}</FormError>
    </span>
  );
}
