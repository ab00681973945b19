import { beforeEach, expect, it } from "vitest";
import type { ConsentBasis } from "#drizzle/schema/consents";
import { consents } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { addLead } from "#e2e/support/leads";
import { readStanding } from "#lib/consent/queries";
import type { StandingFilter } from "#lib/consent/standing-filter";
import { suppressAddress } from "#lib/consent/suppress-address";
import { addDays, addMonths } from "#lib/format/dates";
import { listLeads } from "#lib/leads/queries";
import { getCalendar } from "#lib/users/calendar";

let stage: Stage;
let today: string;
beforeEach(async () => {
  stage = await setStage();
  ({ today } = await getCalendar(stage.as("bo")));
});

const namesOf = async (consent: StandingFilter) =>
  (await listLeads(stage.as("bo"), { consent })).rows.map(({ name }) => name).sort();

async function lead(name: string, email: string | null, ...given: [ConsentBasis, string][]): Promise<void> {
  await addLead(stage.as("bo"), { name, email });
  for (const [n, [basis, obtainedOn]] of given.entries())
    await stage.store.raw.insert(consents).values({
      ...{ id: `cns_${name}${n}`, address: email ?? "", basis, obtainedOn, evidence: "Said so." },
      ...{ recordedBy: CAST.bo.id, recordedAt: stage.clock.now() },
    });
}

/** Everybody who can stand otherwise than it looks: last and first days, several consents, domains above and beside. */
async function everybody(): Promise<void> {
  const day = (months: number, days = 0) => addDays(addMonths(today, -months), days);
  await lead("express", "express@a.example", ["express", day(90)]);
  await lead("published", "published@a.example", ["published", day(1)]);
  await lead("lastDay", "last-day@a.example", ["inquiry", day(6)]);
  await lead("dayAfter", "day-after@a.example", ["inquiry", day(6, -1)]);
  await lead("soon", "soon@a.example", ["purchase", day(24, 30)], ["inquiry", day(8)]);
  await lead("later", "later@a.example", ["purchase", day(24, 33)]);
  await lead("renewed", "renewed@a.example", ["inquiry", day(9)], ["purchase", day(2)]);
  await lead("tomorrow", "tomorrow@a.example", ["express", addDays(today, 1)]);
  await lead("never", "never@a.example");
  await lead("nowhere", null);
  await lead("stopped", "stopped@a.example", ["express", day(1)]);
  await lead("below", "below@deep.Stop.example", ["express", day(1)]);
  await lead("at", "at@stop.example");
  await lead("beside", "beside@nonstop.example", ["express", day(1)]);
  const stop = (value: string) => suppressAddress(stage.as("bo"), { value, note: "Asked." });
  await stop("stopped@a.example");
  await stop("stop.example");
}

it("narrows leads down by how they stand with consent", async () => {
  await everybody();
  expect(await namesOf("valid")).toEqual(
    ["beside", "express", "lastDay", "later", "published", "renewed", "soon"].sort(),
  );
  expect(await namesOf("expiring")).toEqual(["lastDay", "soon"]);
  expect(await namesOf("expired")).toEqual(["dayAfter"]);
  expect(await namesOf("none")).toEqual(["never", "tomorrow"]);
  expect(await namesOf("suppressed")).toEqual(["at", "below", "stopped"]);
});

it("says of each lead what is computed of it", async () => {
  await everybody();
  for (const state of ["valid", "expired", "none", "suppressed"] as const)
    for (const { email } of (await listLeads(stage.as("bo"), { consent: state })).rows) {
      const address = email?.toLowerCase() ?? "";
      expect(await readStanding(stage.store.raw, address, today)).toMatchObject({ state });
    }
});
