import type { Metadata } from "next";
import { z } from "zod";
import { canSeeAttention } from "#lib/attention/policy";
import { requireUser } from "#lib/web/session";
import { CompanyToday } from "./company-today";
import { OwnToday } from "./own-today";

export const metadata: Metadata = { title: "Today" };

const Address = z.object({ whose: z.enum(["company", "mine"]).catch("company") });

export default async function TodayPage({ searchParams }: PageProps<"/">) {
  const ctx = await requireUser();
  const { whose } = Address.parse(await searchParams);
  const leads = canSeeAttention(ctx.actor);
  return leads && whose === "company" ? <CompanyToday /> : <OwnToday company={leads} />;
}
