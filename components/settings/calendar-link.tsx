"use client";

import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Moment } from "#components/records/moment";
import { ActButton } from "#components/settings/act-button";
import { LinkOnce } from "#components/settings/link-once";
import { SubmitButton } from "#components/ui/submit-button";
import type { NewFeed } from "#lib/feeds/make-feed";
import type { Calendar } from "#lib/users/calendar";
import type { FormAction, Outcome } from "#lib/web/door";

type CalendarLinkProps = {
  /** The live link, if there is one. Instants are ISO strings. */
  feed: { createdAt: string; lastReadAt: string | null } | null;
  make: FormAction;
  revoke: () => Promise<Outcome<unknown>>;
  calendar: Calendar;
};

/** One's own actions in one's own calendar: makes the secret link, shows it once, and ends it. */
export function CalendarLink({ feed, make, revoke, calendar }: CalendarLinkProps) {
  const { outcome, refusal, pending, form } = useFormAction(make);
  const made = outcome?.ok ? (outcome.value as NewFeed) : null;
  return (
    <div className="flex max-w-136 flex-col gap-3 pt-3">
      <p className="text-muted text-pretty">
        A calendar that subscribes to your link shows your open actions on the days they are due. Whoever has
        the link reads them too, so keep it to yourself; it shows nothing else, and no source.
      </p>
      {feed && (
        <p className="text-muted">
          Made <Moment at={feed.createdAt} calendar={calendar} />
          {feed.lastReadAt ? (
            <>
              ; last read <Moment at={feed.lastReadAt} calendar={calendar} />.
            </>
          ) : (
            "; not read by a calendar yet."
          )}
        </p>
      )}
      {feed && made && (
        <LinkOnce
          label="Calendar link"
          path={`/api/calendar/${made.secret}.ics`}
          help="It is shown this once. Add it to your calendar as a subscription by URL."
        />
      )}
      <RefusalText refusal={refusal} />
      <div className="flex items-center gap-3">
        <form {...form}>
          <SubmitButton tone="default" pending={pending} pendingLabel="Making">
            {feed ? "Make a new link" : "Make a calendar link"}
          </SubmitButton>
        </form>
        {feed && (
          <ActButton
            act={revoke}
            label="Revoke the calendar link"
            consequence="Calendars that use it show nothing new from the next time they ask. A new link can be made at any time."
          />
        )}
      </div>
    </div>
  );
}
