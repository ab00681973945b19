import { answerLive } from "#lib/web/live-door";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return answerLive(request);
}
