import type { Metadata } from "next";
import { z } from "zod";
import { KeptViews } from "#components/leads/kept-views";
import { LeadFilters, QUIET_DAYS } from "#components/leads/lead-filters";
import { LeadList } from "#components/leads/lead-list";
import { LeadSearch } from "#components/leads/lead-search";
import { LeadViews } from "#components/leads/lead-views";
import { NoLeads } from "#components/leads/no-leads";
import { ExportMenu } from "#components/records/export-menu";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { LinkButton } from "#components/ui/link-button";
import { STANDING_FILTERS } from "#lib/consent/standing-filter";
import { listLeadFilters } from "#lib/filters/queries";
import { addDays } from "#lib/format/dates";
import { STAGE_ORDER } from "#lib/format/lead-stages";
import { AddressWord } from "#lib/inputs/address";
import { canChangeLeads } from "#lib/leads/policy";
import { listLeads } from "#lib/leads/queries";
import { getCalendar } from "#lib/users/calendar";
import { listRoster } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { dropView, keepView } from "./verbs";

export const metadata: Metadata = { title: "Leads" };

const Address = z.object({
  words: AddressWord,
  stage: z
    .enum([...STAGE_ORDER, "any"])
    .optional()
    .catch(undefined),
  who: AddressWord,
  quiet: z.enum(QUIET_DAYS).optional().catch(undefined),
  consent: z.enum(STANDING_FILTERS).optional().catch(undefined),
  import: AddressWord,
  cursor: AddressWord,
});

export default async function LeadsPage({ searchParams }: PageProps<"/leads">) {
  const ctx = await requireUser();
  const { cursor, import: importId, ...filters } = Address.parse(await searchParams);
  const { words, stage, who, quiet, consent } = filters;
  const calendar = await getCalendar(ctx);
  const me = ctx.actor.id;
  const mayAdd = canChangeLeads(ctx.actor);
  const all = stage === "any" || importId;
  const [list, people, kept] = await Promise.all([
    unlessRefused(
      listLeads(ctx, {
        words: words?.slice(0, 100),
        stage: stage && stage !== "any" ? stage : all ? undefined : "open",
        ownerId: who === "me" ? me : who,
        quietSince: quiet && addDays(calendar.today, -Number(quiet)),
        consent,
        importId,
        cursor,
      }),
    ),
    listRoster(ctx),
    listLeadFilters(ctx),
  ]);
  const address = { ...filters, import: importId };
  return (
    <>
      <TopBar title="Leads" newSource={false} />
      <Live on={["lead.", "lead_import.done", "consent.", "suppression."]} since={await newestEvent()} />
      <RecordFrame
        filters={
          <>
            <LeadViews view="list" who={who} />
            <LeadSearch words={words ?? ""} keep={address} />
            <LeadFilters filters={address} people={people.map(({ id, name }) => ({ id, name }))} me={me} />
            <span className="ml-auto flex flex-wrap items-center gap-2">
              <ExportMenu of="leads" filters={address} />
              {mayAdd && (
                <>
                  <LinkButton href="/leads/import" icon="upload" tone="quiet">
                    Import
                  </LinkButton>
                  <LinkButton href="/leads/new" icon="plus" kbd="l">
                    New lead
                  </LinkButton>
                </>
              )}
            </span>
          </>
        }
      >
        <KeptViews kept={kept} filters={filters} keep={keepView} drop={dropView} />
        <PagedList
          list={list}
          path="/leads"
          filters={address}
          cursor={cursor}
          empty={<NoLeads narrowed={Object.values(address).some(Boolean)} mayAdd={mayAdd} />}
        >
          {(rows) => <LeadList leads={rows} me={me} calendar={calendar} />}
        </PagedList>
      </RecordFrame>
    </>
  );
}
