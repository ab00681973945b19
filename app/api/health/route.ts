import { answerHealth } from "#lib/web/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return answerHealth();
}
