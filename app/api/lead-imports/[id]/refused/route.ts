import { answerRefused } from "#lib/web/import-door";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerRefused((await params).id);
}
