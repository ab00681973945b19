import type { Metadata } from "next";
import { LeadForm } from "#components/leads/lead-form";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { countryOptions } from "#lib/format/countries";
import { canChangeLeads } from "#lib/leads/policy";
import { listRoster } from "#lib/users/queries";
import { requireUser } from "#lib/web/session";
import { create } from "../verbs";

export const metadata: Metadata = { title: "New lead" };

export default async function NewLeadPage() {
  const ctx = await requireUser();
  const people = await listRoster(ctx);
  return (
    <>
      <TopBar title="New lead" within={{ href: "/leads", label: "Leads" }} newSource={false} />
      {canChangeLeads(ctx.actor) ? (
        <Page>
          <LeadForm
            action={create}
            people={people.map(({ id, name }) => ({ id, name }))}
            countries={countryOptions()}
            me={ctx.actor.id}
          />
        </Page>
      ) : (
        <EmptyState
          title="Viewers read leads"
          actions={<LinkButton href="/leads">Go to the leads</LinkButton>}
        >
          Whoever is a member, a leader or an admin adds them. Ask an admin for another role.
        </EmptyState>
      )}
    </>
  );
}
