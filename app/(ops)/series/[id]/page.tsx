import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingList } from "#components/series/meeting-list";
import { RenameForm } from "#components/series/rename-form";
import { SeriesRecords } from "#components/series/series-records";
import { Live } from "#components/shell/live";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { Section } from "#components/ui/section";
import { listActions } from "#lib/actions/queries";
import { listDecisions } from "#lib/decisions/queries";
import { canStoreSource } from "#lib/intake/policy";
import { listPromises } from "#lib/promises/queries";
import { listQuestions } from "#lib/questions/queries";
import { getSeries, listSeriesNames } from "#lib/series/queries";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { move, rename } from "../verbs";

export const metadata: Metadata = { title: "Series" };

export default async function OneSeriesPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const { id } = await params;
  const found = await unlessRefused(getSeries(ctx, id));
  if (!found.ok) notFound();
  const series = found.value;
  const calendar = await getCalendar(ctx);
  const [actions, decisions, questions, promises, names] = await Promise.all([
    listActions(ctx, { seriesId: series.id }),
    listDecisions(ctx, { seriesId: series.id }),
    listQuestions(ctx, { seriesId: series.id }),
    listPromises(ctx, { seriesId: series.id, dueFrom: calendar.today }),
    listSeriesNames(ctx),
  ]);
  return (
    <>
      <Live
        on={["series.", "source.", "draft.", "action.", "question.", "decision."]}
        since={await newestEvent()}
      />
      <TopBar
        title={series.name}
        within={{ href: "/series", label: "Series" }}
        newSource={canStoreSource(ctx.actor)}
      />
      <Page>
        <h2 className="text-xl tracking-tight wrap-anywhere">{series.name}</h2>
        {series.mayRename && (
          <div className="mt-2 mb-4">
            <RenameForm key={series.version} series={series} rename={rename} />
          </div>
        )}
        <Section title="Meetings" meta={<span>{series.meetings.length}</span>}>
          <MeetingList
            seriesId={series.id}
            meetings={series.meetings}
            names={names.map(({ name }) => name).filter((name) => name !== series.name)}
            move={move}
            calendar={calendar}
          />
        </Section>
        <SeriesRecords
          actions={actions.rows}
          decisions={decisions.rows}
          questions={questions.rows}
          promises={promises.rows}
          calendar={calendar}
        />
      </Page>
    </>
  );
}
