import { answerBackup } from "#lib/web/backup-door";

export async function POST(): Promise<Response> {
  return answerBackup();
}
