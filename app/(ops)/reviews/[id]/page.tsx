import type { Metadata } from "next";
import { PageDesk } from "#components/review/page-desk";
import { deskDraft } from "#lib/web/desk-door";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await params;
  return <PageDesk draft={await orNotFound(deskDraft(id))} />;
}
