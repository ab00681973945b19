import type { Metadata } from "next";
import { CorrectForm } from "#components/intake/correct-form";
import { TopBar } from "#components/shell/top-bar";
import { TextLink } from "#components/ui/text-link";
import { canCorrectSource } from "#lib/sources/policy";
import { getSource } from "#lib/sources/queries";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import { correct } from "../../verbs";

export const metadata: Metadata = { title: "Correct a source" };

/** The text of a source, to be set right. Its versions before stay as they were. */
export default async function CorrectPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const { id } = await params;
  const source = await orNotFound(getSource(ctx, id));
  return (
    <>
      <TopBar title={source.title} />
      <div className="flex w-full max-w-[52rem] flex-1 flex-col p-4 md:px-7 md:pt-5 md:pb-6">
        <h2 className="text-xl tracking-tight">Correct the text</h2>
        <p className="mt-0.5 mb-4 text-pretty text-muted">
          {source.title}, version {source.version}. The text as it came stays with the source; drafts that
          wait show what changed. <TextLink href={`/sources/${source.id}`}>Back to the source</TextLink>
        </p>
        {canCorrectSource(ctx.actor, source) ? (
          <CorrectForm
            source={{ id: source.id, version: source.version, text: source.text }}
            correct={correct}
          />
        ) : (
          <p>Who stored this source, a leader or an admin can correct it.</p>
        )}
      </div>
    </>
  );
}
