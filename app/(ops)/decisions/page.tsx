import type { Metadata } from "next";
import { z } from "zod";
import { DecisionList, DecisionSheet } from "#components/records/decision-list";
import { OpenedSheet } from "#components/records/opened-sheet";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { Live } from "#components/shell/live";
import { NewSource } from "#components/shell/new-source";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { decisionAsMadr } from "#lib/decisions/madr";
import { getDecision, listDecisions } from "#lib/decisions/queries";
import { addressOf } from "#lib/format/address";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Decisions" };

const Address = z.object({ open: AddressWord, cursor: AddressWord });

export default async function DecisionsPage({ searchParams }: PageProps<"/decisions">) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { open, cursor } = Address.parse(await searchParams);
  const [calendar, list, opened] = await Promise.all([
    getCalendar(ctx),
    unlessRefused(listDecisions(ctx, { cursor })),
    open ? unlessRefused(getDecision(ctx, open)) : null,
  ]);
  const closeHref = addressOf("/decisions", { cursor });
  return (
    <>
      <TopBar title="Decisions" newSource={stores} />
      <Live on={["decision.", "draft.approved", "draft.reopened"]} since={await newestEvent()} />
      <RecordFrame
        sheet={
          <OpenedSheet label="Decision" opened={opened} closeHref={closeHref}>
            {(decision) => (
              <DecisionSheet
                decision={decision}
                madr={decisionAsMadr(decision)}
                closeHref={closeHref}
                calendar={calendar}
              />
            )}
          </OpenedSheet>
        }
      >
        <PagedList
          list={list}
          path="/decisions"
          cursor={cursor}
          empty={
            <EmptyState title="No decisions yet" actions={stores && <NewSource />}>
              Decisions appear here when a draft of meeting notes is approved, with the day, who decided, and
              their sentence.
            </EmptyState>
          }
        >
          {(rows) => <DecisionList decisions={rows} openId={open} cursor={cursor} calendar={calendar} />}
        </PagedList>
      </RecordFrame>
    </>
  );
}
