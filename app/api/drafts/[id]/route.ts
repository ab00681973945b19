import { answerDraft } from "#lib/web/draft-door";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDraft((await params).id);
}
