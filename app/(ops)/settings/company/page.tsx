import type { Metadata } from "next";
import { CompanyForm } from "#components/settings/company-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { requireUser } from "#lib/web/session";
import { canChangeCompany } from "#lib/workspace/policy";
import { getCompany } from "#lib/workspace/queries";
import { changeCompanyAction } from "./actions";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const ctx = await requireUser();
  const company = await getCompany(ctx);
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
    </Page>
  );
}
