import { answerMetrics } from "#lib/web/metrics-door";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return answerMetrics(request);
}
