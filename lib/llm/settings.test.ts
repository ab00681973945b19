import { describe, expect, it } from "vitest";
import { llmKey, llmSettings } from "#lib/llm/settings";

const KEY = "test-key-that-stays-here";

describe("llmSettings", () => {
  it("lets the rules write where there is neither a key nor a server", () => {
    expect(llmSettings({})).toMatchObject({ writer: "rules", model: "claude-sonnet-5-5" });
    expect(llmSettings({ ANTHROPIC_API_KEY: "  ", ANTHROPIC_BASE_URL: "" }).writer).toBe("rules");
  });

  it("asks Claude at Anthropic's host for structured output where there is a key", () => {
    expect(llmSettings({ ANTHROPIC_API_KEY: KEY })).toEqual({
      writer: "claude",
      contextTokens: 200_000,
      model: "claude-sonnet-5-5",
      host: "api.anthropic.com",
      baseURL: "https://api.anthropic.com",
      mode: "structured",
      local: false,
      maxTokens: 32_000,
      attemptTimeoutMs: 60_000,
      timeoutMs: 300_000,
    });
  });

  it("never returns the key", () => {
    const settings = llmSettings({ ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: "http://localhost:11434" });
    expect(JSON.stringify(settings)).not.toContain(KEY);
  });

  it("asks another host in plain text, with or without a key, and waits for its first word as long as for all", () => {
    expect(
      llmSettings({ ANTHROPIC_BASE_URL: "http://localhost:11434/", COUNTERSIGN_MODEL: "qwen3:14b" }),
    ).toMatchObject({
      writer: "claude",
      model: "qwen3:14b",
      host: "localhost:11434",
      baseURL: "http://localhost:11434",
      mode: "text-json",
      local: true,
      attemptTimeoutMs: 300_000,
    });
    expect(llmSettings({ ANTHROPIC_BASE_URL: "https://api.anthropic.com.example.com" }).local).toBe(true);
    expect(llmSettings({ ANTHROPIC_BASE_URL: "https://notanthropic.com" }).local).toBe(true);
  });

  it("keeps the mode and the time that were set", () => {
    const env = { ANTHROPIC_BASE_URL: "http://localhost:8000", COUNTERSIGN_LLM_MODE: "structured" };
    expect(llmSettings(env).mode).toBe("structured");
    expect(llmSettings({ ANTHROPIC_API_KEY: KEY, COUNTERSIGN_LLM_MODE: "text-json" }).mode).toBe("text-json");
    expect(llmSettings({ COUNTERSIGN_LLM_TIMEOUT: "20" })).toMatchObject({
      timeoutMs: 20_000,
      attemptTimeoutMs: 20_000,
    });
  });

  it.each([
    [{ ANTHROPIC_BASE_URL: "localhost:11434" }, "ANTHROPIC_BASE_URL is no web address."],
    [{ ANTHROPIC_BASE_URL: "not an address" }, "ANTHROPIC_BASE_URL is no web address."],
    [
      { ANTHROPIC_BASE_URL: `https://bo:${KEY}@example.com` },
      "ANTHROPIC_BASE_URL holds a user name or password.",
    ],
    [
      { ANTHROPIC_BASE_URL: `https://example.com/?key=${KEY}` },
      "ANTHROPIC_BASE_URL ends in a query or fragment.",
    ],
    [
      { ANTHROPIC_BASE_URL: "http://localhost:11434/v1/" },
      "ANTHROPIC_BASE_URL ends in /v1, which is added to it.",
    ],
    [{ COUNTERSIGN_LLM_MODE: "json" }, "COUNTERSIGN_LLM_MODE is “structured” or “text-json”"],
    [{ COUNTERSIGN_MODEL: "claude sonnet" }, "COUNTERSIGN_MODEL is no model name."],
    [
      { COUNTERSIGN_LLM_TIMEOUT: "0" },
      "COUNTERSIGN_LLM_TIMEOUT is a whole number of seconds from 1 to 3600.",
    ],
    [
      { COUNTERSIGN_LLM_TIMEOUT: "5 min" },
      "COUNTERSIGN_LLM_TIMEOUT is a whole number of seconds from 1 to 3600.",
    ],
    [
      { ANTHROPIC_API_KEY: KEY, COUNTERSIGN_LLM_CONTEXT: "40000" },
      "COUNTERSIGN_LLM_CONTEXT is a whole number of tokens from 64000 to 10000000.",
    ],
    [{ ANTHROPIC_API_KEY: `${KEY} ${KEY}` }, "ANTHROPIC_API_KEY holds characters that no key has"],
  ])("explains a bad value and keeps its secret: %o", (env, start) => {
    const read = () => llmSettings(env);
    expect(read).toThrow(
      expect.objectContaining({ code: "invalid", message: expect.stringContaining(start) }),
    );
    expect(read).not.toThrow(new RegExp(KEY));
  });
});

describe("llmKey", () => {
  it("trims what was copied with a line break, and is null where there is none", () => {
    expect(llmKey({ ANTHROPIC_API_KEY: `${KEY}\n` })).toBe(KEY);
    expect(llmKey({ ANTHROPIC_API_KEY: "" })).toBeNull();
    expect(llmKey({})).toBeNull();
  });
});
