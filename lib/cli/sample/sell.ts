import { draftNow } from "#lib/cadence/draft-now";
import { startCadence } from "#lib/cadence/start-cadence";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import { LEADER } from "#lib/cli/sample/company";
import { LEADS, type SampleLead, STOPPED_DOMAIN } from "#lib/cli/sample/leads";
import { MAILS } from "#lib/cli/sample/mails";
import { sendMail } from "#lib/cli/sample/send-mail";
import { SENT } from "#lib/cli/sample/sent-mails";
import type { World } from "#lib/cli/sample/world";
import { answering, CLAUDE, takingAMoment } from "#lib/cli/sample/writers";
import { recordConsent } from "#lib/consent/record-consent";
import { suppressAddress } from "#lib/consent/suppress-address";
import type { UserCtx } from "#lib/events/context";
import { addDays, type Day } from "#lib/format/dates";
import { addNote } from "#lib/leads/add-note";
import { createLead } from "#lib/leads/create-lead";
import { changeOutreach } from "#lib/outreach/change-outreach";
import { changeVoice } from "#lib/outreach/change-voice";
import { getOutreach } from "#lib/outreach/queries";
import { performRun } from "#lib/runs/perform-run";

/** What a deal of the company is in. */
const CURRENCY = "CAD";

/** Plans what was noted of each lead on its day, and the follow-ups that wait in the queue. */
export function planSelling(world: World, firstDay: Day): void {
  for (const [number, lead] of LEADS.entries()) {
    const met = earliest(lead, world, firstDay);
    world.plan(instantAt(met, 9.2 + number / 20, world.timeZone), () => meet(world, lead, number));
  }
  world.plan(instantAt(firstDay, 15, world.timeZone), () => introduce(world));
  world.plan(instantAt(firstDay, 16, world.timeZone), () =>
    suppressAddress(world.as("grace"), {
      value: STOPPED_DOMAIN,
      note: "They asked us to leave the whole company alone.",
    }),
  );
}

/** Who the company is in its mails, and how those write who sell. */
async function introduce(world: World): Promise<void> {
  const { cadenceDays, quietDays, dailyCap, hourlyLimit, undoSeconds } = await getOutreach(world.as(LEADER));
  await changeOutreach(world.as(LEADER), {
    businessName: "Larkfield Software Inc.",
    mailingAddress: "180 King Street South, Kitchener ON N2J 1P8",
    contact: "519 555 0142",
    ...{ cadenceDays, quietDays, dailyCap, hourlyLimit, undoSeconds },
    version: 0,
  });
  await changeVoice(world.as("bo"), {
    signature: "Bo",
    tone: "Short sentences. No exclamation marks.",
    version: 0,
  });
  await changeVoice(world.as("grace"), {
    signature: "Grace Liu",
    tone: "Warm, to the point.",
    version: 0,
  });
}

/** So many days before the sample's last, or the working day before that. */
function dayBefore(world: World, ago: number): Day {
  return workingDay(addDays(world.today, -ago + 1), -1);
}

function earliest({ timeline, consent }: SampleLead, world: World, firstDay: Day): Day {
  const ago = Math.max(consent?.ago ?? 0, ...timeline.map((one) => one.ago));
  const day = dayBefore(world, ago);
  return day < firstDay ? firstDay : day;
}

async function meet(world: World, lead: SampleLead, number: number): Promise<void> {
  const { owner, consent, timeline, drafted, stage, amountCents, ...facts } = lead;
  const seller = world.as(owner);
  const { leadId } = await createLead(seller, {
    ...facts,
    stage,
    ...(amountCents && { amountCents, currency: CURRENCY }),
  });
  if (consent) {
    const { basis, evidence, ago } = consent;
    const obtainedOn = dayBefore(world, ago);
    await recordConsent(seller, { email: lead.email, basis, evidence, obtainedOn });
  }
  for (const { kind, text, ago } of timeline) {
    const on = dayBefore(world, ago);
    world.plan(instantAt(on, 11.4 + number / 12, world.timeZone), () =>
      addNote(seller, { leadId, kind, text, on }),
    );
  }
  const sent = SENT[lead.name];
  if (sent)
    world.plan(instantAt(dayBefore(world, sent.ago), 14 + number / 12, world.timeZone), () =>
      sendMail(world, seller, leadId, sent),
    );
  if (drafted)
    world.plan(instantAt(dayBefore(world, 1), 13 + number / 6, world.timeZone), () =>
      draft(world, lead, leadId),
    );
}

async function draft(world: World, { owner, name }: SampleLead, leadId: string): Promise<void> {
  const mail = MAILS[name];
  const seller: UserCtx = { ...world.as(owner), ...(mail && { llm: CLAUDE }) };
  await startCadence(seller, { leadId });
  const { runId } = await draftNow(seller, { leadId });
  await performRun(world.ports, mail ? answering(world, mail) : takingAMoment(world), runId);
}
