import type { Metadata } from "next";
import { DraftDesk } from "#components/review/draft-desk";
import { deskDraft } from "#lib/web/desk-door";
import { orNotFound } from "#lib/web/or-not-found";
import { currentPerson, requireUser } from "#lib/web/session";
import {
  approve,
  edit,
  join,
  keep,
  reject,
  reopen,
  rewrite,
  settle,
  split,
  stopWriting,
  undo,
} from "../verbs";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await params;
  const [draft, person] = await Promise.all([orNotFound(deskDraft(id)), currentPerson()]);
  return (
    <DraftDesk
      draft={draft}
      verbs={{ edit, approve, reject, reopen, settle, undo, keep, split, join, rewrite, stopWriting }}
      timeZone={person.timeZone}
    />
  );
}
