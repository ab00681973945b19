import type { Metadata } from "next";
import { CalendarLink } from "#components/settings/calendar-link";
import { NoticesForm } from "#components/settings/notices-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { findFeed } from "#lib/feeds/queries";
import { getNoticeSettings } from "#lib/notices/settings";
import { getCalendar } from "#lib/users/calendar";
import { currentPerson, requireUser } from "#lib/web/session";
import { changeNoticesAction, makeFeedAction, revokeFeedAction } from "./actions";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticeSettingsPage() {
  const ctx = await requireUser();
  const [settings, feed, calendar, { email, timeZone }] = await Promise.all([
    getNoticeSettings(ctx),
    findFeed(ctx),
    getCalendar(ctx),
    currentPerson(),
  ]);
  return (
    <Page measure>
      <Section title="What you are told" meta="Always in Countersign, under Notices.">
        {!ctx.channels.smtp && (
          <p className="pt-3 text-muted text-pretty">
            No mail is set up here, so nothing comes by mail yet. What you choose holds as soon as an admin
            has set it up.
          </p>
        )}
        <NoticesForm action={changeNoticesAction} settings={settings} email={email} timeZone={timeZone} />
      </Section>
      <Section title="Your actions in your calendar">
        <CalendarLink
          feed={
            feed
              ? {
                  createdAt: feed.createdAt.toISOString(),
                  lastReadAt: feed.lastReadAt?.toISOString() ?? null,
                }
              : null
          }
          make={makeFeedAction}
          revoke={revokeFeedAction}
          calendar={calendar}
        />
      </Section>
    </Page>
  );
}
