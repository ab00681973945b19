import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { formatMicros } from "#lib/format/money";
import type { LlmSettings } from "#lib/llm/settings";
import { priceFor } from "#lib/spend/prices";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Writer" };

export default async function WriterPage() {
  const { llm, now } = await requireUser();
  const claude = llm.writer === "claude";
  return (
    <Page measure>
      <Section title="Who writes drafts">
        <dl className="pt-1">
          <Fact name="Writer">{claude ? `A model, ${llm.model}` : "Built-in rules"}</Fact>
          {claude ? <ModelFacts llm={llm} now={now()} /> : <RulesFacts />}
        </dl>
      </Section>
      <Section title={claude ? "Changing the writer" : "Connecting a model"}>
        <HowTo claude={claude} />
      </Section>
    </Page>
  );
}

function ModelFacts({ llm, now }: { llm: LlmSettings; now: Date }) {
  const price = llm.local ? null : priceFor(llm.model, 0, now);
  return (
    <>
      <Fact name="Source text goes to">
        <b className="font-medium">{llm.host}</b> and to no other host
      </Fact>
      <Fact name="Answers">
        {llm.mode === "structured" ? "held to the draft’s schema by the host" : "JSON in text, checked here"}
      </Fact>
      <Fact name="Price">
        {price
          ? `${formatMicros(price.input)} in and ${formatMicros(price.output)} out for a million tokens (${price.source})`
          : "unknown: its runs show their tokens, and their cost as unknown"}
      </Fact>
    </>
  );
}

function RulesFacts() {
  return (
    <>
      <Fact name="Source text goes to">nobody: rules work on this machine</Fact>
      <Fact name="Price">{formatMicros(0)}</Fact>
      <Fact name="What they miss">
        What is said between the lines. Sentences that became nothing stay visible in each draft.
      </Fact>
    </>
  );
}

function HowTo({ claude }: { claude: boolean }) {
  return (
    <div className="flex flex-col gap-2 pt-3 text-pretty text-muted">
      <p>
        {claude
          ? "The writer is set by the environment Countersign is started with. Without a key and an address, built-in rules write."
          : "Set a key in the environment and start Countersign again. Keys are never stored in the database, logged or shown."}
      </p>
      <dl>
        <Variable name="ANTHROPIC_API_KEY">the key of an Anthropic account</Variable>
        <Variable name="ANTHROPIC_BASE_URL">
          another server that speaks the same protocol, with or without a key
        </Variable>
        <Variable name="COUNTERSIGN_MODEL">the model to ask</Variable>
        <Variable name="COUNTERSIGN_LLM_MODE">
          text-json for servers that can’t hold answers to a schema
        </Variable>
        <Variable name="COUNTERSIGN_LLM_CONTEXT">
          tokens that a question and its answer may have together; longer sources are written in parts
        </Variable>
        <Variable name="COUNTERSIGN_LLM_TIMEOUT">seconds one answer may take, 300 if it is left out</Variable>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap gap-x-4 border-b py-2 last:border-b-0">
      <dt className="w-36 flex-none text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 basis-60">{children}</dd>
    </div>
  );
}

function Variable({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 py-1">
      <dt className="w-60 flex-none">
        <code className="font-mono text-ink">{name}</code>
      </dt>
      <dd className="min-w-0 flex-1 basis-60">{children}</dd>
    </div>
  );
}
