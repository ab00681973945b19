import type { Metadata } from "next";
import { z } from "zod";
import { RefusedList } from "#components/records/refused-list";
import { ActButton } from "#components/settings/act-button";
import { HolidaysForm } from "#components/settings/holidays-form";
import { Page } from "#components/shell/page";
import { LinkButton } from "#components/ui/link-button";
import { Row, RowList } from "#components/ui/row-list";
import { Section } from "#components/ui/section";
import { holidaysOfCanada } from "#lib/calendar/canada";
import { writeHolidayLines } from "#lib/calendar/holiday-lines";
import { canChangeHolidays } from "#lib/calendar/policy";
import { type ListedHoliday, listHolidays, listTimeZones } from "#lib/calendar/queries";
import { addressOf } from "#lib/format/address";
import { formatFullDay } from "#lib/format/dates";
import { AddressWord } from "#lib/inputs/address";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";
import { importHolidaysAction, removeHolidayAction } from "./actions";

export const metadata: Metadata = { title: "Holidays" };

const PATH = "/settings/holidays";
const Address = z.object({
  cursor: AddressWord,
  canada: z.coerce.number().int().min(1900).max(2199).optional().catch(undefined),
});

export default async function HolidaysPage({ searchParams }: PageProps<"/settings/holidays">) {
  const ctx = await requireUser();
  const { cursor, canada } = Address.parse(await searchParams);
  const [list, zones, { today }] = await Promise.all([
    unlessRefused(listHolidays(ctx, { cursor })),
    listTimeZones(ctx),
    getCalendar(ctx),
  ]);
  if (!list.ok) return <RefusedList refusal={list} href={PATH} />;
  const mayChange = canChangeHolidays(ctx.actor);
  const year = Number(today.slice(0, 4));
  return (
    <Page measure>
      <Section title="Holidays">
        <p className="pt-2 text-pretty text-muted">
          Days on which nobody is expected to work. Nobody is asked for an update on them, and nothing is
          drafted or mailed.
        </p>
        <Days rows={list.value.rows} mayChange={mayChange} first={!cursor} />
        {(list.value.next || cursor) && (
          <nav aria-label="Pages" className="flex gap-2 py-3">
            {list.value.next && (
              <LinkButton href={addressOf(PATH, { cursor: list.value.next })}>Later days</LinkButton>
            )}
            {cursor && (
              <LinkButton href={PATH} tone="quiet">
                From the start
              </LinkButton>
            )}
          </nav>
        )}
      </Section>
      {mayChange && (
        <Section title="Add days">
          <p className="pt-2 text-pretty text-muted">
            Paste a list, or begin with the general holidays of Canada and take out what your company does not
            keep. Where one falls on a weekend, add the day you take for it.
          </p>
          <div className="flex flex-wrap gap-2 pt-3">
            {[year, year + 1].map((one) => (
              <LinkButton key={one} href={addressOf(PATH, { canada: String(one) })}>
                {`Canada ${one}`}
              </LinkButton>
            ))}
          </div>
          <HolidaysForm
            key={canada}
            action={importHolidaysAction}
            text={canada ? writeHolidayLines(holidaysOfCanada(canada)) : ""}
            timeZones={zones}
          />
        </Section>
      )}
    </Page>
  );
}

function Days({ rows, mayChange, first }: { rows: ListedHoliday[]; mayChange: boolean; first: boolean }) {
  if (rows.length === 0)
    return (
      <p className="py-3 text-muted">
        {!first
          ? "There are no later days."
          : mayChange
            ? "No day is on the list yet."
            : "No day is on the list yet. Admins add them."}
      </p>
    );
  return (
    <RowList label="Holidays">
      {rows.map(({ id, day, name, timeZones }) => (
        <Row
          key={id}
          title={name}
          detail={`${formatFullDay(day)}${timeZones.length > 0 ? `, for people in ${timeZones.join(", ").replaceAll("_", " ")}` : ""}`}
          end={
            mayChange && (
              <ActButton
                act={removeHolidayAction.bind(null, id)}
                label={`Take ${name}, ${formatFullDay(day)}, off the list`}
                short="Take off"
              />
            )
          }
        />
      ))}
    </RowList>
  );
}
