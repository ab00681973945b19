import type { Metadata } from "next";
import { CompanyForm } from "#components/settings/company-form";
import { RetentionForm } from "#components/settings/retention-form";
import { Page } from "#components/shell/page";
import { Button } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { canBackUp } from "#lib/backup/policy";
import { canSetRetention } from "#lib/custody/policy";
import { listRetention } from "#lib/custody/retention";
import { requireUser } from "#lib/web/session";
import { workflows } from "#lib/workflows/registry";
import { canChangeCompany } from "#lib/workspace/policy";
import { getCompany } from "#lib/workspace/queries";
import { changeCompanyAction, setRetentionAction } from "./actions";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const ctx = await requireUser();
  const [company, limits] = await Promise.all([getCompany(ctx), listRetention(ctx)]);
  return (
    <Page measure>
      <Section title="Company">
        {canChangeCompany(ctx.actor) ? (
          <CompanyForm action={changeCompanyAction} company={company} />
        ) : (
          <p className="pt-3 text-muted">
            {company.name}, {company.timeZone}. Only admins change this.
          </p>
        )}
      </Section>
      {canSetRetention(ctx.actor) && (
        <Section title="How long sources are kept">
          <p className="pt-3 text-muted text-pretty">
            Counted from the day they came in. A source goes with its draft, its history and its evidence; a
            research credit needs its papers for six years after the claim.
          </p>
          {workflows.map(({ key, label }) => {
            const limit = limits.find(({ workflow }) => workflow === key);
            return (
              <RetentionForm
                key={key}
                action={setRetentionAction}
                workflow={{ key, label }}
                days={limit?.days ?? null}
                records={limit?.records ?? "keep"}
              />
            );
          })}
        </Section>
      )}
      {canBackUp(ctx.actor) && (
        <Section title="Backup">
          <form method="post" action="/api/backup" className="flex flex-col items-start gap-3 pt-3">
            <p className="text-muted text-pretty">
              Everything that is stored, of this moment, in one file. It also holds what is private and how
              people sign in, so keep it as you would keep a key. <code>npm run cli -- restore</code> reads it
              into an empty database of either kind.
            </p>
            <Button type="submit">Download a backup</Button>
          </form>
        </Section>
      )}
    </Page>
  );
}
