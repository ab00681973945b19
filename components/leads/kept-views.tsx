"use client";

import { useState, useTransition } from "react";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { FormFoot } from "#components/ui/form-foot";
import { IconButton } from "#components/ui/icon-button";
import { PageLink } from "#components/ui/page-link";
import { TextInput } from "#components/ui/text-input";
import type { DropFilter, KeepLeadFilter, KeptLeadFilter } from "#lib/filters/schema";
import { addressOf, type Query } from "#lib/format/address";
import type { Outcome } from "#lib/web/door";

type KeptViewsProps = {
  kept: KeptLeadFilter[];
  /** What the address says of the list now. */
  filters: Query;
  keep: (input: KeepLeadFilter) => Promise<Outcome<unknown>>;
  drop: (input: DropFilter) => Promise<Outcome<unknown>>;
};

const FORM = "keep-view";

/** The views of the leads that somebody keeps, and the way to keep the one that is shown. */
export function KeptViews({ kept, filters, keep, drop }: KeptViewsProps) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const here = addressOf("/leads", filters);
  const current = kept.find((view) => hrefOf(view) === here);
  const narrowed = here !== "/leads";
  if (kept.length === 0 && !narrowed) return null;
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 border-b px-4 py-1.5 text-xs md:px-6">
      {kept.map((view) => (
        <span key={view.id} className="inline-flex items-center">
          <PageLink href={hrefOf(view)} aria-current={view === current ? "true" : undefined} className={look}>
            {view.name}
          </PageLink>
          {view === current && (
            <IconButton
              icon="close"
              size="sm"
              label={`Drop the view ${view.name}`}
              onClick={() => start(async () => void (await reach(() => drop({ filterId: view.id }))))}
            />
          )}
        </span>
      ))}
      {narrowed && !current && (
        <Button size="sm" tone="quiet" icon="plus" onClick={() => setAsking(true)}>
          Keep this view
        </Button>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Keep this view"
        foot={
          <FormFoot form={FORM} pending={pending} onCancel={() => setAsking(false)}>
            Keep the view
          </FormFoot>
        }
      >
        <form
          id={FORM}
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get("name") ?? "");
            start(async () => {
              const outcome = await reach(() => keep({ name, filter: filters as KeepLeadFilter["filter"] }));
              setError(outcome.ok ? null : outcome.message);
              if (outcome.ok) setAsking(false);
            });
          }}
        >
          <TextInput label="Name" name="name" required maxLength={60} autoComplete="off" error={error} />
        </form>
      </Dialog>
    </div>
  );
}

const look =
  "flex h-(--size-control-sm) items-center rounded-md px-2 text-muted hover:bg-hover aria-current:bg-selected aria-current:font-medium aria-current:text-ink";

function hrefOf({ filter }: KeptLeadFilter): string {
  const { words, stage, who, quiet, consent } = filter;
  return addressOf("/leads", { words, stage, who, quiet, consent });
}
