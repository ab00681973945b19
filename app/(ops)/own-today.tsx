import { ActionDesk } from "#components/records/action-desk";
import { ListKeys } from "#components/records/list-keys";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { ActionNeeds, LaterActions } from "#components/today/action-needs";
import { BlockerNeeds } from "#components/today/blocker-needs";
import { DecidedList } from "#components/today/decided-list";
import { DraftNeeds } from "#components/today/draft-needs";
import { Lead } from "#components/today/lead";
import { NeedTable } from "#components/today/need-table";
import { NothingWaits } from "#components/today/nothing-waits";
import { OwnUpdates } from "#components/today/own-updates";
import { QuestionNeeds } from "#components/today/question-needs";
import { Reviewing } from "#components/today/reviewing";
import { RunNeeds } from "#components/today/run-needs";
import { WhoseToday } from "#components/today/whose-today";
import { formatLongDay } from "#lib/format/moments";
import { canStoreSource } from "#lib/intake/policy";
import { awaitsUpdate, doneSentence, headlineOf } from "#lib/today/headline";
import { getToday, type Today } from "#lib/today/queries";
import { getCalendar } from "#lib/users/calendar";
import { frameCounts, keptAnswer, newestEvent, requireUser } from "#lib/web/session";
import { cancel, complete, reassign, redate, reopen } from "./actions/verbs";

/** Today for one person: what waits for them. `company` leads leaders to everybody’s. */
export async function OwnToday({ company }: { company: boolean }) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const calendar = await getCalendar(ctx);
  const today = await keptAnswer(["today"], () => getToday(ctx, calendar.today, frameCounts()));
  const now = ctx.now().getTime();
  const updates = today.standups.filter((standup) => awaitsUpdate(standup, calendar.today)).length;
  const waits =
    updates +
    today.drafts.count +
    today.stoppedRuns.length +
    today.actions.count +
    today.questions.count +
    today.blockers.count;
  return (
    <>
      <TopBar title="Today" detail={formatLongDay(calendar.today)} newSource={stores}>
        {company && <WhoseToday whose="mine" />}
      </TopBar>
      <Live
        on={[
          "draft.",
          "action.",
          "question.",
          "blocker.",
          "standup.",
          "update.",
          "run.failed",
          "run.held",
          "run.retried",
        ]}
        since={await newestEvent()}
      />
      <ActionDesk verbs={{ cancel, complete, reassign, redate, reopen }} people={[]}>
        <div className="flex min-h-0 flex-1 flex-col overflow-auto">
          {waits > 0 && (
            <Lead sentence={sentenceOf(today, updates, now)}>
              {today.own.decided > 0 && doneSentence(today.own)}
            </Lead>
          )}
          <div
            className={`grid flex-1 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_22rem] ${waits > 0 ? "border-t" : ""}`}
          >
            <div data-rows className="flex min-w-0 flex-col px-4 pb-6 md:px-6 lg:border-r">
              {waits === 0 && <NothingWaits own={today.own} actions={today.actions.later} reads={!stores} />}
              {(waits > 0 || today.standups.length > 0) && (
                <NeedTable>
                  <OwnUpdates standups={today.standups} calendar={calendar} now={now} />
                  <RunNeeds runs={today.stoppedRuns} now={now} />
                  <DraftNeeds drafts={today.drafts} now={now} />
                  <BlockerNeeds blockers={today.blockers} me={ctx.actor.id} today={calendar.today} />
                  <QuestionNeeds questions={today.questions} now={now} today={calendar.today} />
                  <ActionNeeds actions={today.actions} today={calendar.today} />
                </NeedTable>
              )}
              {waits > 0 && <LaterActions count={today.actions.later} />}
            </div>
            <div className="px-4 pb-6 md:px-6 lg:pl-5">
              <DecidedList decided={today.decided} me={ctx.actor.id} now={now} timeZone={calendar.timeZone} />
              <Reviewing figures={today.reviewing} />
            </div>
          </div>
        </div>
        <ListKeys />
      </ActionDesk>
    </>
  );
}

function sentenceOf(today: Today, updates: number, now: number): string {
  const oldest = today.drafts.rows[0];
  const headline = headlineOf({
    drafts: today.drafts.count,
    oldestMs: oldest ? now - Date.parse(oldest.createdAt) : null,
    stoppedRuns: today.stoppedRuns.length,
    overdueActions: today.actions.overdue,
    actionsToday: today.actions.today,
    questions: today.questions.count,
    blockers: today.blockers.count,
    updates,
  });
  return headline ?? "Nothing needs you today.";
}
