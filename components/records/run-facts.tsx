import { Moment } from "#components/records/moment";
import { RunState } from "#components/records/run-state";
import { costOf, durationOf, writerOf } from "#components/records/run-words";
import { Fact, Facts } from "#components/records/sheet";
import { TextLink } from "#components/ui/text-link";
import type { RunInFull } from "#lib/runs/queries";
import type { Calendar } from "#lib/users/calendar";

/** What is known of one run. */
export function RunFacts({ run, calendar }: { run: RunInFull; calendar: Calendar }) {
  return (
    <Facts>
      <Fact name="State">
        <RunState run={run} />
      </Fact>
      <Fact name="Source">
        {run.sourceId ? <TextLink href={`/sources/${run.sourceId}`}>Open the source</TextLink> : "deleted"}
      </Fact>
      {run.draftId && (
        <Fact name="Draft">
          <TextLink href={`/reviews/${run.draftId}`}>Open the draft</TextLink>
        </Fact>
      )}
      <Fact name="Workflow">{run.workflowLabel}</Fact>
      <Fact name="Writer">{writerOf(run)}</Fact>
      <Fact name="Text went to">{run.host ?? "nowhere: the rules run here"}</Fact>
      <Fact name="Cost">{costOf(run.costMicros)}</Fact>
      <Fact name="Attempts">{run.attempt}</Fact>
      <Fact name="Asked">
        <Moment at={run.createdAt} calendar={calendar} /> by {run.requestedBy}
      </Fact>
      {run.startedAt && (
        <Fact name="Began">
          <Moment at={run.startedAt} calendar={calendar} />
        </Fact>
      )}
      {run.endedAt && (
        <Fact name="Ended">
          <Moment at={run.endedAt} calendar={calendar} />
          {durationOf(run) && `, after ${durationOf(run)}`}
        </Fact>
      )}
      {run.state === "queued" && run.error && (
        <Fact name="Next try">
          <Moment at={run.dueAt} calendar={calendar} />
        </Fact>
      )}
    </Facts>
  );
}
