import type { Metadata } from "next";
import { z } from "zod";
import { NoticeList } from "#components/notices/notice-list";
import { PagedList } from "#components/records/paged-list";
import { ActButton } from "#components/settings/act-button";
import { TopBar } from "#components/shell/top-bar";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { AddressWord } from "#lib/inputs/address";
import { canStoreSource } from "#lib/intake/policy";
import { countUnread, listNotices } from "#lib/notices/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";
import { markAllReadAction, markReadAction } from "./actions";

export const metadata: Metadata = { title: "Notices" };

const Address = z.object({ cursor: AddressWord });

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const ctx = await requireUser();
  const { cursor } = Address.parse(await searchParams);
  const [list, unread, { timeZone }] = await Promise.all([
    unlessRefused(listNotices(ctx, { cursor })),
    countUnread(ctx),
    getCalendar(ctx),
  ]);
  const newest = list.ok ? list.value.rows[0] : undefined;
  return (
    <>
      <TopBar title="Notices" newSource={canStoreSource(ctx.actor)}>
        {newest && unread > 0 && (
          <ActButton act={markAllReadAction.bind(null, newest.at)} label="Mark all read" />
        )}
      </TopBar>
      <PagedList
        list={list}
        path="/notices"
        cursor={cursor}
        empty={
          <EmptyState
            title="No notices"
            actions={<LinkButton href="/settings/notices">Choose what comes by mail</LinkButton>}
          >
            You are told here when somebody gives you an action, when one of yours is due or overdue, and when
            a draft of a meeting you attended waits for you.
          </EmptyState>
        }
      >
        {(rows) => (
          <NoticeList
            notices={rows}
            now={ctx.now().getTime()}
            timeZone={timeZone}
            markRead={markReadAction}
          />
        )}
      </PagedList>
    </>
  );
}
