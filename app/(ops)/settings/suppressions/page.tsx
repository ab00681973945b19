import type { Metadata } from "next";
import { z } from "zod";
import { RefusedList } from "#components/records/refused-list";
import { SuppressDialog } from "#components/settings/suppress-dialog";
import { SuppressionList } from "#components/settings/suppression-list";
import { SuppressionSearch } from "#components/settings/suppression-search";
import { Page } from "#components/shell/page";
import { EmptyState } from "#components/ui/empty-state";
import { Older } from "#components/ui/older";
import { Section } from "#components/ui/section";
import { listSuppressions } from "#lib/consent/list-queries";
import { canChangeConsent } from "#lib/consent/policy";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";
import { lift, suppress } from "./verbs";

export const metadata: Metadata = { title: "Not written to" };

const Address = z.object({ words: AddressWord, cursor: AddressWord });
const PATH = "/settings/suppressions";

export default async function SuppressionsPage({ searchParams }: PageProps<"/settings/suppressions">) {
  const ctx = await requireUser();
  const { words, cursor } = Address.parse(await searchParams);
  const list = await unlessRefused(listSuppressions(ctx, { words: words?.slice(0, 100), cursor }));
  const calendar = await getCalendar(ctx);
  const mayChange = canChangeConsent(ctx.actor);
  const add = mayChange && <SuppressDialog action={suppress} />;
  if (!list.ok) return <RefusedList refusal={list} href={PATH} />;
  const { rows, next } = list.value;
  if (rows.length === 0 && !words && !cursor)
    return (
      <EmptyState title="Everybody may be written to who consented" actions={add}>
        Addresses and domains that nothing is sent to stand here: who unsubscribed, whose mail came back, and
        who asked. Importing a list takes nobody off.
      </EmptyState>
    );
  return (
    <Page>
      <Section title="Nothing is sent to" actions={add}>
        <p className="max-w-[70ch] pt-2 text-pretty text-muted">
          Who unsubscribed, whose mail came back, and who asked. A domain stands for all its addresses. Only
          consent that somebody gave since then takes them off.
        </p>
        <SuppressionSearch words={words ?? ""} />
        {rows.length === 0 ? (
          <p className="py-4 text-muted">Nothing on the list has “{words}”.</p>
        ) : (
          <SuppressionList rows={rows} calendar={calendar} lift={mayChange ? lift : null} />
        )}
        <Older
          older={next && addressOf(PATH, { words, cursor: next })}
          newest={cursor ? addressOf(PATH, { words }) : null}
        />
      </Section>
    </Page>
  );
}
