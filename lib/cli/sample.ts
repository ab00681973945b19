import { resolve } from "node:path";
import { runCommand } from "#lib/cli/command";
import { emailOf, LEADER, PEOPLE, personOf } from "#lib/cli/sample/company";
import { emptyDirectory } from "#lib/cli/sample/directory";
import { fillSample } from "#lib/cli/sample/fill";
import { speakablePassword } from "#lib/cli/sample/password";
import { serve } from "#lib/cli/serve";
import { openPglite } from "#lib/db/open-pglite";
import { COMMAND } from "#lib/events/context";
import { readConfig } from "#lib/runtime/config";
import type { Runtime } from "#lib/runtime/runtime";
import { LINK_DAYS } from "#lib/sessions/one-time-links";
import { makeSignInLink } from "#lib/sessions/sign-in-with-link";

const DATA_DIR = ".data-sample";

const password = speakablePassword();
let leaderId = "";

await runCommand(() => {
  if (process.env.DATABASE_URL)
    console.log(`The sample company has a database of its own in ${DATA_DIR}; DATABASE_URL is left alone.`);
  process.env.DATABASE_URL = "";
  process.env.COUNTERSIGN_DATA_DIR = resolve(DATA_DIR);
  process.env.COUNTERSIGN_EXPORT_DIR = "";
  process.env.COUNTERSIGN_WORKER = "";
  return serve(signInNotice, fill);
});

async function fill(): Promise<void> {
  const { dataDir, migrationsFolder } = readConfig(process.env);
  emptyDirectory(dataDir);
  console.log("Making three months of a sample company …");
  const store = await openPglite(dataDir, migrationsFolder);
  try {
    ({ leaderId } = await fillSample(store, new Date(), password));
  } finally {
    await store.close();
  }
}

async function signInNotice(runtime: Runtime, address: string): Promise<string[]> {
  const { token } = await makeSignInLink({ ...runtime, actor: { kind: "system" }, from: COMMAND }, leaderId);
  const others = PEOPLE.filter(({ key }) => key !== LEADER).map(({ key }) => key);
  return [
    `Sign in as ${personOf(LEADER).name}, who leads: ${address}/link/${token}`,
    `The link works once, within ${LINK_DAYS} days, until the sample is started again.`,
    `In a second browser you can be ${emailOf("bo")}, with the password ${password}`,
    `The same password fits ${others.filter((key) => key !== "bo").join(", ")}, and ${LEADER}.`,
    "Each start begins afresh, and throws away what you did.",
  ];
}
