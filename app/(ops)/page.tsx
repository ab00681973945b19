import type { Metadata } from "next";
import { z } from "zod";
import { canSeeAttention } from "#lib/attention/policy";
import { AddressWord } from "#lib/inputs/address";
import { requireUser } from "#lib/web/session";
import { CompanyToday } from "./company-today";
import { OwnToday } from "./own-today";

export const metadata: Metadata = { title: "Today" };

const Address = z.object({
  whose: z.enum(["company", "mine"]).catch("company"),
  period: z.enum(["week", "month", "quarter"]).catch("week"),
  ago: z.enum(["0", "1"]).catch("0"),
  team: AddressWord,
  people: AddressWord,
});

export default async function TodayPage({ searchParams }: PageProps<"/">) {
  const ctx = await requireUser();
  const { whose, period, ago, team, people } = Address.parse(await searchParams);
  const leads = canSeeAttention(ctx.actor);
  if (!leads || whose === "mine") return <OwnToday company={leads} />;
  return <CompanyToday period={period} ago={ago === "1" ? 1 : 0} team={team} people={people} />;
}
