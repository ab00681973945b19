import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { ask, doubleForTest, failureOf, NOTES, sentTo, writerFor } from "#e2e/doubles/claude-writer";
import type { Proposal } from "#lib/grounding/statement";
import type { WriterProgress } from "#lib/llm/claude";

describe("an answer", () => {
  it("is returned as a proposal and recorded with its usage, cost, request id and times", async () => {
    const claude = await doubleForTest();
    const writer = writerFor(claude);
    const proposal = await writer.propose(ask);
    expect(proposal.actions).toEqual([
      {
        text: "Dana Weiss will send the revised quote to Kitchener by Friday.",
        quote: "Dana Weiss will send the revised quote to Kitchener by Friday.",
        person: "Dana Weiss",
        due: "Friday",
      },
    ]);
    const [call] = writer.calls;
    expect(writer.calls).toHaveLength(1);
    expect(call).toMatchObject({
      model: "claude-sonnet-5-5",
      host: new URL(claude.url).host,
      requestId: "req_double_000001",
      outcome: "answered",
      stopReason: "end_turn",
      priceNote: "claude-sonnet-5-5 since 2026-01-01, Anthropic's price page",
      startedAt: new Date("2026-11-20T15:00:00.000Z"),
      endedAt: new Date("2026-11-20T15:00:00.001Z"),
    });
    const { input_tokens, output_tokens } = z
      .object({ input_tokens: z.number(), output_tokens: z.number() })
      .parse(call?.usage);
    expect(input_tokens).toBeGreaterThan(50);
    expect(output_tokens).toBeGreaterThan(50);
    expect(call?.costMicros).toBe(BigInt(2 * input_tokens + 10 * output_tokens));
    expect(call?.usage).toMatchObject({ service_tier: "standard", cache_read_input_tokens: 0 });
  });

  it("is asked for with the source in a document block alone, and without tools", async () => {
    const claude = await doubleForTest();
    await writerFor(claude).propose(ask);
    const body = sentTo(claude);
    expect(body.system).toBe("You read meeting notes.");
    expect(body.messages).toEqual([
      {
        role: "user",
        content: [
          {
            type: "document",
            title: "Weekly, 20 November",
            source: { type: "text", media_type: "text/plain", data: NOTES },
          },
          { type: "text", text: "List what stands in the notes." },
        ],
      },
    ]);
    expect(Object.keys(body).sort()).toEqual([
      "max_tokens",
      "messages",
      "model",
      "output_config",
      "stream",
      "system",
    ]);
    expect(claude.requests[0]?.headers.authorization).toBe("Bearer test-key");
  });

  it("tells how far it is, in characters and never in words", async () => {
    const claude = await doubleForTest();
    const steps: WriterProgress[] = [];
    const long = {
      summary: [],
      decisions: [],
      actions: [{ text: "x".repeat(900), quote: "", person: "", due: "" }],
    };
    claude.script({ kind: "answer", proposal: long });
    await writerFor(claude, { writer: { onProgress: (step) => steps.push(step) } }).propose(ask);
    expect(steps[0]).toEqual({ phase: "asked", characters: 0 });
    expect(steps.slice(1).map((step) => step.phase)).toEqual(["writing", "writing"]);
    expect(steps[2]?.characters).toBeGreaterThanOrEqual(800);
  });

  it("has its enum words put into the right case, and unknown keys dropped", async () => {
    const Mood = z.object({
      points: z.array(z.object({ mood: z.enum(["Calm", "tense"]).nullable(), text: z.string() })),
    });
    const claude = await doubleForTest();
    claude.script({
      kind: "answer",
      proposal: { points: [{ mood: "CALM", text: "a", link: "b" }], extra: 1 },
    });
    const moodAsk = { ...ask, schema: Mood as unknown as z.ZodType<Proposal> };
    expect(await writerFor(claude).propose(moodAsk)).toEqual({ points: [{ mood: "Calm", text: "a" }] });
  });

  it("is not used when it can't be kept, and not asked for when that can't be", async () => {
    const claude = await doubleForTest();
    const gone = () => Promise.reject(new Error("The database is gone."));
    for (const keep of [gone, async () => gone])
      await expect(writerFor(claude, { writer: { keep } }).propose(ask)).rejects.toThrow(
        "The database is gone.",
      );
    expect(claude.requests).toHaveLength(1);
  });

  it("without a known price is recorded with its usage and the reason", async () => {
    const claude = await doubleForTest();
    claude.script({ kind: "answer", usage: { service_tier: "priority" } });
    const writer = writerFor(claude);
    await writer.propose(ask);
    expect(writer.calls[0]).toMatchObject({
      outcome: "answered",
      costMicros: null,
      priceNote: "The priority service tier has no known price.",
      usage: { service_tier: "priority" },
    });
  });
});

describe("what leaves the machine", () => {
  it("goes to the configured host alone, not to where that host points", async () => {
    const elsewhere = await doubleForTest();
    const pointing = createServer((_, response) => {
      response.writeHead(307, { location: `${elsewhere.url}/v1/messages` }).end();
    });
    await new Promise<void>((resolve) => pointing.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void pointing.close());
    const url = `http://127.0.0.1:${(pointing.address() as AddressInfo).port}`;
    expect((await failureOf(writerFor({ url }).propose(ask))).kind).toBe("bad_request");
    expect(elsewhere.requests).toEqual([]);
  });

  it("is never written to the console, whatever ANTHROPIC_LOG says", async () => {
    vi.stubEnv("ANTHROPIC_LOG", "debug");
    const levels = (["debug", "info", "log", "warn"] as const).map((level) => vi.spyOn(console, level));
    const claude = await doubleForTest();
    claude.script({ kind: "server_error" });
    await writerFor(claude).propose(ask);
    for (const level of levels) expect(level).not.toHaveBeenCalled();
  });
});
