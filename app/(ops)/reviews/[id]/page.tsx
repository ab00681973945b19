import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftDesk } from "#components/review/draft-desk";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { isAppError } from "#lib/errors";
import { currentPerson, requireUser } from "#lib/web/session";
import { approve, edit, reject, reopen, settle } from "../verbs";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const { id } = await params;
  const [draft, person] = await Promise.all([findDeskDraft(id), currentPerson()]);
  if (!draft) notFound();
  return (
    <DraftDesk draft={draft} verbs={{ edit, approve, reject, reopen, settle }} timeZone={person.timeZone} />
  );

  async function findDeskDraft(draftId: string) {
    return getDeskDraft(ctx, draftId).catch((error: unknown) => {
      if (isAppError(error, "not_found")) return null;
      throw error;
    });
  }
}
