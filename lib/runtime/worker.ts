import { sweepUnconfirmed } from "#lib/blockers/sweep-unconfirmed";
import { sweepBriefs } from "#lib/briefing/sweep-briefs";
import { sweepBudgets } from "#lib/budgets/sweep-budgets";
import { sweepFollowUps } from "#lib/cadence/sweep-follow-ups";
import { sweepPromises } from "#lib/cadence/sweep-promises";
import { sweepRetention } from "#lib/custody/retention";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { sweepDeliveries } from "#lib/deliveries/sweep-deliveries";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { sweepSnoozes } from "#lib/drafts/sweep-snoozes";
import { describeError } from "#lib/errors";
import type { Ports } from "#lib/events/context";
import { sealEvents } from "#lib/events/seal";
import { performImport } from "#lib/lead-imports/perform-import";
import { expireImportLeases, sweepImports } from "#lib/lead-imports/sweep-imports";
import { createClaudeWriter } from "#lib/llm/claude";
import { performMail } from "#lib/mails/perform-mail";
import { sweepMails } from "#lib/mails/sweep-mails";
import { performNoticeDay } from "#lib/notices/perform-day";
import { sweepNoticeDays } from "#lib/notices/sweep-days";
import { performReading } from "#lib/received/perform-reading";
import { sweepReadings } from "#lib/received/sweep-readings";
import { keepCall, recallAnswer } from "#lib/runs/keep-call";
import { type Check, type MakeWriter, performRun } from "#lib/runs/perform-run";
import { expireLeases, sweepRuns } from "#lib/runs/sweep-runs";
import type { Config } from "#lib/runtime/config";
import { LETTER_RULES } from "#lib/runtime/letter-rules";
import { LETTERS } from "#lib/runtime/letters";
import { openSideThread, type SideThread } from "#lib/runtime/side-thread";
import { sweepSearch } from "#lib/search/fill-search";
import { settlePosts } from "#lib/slack/settle-posts";
import { performSlackEvents } from "#lib/slack-updates/perform-events";
import { sweepSlackEvents } from "#lib/slack-updates/sweep-events";
import { sweepReminders } from "#lib/standups/sweep-reminders";
import { sweepReceipts } from "#lib/tokens/receipts";
import type { Writer, WriterInput } from "#lib/workflows/define";

const TICK_MS = 10_000;
/** Runs, and deliveries, that one process has in hand at a time. Most of a run is waiting for the model. */
const CONCURRENCY = 4;
/** Mail servers of small companies mostly take few connections at a time. */
const MAILS_AT_ONCE = 2;
const READINGS_AT_ONCE = 2;

/** Takes queued runs to drafts until it is closed; then gives back what it holds. */
export async function startWorker(ports: Ports, config: Config): Promise<{ close: () => Promise<void> }> {
  const stop = new AbortController();
  const side = openSideThread();
  const makeWriter = writerMaker(ports, config, side);
  const check: Check = ({ key }, input, proposal) => side.ground(key, input, proposal);
  // Before anything is taken: what this process takes itself must keep its lease.
  if (ports.store.driver.kind === "pglite") {
    await expireLeases(ports);
    await expireImportLeases(ports);
  }
  await ports.queue.work("run", CONCURRENCY, (id) => performRun(ports, makeWriter, id, stop.signal, check));
  await ports.queue.work("delivery", CONCURRENCY, (id) => performDelivery(ports, LETTER_RULES, id));
  await ports.queue.work("mail", MAILS_AT_ONCE, (id) => performMail(ports, LETTERS, id));
  await ports.queue.work("reading", READINGS_AT_ONCE, (id) => performReading(ports, LETTER_RULES, id));
  await ports.queue.work("slack_event", 1, (id) => performSlackEvents(ports, id));
  await ports.queue.work("notice_day", 1, (id) => performNoticeDay(ports, id));
  await ports.queue.work("lead_import", 1, (id) => performImport(ports, id, stop.signal));
  const stopTicking = startTicking(() => sweep(ports));
  return {
    close: async () => {
      stop.abort();
      await stopTicking();
      await side.close();
    },
  };
}

// The first tick is at once, and none begins before the one before it has ended.
function startTicking(tick: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let ticking = Promise.resolve();
  const next = () => {
    ticking = tick()
      .catch((error: Error) => console.error(`Sweep failed: ${describeError(error)}`))
      .then(() => {
        if (!stopped) timer = setTimeout(next, TICK_MS);
      });
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return ticking;
  };
}

async function sweep(ports: Ports): Promise<void> {
  await sweepRuns(ports);
  await sweepBudgets(ports);
  await sweepDeliveries(ports);
  await settlePosts(ports);
  await sweepReadings(ports);
  await sweepSlackEvents(ports);
  await sweepPromises(ports);
  await sweepFollowUps(ports);
  await sweepStandups(ports);
  await sweepUnconfirmed(ports);
  await sweepBriefs(ports);
  await sweepRetention(ports);
  await sweepReceipts(ports);
  await sweepNoticeDays(ports);
  await sweepReminders(ports);
  await sweepSnoozes(ports);
  await sweepMails(ports);
  await sweepImports(ports);
  await sweepSearch(ports);
  await sealEvents(ports.store);
}

function writerMaker(ports: Ports, { llm, llmKey }: Config, side: SideThread): MakeWriter {
  return (run, signal, input) => {
    if (run.writer === "rules") return besides(side, run.workflow, input);
    return createClaudeWriter({
      settings: llm,
      apiKey: llmKey,
      signal,
      now: ports.now,
      keep: (asked, about) => keepCall(ports, run, asked, about),
      recall: (digest) => recallAnswer(ports, run, digest),
    });
  };
}

/** The rules, in the side thread. It has the workflow itself, and so needs no part of what is asked. */
function besides(side: SideThread, workflow: string, input: WriterInput): Writer {
  return { propose: async <P>() => (await side.writeByRules(workflow, input)) as P };
}
