"use client";

import { startTransition } from "react";
import { reach } from "#components/shell/reach";
import { Age } from "#components/ui/age";
import { Button } from "#components/ui/button";
import { PageLink } from "#components/ui/page-link";
import { StateWord } from "#components/ui/state-word";
import type { ListedNotice } from "#lib/notices/queries";
import type { Outcome } from "#lib/web/door";

type NoticeListProps = {
  notices: ListedNotice[];
  now: number;
  timeZone: string;
  markRead: (id: string) => Promise<Outcome<unknown>>;
};

/** What somebody was told. Following one marks it as read, and so does its button. */
export function NoticeList({ notices, ...rest }: NoticeListProps) {
  return (
    <ul aria-label="Notices" className="contain-inline-size">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} {...rest} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice, now, timeZone, markRead }: RowProps) {
  const read = () => startTransition(async () => void (await reach(() => markRead(notice.id))));
  return (
    <li className="group relative flex min-h-(--size-row-2) items-center gap-2.5 border-b py-1 pr-3 pl-4 hover:bg-hover has-focus-visible:bg-hover md:pl-6">
      <span
        aria-hidden="true"
        className={`size-1.5 flex-none rounded-full ${notice.read ? "" : "bg-accent forced-color-adjust-none"}`}
      />
      <div className="min-w-0 flex-1">
        <PageLink
          href={notice.path}
          onClick={notice.read ? undefined : read}
          className={`line-clamp-2 group-has-focus-visible:line-clamp-none after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-(length:--ring-width) focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--ring-color) ${notice.read ? "text-muted" : "font-medium"}`}
        >
          {!notice.read && <span className="sr-only">Unread: </span>}
          {notice.sentence}
        </PageLink>
      </div>
      {!notice.stands && <StateWord state="done">settled</StateWord>}
      <span className="flex-none text-xs text-faint">
        <Age at={notice.at} now={now} timeZone={timeZone} detail="short" />
      </span>
      {!notice.read && (
        <span className="relative z-1 flex-none">
          <Button size="sm" aria-label={`Mark as read: ${notice.sentence}`} onClick={read}>
            Mark read
          </Button>
        </span>
      )}
    </li>
  );
}

type RowProps = Omit<NoticeListProps, "notices"> & { notice: ListedNotice };
