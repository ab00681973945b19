import { answerHold } from "#lib/web/hold-door";

export async function POST(request: Request): Promise<Response> {
  return answerHold(request);
}
