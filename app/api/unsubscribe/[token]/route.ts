import { systemCtx } from "#lib/web/auth";
import { answerUnsubscribe, toPage } from "#lib/web/unsubscribe-door";

type Params = { params: Promise<{ token: string }> };

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return toPage((await params).token);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return answerUnsubscribe(request, (await params).token, await systemCtx());
}
