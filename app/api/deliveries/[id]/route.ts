import { answerMessage } from "#lib/web/message-door";

type Params = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return answerMessage((await params).id);
}
