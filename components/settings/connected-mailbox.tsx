"use client";

import { Moment } from "#components/records/moment";
import { Fact, Facts } from "#components/records/sheet";
import { ActButton } from "#components/settings/act-button";
import { TryConnection } from "#components/settings/try-connection";
import { Reason } from "#components/ui/reason";
import type { OwnMailbox } from "#lib/mailboxes/queries";
import type { Calendar } from "#lib/users/calendar";
import type { Outcome } from "#lib/web/door";

type ConnectedMailboxProps = {
  mailbox: OwnMailbox;
  calendar: Calendar;
  check: () => Promise<Outcome<unknown>>;
  remove: () => Promise<Outcome<unknown>>;
};

/** The mailbox one's mail leaves by. What opens it is never shown. */
export function ConnectedMailbox({ mailbox, calendar, check, remove }: ConnectedMailboxProps) {
  const { address, smtp, imap, trouble, unread, readAt } = mailbox;
  return (
    <div className="flex flex-col gap-3 pt-3">
      {trouble && (
        <Reason tone="block" title="Nothing can leave by it.">
          {trouble}
        </Reason>
      )}
      {unread && (
        <Reason tone="warn" title="Answers to it could not be read.">
          {unread}
        </Reason>
      )}
      <Facts>
        <Fact name="Address">{address}</Fact>
        <Fact name="Sends by">{`${smtp.host}:${smtp.port}`}</Fact>
        <Fact name="Answers">
          {imap
            ? `read at ${imap.host}:${imap.port}`
            : "not read: what is answered stands in the mailbox alone"}
        </Fact>
        {readAt && (
          <Fact name="Last read">
            <Moment at={readAt} calendar={calendar} />
          </Fact>
        )}
        <Fact name="Signs in">
          {mailbox.auth === "password" ? "with a password" : "with OAuth2"}, as {mailbox.user}
        </Fact>
      </Facts>
      <span className="flex flex-wrap items-center gap-2">
        <TryConnection check={check} fine="Both servers let Countersign in." />
        <ActButton
          act={remove}
          label="Disconnect the mailbox"
          consequence="Its password is forgotten, and what waits to leave by it goes back to the queue."
        />
      </span>
    </div>
  );
}
