import type { Stage } from "#e2e/support/cast";
import { changeOutreach } from "#lib/outreach/change-outreach";

/** What Larkfield's mails say of it, and how much it sends. */
export const LARKFIELD = {
  businessName: "Larkfield Software Inc.",
  mailingAddress: "180 King Street South, Kitchener ON N2J 1P8",
  contact: "519 555 0142",
  cadenceDays: [0, 3, 7, 14, 21],
  quietDays: 14,
  dailyCap: 40,
  hourlyLimit: 60,
  undoSeconds: 30,
  version: 0,
};

/** Has Ines say who the company is, without which nothing leaves. */
export function identifyCompany(stage: Pick<Stage, "as">): Promise<void> {
  return changeOutreach(stage.as("ines"), LARKFIELD);
}
