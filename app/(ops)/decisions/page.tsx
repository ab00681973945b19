import type { Metadata } from "next";
import { z } from "zod";
import { DecisionList, DecisionSheet } from "#components/records/decision-list";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { RefusedSheet } from "#components/records/refused";
import { Live } from "#components/shell/live";
import { NEW_SOURCE } from "#components/shell/places";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { decisionAsMadr } from "#lib/decisions/madr";
import { getDecision, listDecisions } from "#lib/decisions/queries";
import { addressOf } from "#lib/format/address";
import { canStoreSource } from "#lib/intake/policy";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Decisions" };

const Word = z.string().max(200).optional().catch(undefined);
const Address = z.object({ open: Word, cursor: Word });

type DecisionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DecisionsPage({ searchParams }: DecisionsPageProps) {
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
          opened &&
          (opened.ok ? (
            <DecisionSheet
              decision={opened.value}
              madr={decisionAsMadr(opened.value)}
              closeHref={closeHref}
              calendar={calendar}
            />
          ) : (
            <RefusedSheet label="Decision" refusal={opened} closeHref={closeHref} />
          ))
        }
      >
        <PagedList
          list={list}
          path="/decisions"
          cursor={cursor}
          empty={
            <EmptyState
              title="No decisions yet"
              actions={
                stores && (
                  <LinkButton href={NEW_SOURCE} icon="plus">
                    New source
                  </LinkButton>
                )
              }
            >
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
