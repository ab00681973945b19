import type { Metadata } from "next";
import { PlanForms } from "#components/settings/plan-forms";
import { SavedMethod } from "#components/settings/saved-method";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { canPlanWorkflows } from "#lib/budgets/policy";
import { listPlans } from "#lib/budgets/queries";
import { requireUser } from "#lib/web/session";
import { setBaselineAction, setBudgetAction } from "./actions";

export const metadata: Metadata = { title: "Workflows" };

export default async function WorkflowSettingsPage() {
  const ctx = await requireUser();
  const plans = canPlanWorkflows(ctx.actor) ? await listPlans(ctx) : null;
  return (
    <Page measure>
      {plans?.map((plan) => (
        <Section key={plan.workflow} title={plan.label}>
          <PlanForms plan={plan} setBudget={setBudgetAction} setBaseline={setBaselineAction} />
        </Section>
      ))}
      {plans && (
        <p className="mt-6 text-xs text-pretty text-muted">
          A run whose workflow has used its budget up is held, and its source is stored. Raising the budget
          lets held runs go on, and so does a new month.
        </p>
      )}
      <Section
        title="How net hours saved are counted"
        meta={plans ? null : "Leaders and admins set budgets."}
      >
        <SavedMethod />
      </Section>
    </Page>
  );
}
