import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

/** Says why a list of leads is empty, and what comes next. */
export function NoLeads({ narrowed, mayAdd }: { narrowed: boolean; mayAdd: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title="No lead fits"
        actions={<LinkButton href="/leads?stage=any">Show all leads</LinkButton>}
      >
        The list is narrowed down by words, a stage, an owner or how long nothing happened. Leads that were
        won or lost stand under their stage.
      </EmptyState>
    );
  return (
    <EmptyState
      title="There are no open leads"
      actions={
        mayAdd && (
          <>
            <LinkButton href="/leads/new" icon="plus">
              New lead
            </LinkButton>
            <LinkButton href="/leads/import" icon="upload" tone="quiet">
              Import leads
            </LinkButton>
          </>
        )
      }
    >
      A lead is somebody outside who may buy. What they wrote and said is kept with them, and follow-ups are
      drafted from that alone.
    </EmptyState>
  );
}
