import type { Metadata } from "next";
import { DraftDesk } from "#components/review/draft-desk";
import { deskDraft } from "#lib/web/desk-door";
import { orNotFound } from "#lib/web/or-not-found";
import { currentPerson, requireUser } from "#lib/web/session";
import { deskVerbs } from "../desk-verbs";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await params;
  const [draft, person] = await Promise.all([orNotFound(deskDraft(id)), currentPerson()]);
  return <DraftDesk draft={draft} verbs={deskVerbs} timeZone={person.timeZone} />;
}
