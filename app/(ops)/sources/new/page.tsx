import type { Metadata } from "next";
import { IntakeForm } from "#components/intake/intake-form";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { canStoreSource } from "#lib/intake/policy";
import { listSeriesNames } from "#lib/series/queries";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { requireUser } from "#lib/web/session";
import { pastedWorkflow } from "#lib/workflows/registry";
import { store } from "../verbs";

export const metadata: Metadata = { title: "New source" };

export default async function NewSourcePage() {
  const ctx = await requireUser();
  if (!canStoreSource(ctx.actor)) return <ReadOnly />;
  const [roster, series, teams, calendar] = await Promise.all([
    listRoster(ctx),
    listSeriesNames(ctx),
    listTeams(ctx),
    getCalendar(ctx),
  ]);
  const { key, label } = pastedWorkflow;
  return (
    <>
      <TopBar title="New source" newSource={false} />
      <div className="flex min-h-0 w-full max-w-[52rem] flex-1 flex-col overflow-auto p-4 md:px-7 md:pt-5 md:pb-6">
        <h2 className="text-xl tracking-tight">Paste notes, a transcript or a thread</h2>
        <p className="mt-0.5 mb-4 text-muted">
          You get owned, dated actions, the decisions and a page of notes to approve.
        </p>
        <IntakeForm
          userId={ctx.actor.id}
          roster={roster}
          series={series}
          teams={teams.map(({ id, name }) => ({ id, name }))}
          today={calendar.today}
          timeZone={calendar.timeZone}
          workflow={{ key, label }}
          llm={
            ctx.llm.writer === "claude"
              ? {
                  host: ctx.llm.host,
                  model: ctx.llm.model,
                  local: ctx.llm.local,
                  contextTokens: ctx.llm.contextTokens,
                  maxTokens: ctx.llm.maxTokens,
                }
              : null
          }
          store={store}
        />
      </div>
    </>
  );
}

function ReadOnly() {
  return (
    <>
      <TopBar title="New source" newSource={false} />
      <Page>
        <EmptyState
          title="Viewers read what is open to all"
          actions={<LinkButton href="/">Go to Today</LinkButton>}
        >
          Storing a source takes another role. An admin can give you one under Settings, People.
        </EmptyState>
      </Page>
    </>
  );
}
