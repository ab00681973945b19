import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DiscardImport } from "#components/leads/discard-import";
import { ImportFacts } from "#components/leads/import-facts";
import { ImportMapping } from "#components/leads/import-mapping";
import { ImportProgress } from "#components/leads/import-progress";
import { ImportResult } from "#components/leads/import-result";
import { RefusedRows } from "#components/leads/refused-rows";
import { Live } from "#components/shell/live";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { Reason } from "#components/ui/reason";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { getImport, listRefused } from "#lib/lead-imports/queries";
import type { ImportInFull } from "#lib/lead-imports/view";
import { getCalendar } from "#lib/users/calendar";
import { listPeople } from "#lib/users/queries";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { discard, preview, readAgain, start } from "../verbs";

export const metadata: Metadata = { title: "Import" };

const Address = z.object({ cursor: AddressWord });

export default async function ImportInFullPage({ params, searchParams }: PageProps<"/leads/imports/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const { cursor } = Address.parse(await searchParams);
  const [found, calendar] = await Promise.all([unlessRefused(getImport(ctx, id)), getCalendar(ctx)]);
  if (!found.ok) notFound();
  const one = found.value;
  const refused = one.counts?.refused
    ? await unlessRefused(listRefused(ctx, { importId: id, cursor }))
    : null;
  const owners = one.state === "mapping" ? await listPeople(ctx) : [];
  const path = `/leads/imports/${one.id}`;
  return (
    <>
      <TopBar
        title={one.fileName}
        within={{ href: "/leads/import", label: "Import leads" }}
        newSource={canStoreSource(ctx.actor)}
      />
      <Live on={["lead_import."]} subject={one.id} since={await newestEvent()} />
      {one.reason && (
        <Reason tone={one.state === "failed" ? "block" : "warn"} title={ENDED[one.state] ?? ""}>
          {one.reason}
        </Reason>
      )}
      <Page>
        <ImportFacts one={one} calendar={calendar} />
        {isGoing(one) && <ImportProgress key={one.state} one={one} />}
        {one.state === "mapping" && (
          <ImportMapping
            key={`${one.encoding} ${one.delimiter}`}
            one={one}
            owners={owners
              .filter(({ role, deactivatedAt }) => role !== "viewer" && !deactivatedAt)
              .map(({ id, name }) => ({ id, name }))}
            verbs={{ start, preview, readAgain }}
          />
        )}
        {one.counts && <ImportResult id={one.id} counts={one.counts} />}
        {refused && <RefusedRows list={refused} path={path} cursor={cursor} />}
        {one.maySteer && (isGoing(one) || one.state === "mapping") && (
          <DiscardImport importId={one.id} discard={discard} />
        )}
      </Page>
    </>
  );
}

const ENDED: Partial<Record<ImportInFull["state"], string>> = {
  failed: "Nothing of this file was taken.",
  mapping: "The file can’t be read like that. It was read as before.",
  discarded: "This file was discarded.",
};

function isGoing({ state }: ImportInFull): boolean {
  return state === "reading" || state === "importing";
}
