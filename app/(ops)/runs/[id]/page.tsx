import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Moment } from "#components/records/moment";
import { RunCalls } from "#components/records/run-calls";
import { RunFacts } from "#components/records/run-facts";
import { RunButtons } from "#components/records/run-verbs";
import { Live } from "#components/shell/live";
import { Page } from "#components/shell/page";
import { TopBar } from "#components/shell/top-bar";
import { Reason } from "#components/ui/reason";
import { Section } from "#components/ui/section";
import { canStoreSource } from "#lib/intake/policy";
import { getRun, type RunInFull } from "#lib/runs/queries";
import { type Calendar, getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { newestEvent, requireUser } from "#lib/web/session";
import { cancel, retry } from "../verbs";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const stores = canStoreSource(ctx.actor);
  const { id } = await params;
  const [found, calendar] = await Promise.all([unlessRefused(getRun(ctx, id)), getCalendar(ctx)]);
  if (!found.ok) notFound();
  const run = found.value;
  return (
    <>
      <TopBar title={run.sourceTitle} within={{ href: "/runs", label: "Runs" }} newSource={stores} />
      <Live on={["run."]} since={await newestEvent()} />
      {run.error && <StoppedReason run={run} />}
      <Page>
        <RunButtons
          run={{ id: run.id, writer: run.writer, mayCancel: run.mayCancel, mayRetry: run.mayRetry }}
          verbs={{ cancel, retry }}
        />
        <RunFacts run={run} calendar={calendar} />
        <Section title="Calls of the model">
          {run.calls.length > 0 ? (
            <RunCalls calls={run.calls} calendar={calendar} />
          ) : (
            <p className="pt-3 text-muted">
              {run.writer === "rules"
                ? "The rules call no model and cost nothing."
                : "No model was called yet."}
            </p>
          )}
        </Section>
        <RunHistory run={run} calendar={calendar} />
      </Page>
    </>
  );
}

const ENDED = { failed: "This run failed.", held: "This run is held." } as const;

function StoppedReason({ run }: { run: RunInFull }) {
  const title =
    run.state === "failed" || run.state === "held" ? ENDED[run.state] : "The last try brought no draft.";
  return (
    <Reason tone={run.state === "failed" ? "block" : "warn"} title={title}>
      {run.error?.sentence}
      {run.error?.requestId && (
        <>
          {" "}
          Request <code className="font-mono">{run.error.requestId}</code>.
        </>
      )}
    </Reason>
  );
}

function RunHistory({ run, calendar }: { run: RunInFull; calendar: Calendar }) {
  return (
    <Section title="History">
      <ol className="flex flex-col gap-1.5 pt-3">
        {run.history.map((line) => (
          <li key={line.seq}>
            {line.sentence}{" "}
            <span className="text-xs text-faint">
              <Moment at={line.at} calendar={calendar} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
