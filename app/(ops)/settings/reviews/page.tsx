import type { Metadata } from "next";
import { ReasonList } from "#components/settings/reason-list";
import { ReasonsForm } from "#components/settings/reasons-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { canChangeReasons, canCountReasons } from "#lib/reasons/policy";
import { countReasons, getReasons } from "#lib/reasons/queries";
import { requireUser } from "#lib/web/session";
import { changeReasonsAction } from "./actions";

export const metadata: Metadata = { title: "Reviews" };

const DAYS = 90;

export default async function ReviewSettingsPage() {
  const ctx = await requireUser();
  const since = new Date(ctx.now().getTime() - DAYS * 86_400_000);
  const [list, counts] = await Promise.all([getReasons(ctx), countReasons(ctx, since)]);
  const counted = canCountReasons(ctx.actor);
  return (
    <Page measure>
      <Section
        title="Why drafts are rejected"
        meta={counted ? `Counted over the last ${DAYS} days, without names.` : null}
      >
        {canChangeReasons(ctx.actor) ? (
          <ReasonsForm save={changeReasonsAction} list={list} counts={counts} />
        ) : (
          <ReasonList reasons={list.reasons} counts={counted ? counts : null} />
        )}
      </Section>
    </Page>
  );
}
