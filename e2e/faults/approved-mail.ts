import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertCast, type Stage } from "#e2e/support/cast";
import {
  copyServerDatabase,
  emptyServerDatabase,
  fillDataDirectory,
  onPostgres,
} from "#e2e/support/empty-database";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { runtimeStage } from "#e2e/support/runtime-stage";
import { approveDraft } from "#lib/drafts/approve-draft";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";

export type MailHomes = { copy: (url: string) => Promise<Record<string, string>>; remove: () => void };

/** A company in which Bo has just approved one follow-up, to be copied. `url` is the mail server's. */
export function approvedMail(url: string): Promise<MailHomes> {
  return mailHomes(url, async (stage) => {
    await identifyCompany(stage);
    await approveOne(stage);
  });
}

/** The cast with a mail server, after something was done, to be copied. `more` are variables of every copy. */
export async function mailHomes(
  url: string,
  prepare: (stage: ReturnType<typeof runtimeStage>) => Promise<void>,
  more: Record<string, string> = {},
): Promise<MailHomes> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-kill-mail-"));
  let count = 0;
  const envOf = async (url: string, from?: Record<string, string>) => {
    const own = join(folder, String(count++));
    mkdirSync(own);
    const env: Record<string, string> = {
      COUNTERSIGN_DATA_DIR: own,
      COUNTERSIGN_SMTP_URL: url,
      COUNTERSIGN_MAIL_FROM: "Larkfield <sales@larkfield.example>",
      COUNTERSIGN_URL: "https://ops.larkfield.example",
      ...more,
    };
    if (onPostgres)
      env.DATABASE_URL = await (from ? copyServerDatabase(from.DATABASE_URL ?? "") : emptyServerDatabase());
    else if (from) cpSync(from.COUNTERSIGN_DATA_DIR ?? "", own, { recursive: true });
    else await fillDataDirectory(own);
    return env;
  };
  const made = await envOf(url);
  const runtime = await startRuntime(readConfig(made), { worker: false });
  try {
    await insertCast(runtime.store, new Date());
    await prepare(runtimeStage(runtime));
  } finally {
    await runtime.close();
  }
  return { copy: (at) => envOf(at, made), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function approveOne(stage: Pick<Stage, "as" | "store" | "system">): Promise<void> {
  const leadId = await stageLead(stage);
  const { draftId } = await stageFollowUp(stage, leadId);
  await approveDraft(stage.as("bo"), { draftId, revision: 1 });
}
