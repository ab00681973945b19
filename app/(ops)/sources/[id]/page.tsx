import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FoundBesideText } from "#components/intake/found-beside-text";
import { RunProgress } from "#components/intake/run-progress";
import { SourceCustody } from "#components/intake/source-custody";
import { SourceText } from "#components/intake/source-text";
import { VersionList } from "#components/intake/version-list";
import { LeadText } from "#components/leads/lead-text";
import { keptWords } from "#components/review/forms";
import { MoveForm } from "#components/series/move-form";
import { Live } from "#components/shell/live";
import { TopBar } from "#components/shell/top-bar";
import { TextLink } from "#components/ui/text-link";
import { getCustody } from "#lib/custody/queries";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import type { DeskDraft } from "#lib/drafts/view";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { formatDay } from "#lib/format/dates";
import { getProgress } from "#lib/runs/progress-queries";
import { canMoveSource } from "#lib/series/policy";
import { findSeriesOf, listSeriesNames } from "#lib/series/queries";
import { findPassage } from "#lib/sources/find-passage";
import { canCorrectSource } from "#lib/sources/policy";
import { getSource } from "#lib/sources/queries";
import { PassageAddress } from "#lib/sources/schema";
import { listVersions } from "#lib/sources/version-queries";
import { listTeams } from "#lib/teams/queries";
import { getCalendar } from "#lib/users/calendar";
import { newestEvent, requireUser } from "#lib/web/session";
import { getWorkflow } from "#lib/workflows/registry";
import { move } from "../../series/verbs";
import { cancel, look, redact, remove, retry, share } from "../verbs";

export const metadata: Metadata = { title: "Source" };

type Source = Awaited<ReturnType<typeof getSource>>;

export default async function SourcePage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ known?: string; version?: string; of?: string; from?: string; to?: string }>;
}) {
  const ctx = await requireUser();
  const { id } = await props.params;
  const { known, version, ...words } = await props.searchParams;
  const found = await unlessMissing(readSource(ctx, id));
  if (!found) notFound();
  const { source, run, draft, custody } = found;
  const passage = await findPassage(ctx, source, PassageAddress.parse(words.of ? words : null));
  const [{ today, timeZone }, teams, series, names] = await Promise.all([
    getCalendar(ctx),
    listTeams(ctx),
    findSeriesOf(ctx, id),
    listSeriesNames(ctx),
  ]);
  return (
    <>
      {run?.endedAt === null && <Live on={["run.", "draft."]} since={await newestEvent()} />}
      <TopBar title={source.title} />
      <div className="flex w-full max-w-[52rem] flex-1 flex-col p-4 md:px-7 md:pt-5 md:pb-6">
        <h2 className="text-xl tracking-tight">{source.title}</h2>
        <p className="mt-0.5 mb-4 text-muted">
          {getWorkflow(source.workflow).label}, held on {formatDay(source.heldOn, { today })}, stored by{" "}
          {source.authorName}.
        </p>
        <div className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-1 text-xs text-muted">
          {series && (
            <span className="leading-6">
              In the series <TextLink href={`/series/${series.id}`}>{series.name}</TextLink>.
            </span>
          )}
          {run && canMoveSource(ctx.actor, source) && (
            <MoveForm
              key={series?.id}
              meeting={{ sourceId: source.id, title: source.title }}
              from={series?.id ?? null}
              names={names.map(({ name }) => name).filter((name) => name !== series?.name)}
              move={move}
            />
          )}
        </div>
        {known && (
          <p className="mb-4 border-l-2 border-info-line pl-3 text-muted">
            You stored this text before. Here is what came of it.
          </p>
        )}
        {source.leadId && <LeadText leadId={source.leadId} text={source.text} />}
        {run && (
          <RunProgress
            run={run}
            source={{
              lines: source.lines,
              words: source.words,
              seenBy: seenBy(source),
              createdAt: source.createdAt.toISOString(),
            }}
            found={draft && keptWords(draft.sections, draft.statements).join(", ")}
            timeZone={timeZone}
            cancel={cancel}
            retry={retry}
          />
        )}
        {canCorrectSource(ctx.actor, source) && (
          <p className="mt-4 text-muted">
            {source.version > 1 && `This is version ${source.version} of the text. `}
            <TextLink href={`/sources/${source.id}/correct`}>Correct the text</TextLink>
          </p>
        )}
        {source.version > 1 && (
          <VersionList
            sourceId={source.id}
            versions={await listVersions(ctx, id, Number(version))}
            timeZone={timeZone}
          />
        )}
        {run && passage !== "changed" && (
          <FoundBesideText
            text={source.text}
            draft={draft && aboutSource(draft, id)}
            wanted={passage}
            ended={run.endedAt !== null}
          />
        )}
        {!source.leadId && (!run || passage === "changed") && (
          <SourceText text={source.text} passage={passage} />
        )}
        {custody.mayKeep && (
          <SourceCustody
            source={{
              id: source.id,
              seenBy: seenBy(source),
              visibility: source.visibility,
              teamId: source.teamId,
              ofLead: source.leadId !== null,
            }}
            custody={custody}
            teams={teams}
            verbs={{ remove, look, redact, share }}
          />
        )}
      </div>
    </>
  );
}

async function readSource(ctx: UserCtx, id: string) {
  const [source, custody] = await Promise.all([getSource(ctx, id), getCustody(ctx, { sourceId: id })]);
  // What is written from a lead's timeline is the lead's, and shown with it. A text that no run has read has none, and
  // a draft of several texts may not be for all of their readers.
  const run = source.leadId ? null : await unlessMissing(getProgress(ctx, id));
  const draft = run?.draftId ? await unlessMissing(getDeskDraft(ctx, run.draftId)) : null;
  return { source, run, draft, custody };
}

async function unlessMissing<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((error: unknown) => {
    if (isAppError(error, "not_found")) return null;
    throw error;
  });
}

/** Of a draft written from several sources, what quotes one of them. */
function aboutSource({ evidence, statements, sources, today }: DeskDraft, sourceId: string) {
  if (sources.length < 2) return { evidence, statements, today };
  const quoting = evidence.filter((quote) => quote.sourceId === sourceId);
  const ids = new Set(quoting.map(({ statementId }) => statementId));
  return { evidence: quoting, statements: statements.filter(({ id }) => ids.has(id)), today };
}

/** Attendees who are not on the roster can't sign in, so they see nothing. */
function withReaders({ authorId, authorName, keeperId, keeperName, attendees }: Source): string {
  const first = keeperName ?? authorName;
  const others = attendees.flatMap(({ userId }) =>
    userId && userId !== (keeperId ?? authorId) ? userId : [],
  );
  const readers = new Set(others);
  if (readers.size === 0) return `${first} alone`;
  return `${first} and ${readers.size === 1 ? "one attendee" : `${readers.size} attendees`}`;
}

function seenBy(source: Source): string {
  switch (source.visibility) {
    case "private":
      return source.keeperName ?? source.authorName;
    case "attendees":
      return withReaders(source);
    case "team":
      return `the team ${source.teamName ?? ""}`;
    case "open":
      return "everyone";
  }
}
