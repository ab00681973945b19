import { Suspense } from "react";
import { ListKeys } from "#components/records/list-keys";
import { Live } from "#components/shell/live";
import { NewSource } from "#components/shell/new-source";
import { TopBar } from "#components/shell/top-bar";
import { AttentionList } from "#components/today/attention-list";
import { DeskSide } from "#components/today/desk-side";
import { Lead } from "#components/today/lead";
import { NudgeVerb } from "#components/today/nudge-verb";
import { PartFailed, PartLoading } from "#components/today/part-states";
import { SideUpdates } from "#components/today/side-updates";
import { WeekBar } from "#components/today/week-bar";
import { WhoseToday } from "#components/today/whose-today";
import { EmptyState } from "#components/ui/empty-state";
import { getDeskSide } from "#lib/attention/desk";
import { attentionHeadline } from "#lib/attention/headline";
import { getAttention } from "#lib/attention/queries";
import { counted } from "#lib/format/count";
import type { Day } from "#lib/format/dates";
import { formatLongDay, formatTime } from "#lib/format/moments";
import { listOwnStandups } from "#lib/standups/own-queries";
import { listTeams } from "#lib/teams/queries";
import { type Calendar, getCalendar } from "#lib/users/calendar";
import { keptAnswer, newestEvent, requireUser } from "#lib/web/session";
import { unlessFailed } from "#lib/web/unless-failed";
import { nudgeAction } from "./nudge-verb";
import { WeekFigures } from "./week-figures";

const CHANGES = [
  "draft.",
  "action.",
  "question.",
  "blocker.",
  "notice.",
  "delivery.",
  "lead.",
  "team.",
  "user.",
  "hold.",
  "run.",
  "budget.",
  "baseline.",
  "standup.",
  "update.",
];

type CompanyTodayProps = {
  period: "week" | "month" | "quarter";
  ago: 0 | 1;
  team: string | undefined;
  people: string | undefined;
};

/** Today for leaders: what needs attention in the company, and how its week goes. Each part loads and fails by itself. */
export async function CompanyToday({ period, ago, team, people }: CompanyTodayProps) {
  const ctx = await requireUser();
  const [calendar, teams] = await Promise.all([
    getCalendar(ctx),
    keptAnswer(["teams"], () => listTeams(ctx)),
  ]);
  const filters = { period: period === "week" ? null : period, ago: ago === 1 ? "1" : null, team, people };
  return (
    <>
      <TopBar title="Today" detail={formatLongDay(calendar.today)}>
        <WhoseToday whose="company" />
      </TopBar>
      <Live on={CHANGES} since={await newestEvent()} />
      <PaperHead day={calendar.today} team={teams.find(({ id }) => id === team)?.name} />
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">
        <Suspense fallback={<PartLoading label="What needs attention" />}>
          <NeedsAttention calendar={calendar} />
        </Suspense>
        <WeekBar
          period={period}
          ago={ago}
          filters={filters}
          teams={teams.map(({ id, name }) => ({ id, name }))}
        />
        <Suspense fallback={<PartLoading label="The week" />}>
          <WeekFigures
            period={period}
            ago={ago}
            teamId={team || undefined}
            everybody={people === "all"}
            filters={filters}
            calendar={calendar}
          />
        </Suspense>
      </div>
      <ListKeys />
    </>
  );
}

async function NeedsAttention({ calendar }: { calendar: Calendar }) {
  const ctx = await requireUser();
  const [attention, desk, own] = await Promise.all([
    unlessFailed(keptAnswer(["attention"], () => getAttention(ctx, calendar.today))),
    unlessFailed(getDeskSide(ctx, calendar)),
    unlessFailed(listOwnStandups(ctx)),
  ]);
  const now = ctx.now();
  const since = desk.ok && sinceSentence(desk.value, now, calendar.timeZone);
  const calm = attention.ok && attention.value.count === 0;
  return (
    <>
      {!calm && (
        <Lead
          sentence={attention.ok ? attentionHeadline(attention.value) : "What needs attention didn’t load."}
        >
          {since}
        </Lead>
      )}
      <div
        className={`grid flex-none grid-cols-1 border-b lg:grid-cols-[minmax(0,1fr)_24.5rem] ${calm ? "" : "border-t"}`}
      >
        <section
          aria-label="What needs attention"
          data-rows
          className="flex min-w-0 flex-col px-4 pb-2 md:px-6 lg:border-r"
        >
          {!attention.ok && <PartFailed what="What needs attention" requestId={attention.requestId} />}
          {attention.ok && !calm && (
            <NudgeVerb nudge={nudgeAction}>
              <AttentionList attention={attention.value} me={ctx.actor.id} />
            </NudgeVerb>
          )}
          {calm && (
            <EmptyState title="Nothing needs attention" actions={<NewSource />}>
              No blocker, no waiting decision, nothing overdue or stuck. What comes up appears here by itself.{" "}
              {since}
            </EmptyState>
          )}
        </section>
        <section aria-label="Review queue and deliveries" className="px-4 pb-4 md:px-6 lg:pl-5">
          {own.ok && <SideUpdates standups={own.value} calendar={calendar} />}
          {desk.ok ? (
            <DeskSide desk={desk.value} now={now.getTime()} timeZone={calendar.timeZone} />
          ) : (
            <PartFailed what="The review queue" requestId={desk.requestId} />
          )}
        </section>
      </div>
    </>
  );
}

/** What a printed page has to say of itself, where the bar and its filters aren’t printed. */
function PaperHead({ day, team }: { day: Day; team: string | undefined }) {
  return (
    <p className="hidden px-6 pt-4 text-muted print:block">
      Today, {formatLongDay(day)} {day.slice(0, 4)}
      {team && `. The figures of the week are of ${team} alone`}
    </p>
  );
}

function sinceSentence(
  { since, approved, outgoing }: Awaited<ReturnType<typeof getDeskSide>>,
  now: Date,
  timeZone: string,
): string {
  const day = formatLongDay(since.day).split(" ")[0];
  const time = formatTime(new Date(since.at), timeZone);
  return `Since ${day} ${time}: ${counted(approved, "draft")} approved, ${counted(outgoing.sent, "delivery").replace("deliverys", "deliveries")} sent. Read at ${formatTime(now, timeZone)}.`;
}
