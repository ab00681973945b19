import { describe, expect, it } from "vitest";
import { slackBlocks } from "#lib/format/slack-blocks";

const textOf = (markdown: string) =>
  slackBlocks("Digest", markdown, "dlv_1")
    .slice(1)
    .map(({ text }) => text.text);

describe("a page as Slack blocks", () => {
  it("has a header that is found again, and emphasis, lists, quotes, code and links as Slack writes them", () => {
    const page = [
      "# Engineering **today**",
      "",
      "Two *new* things, [one](https://ops.example.com/a?b=1&c=2).",
      "",
      "1. **Chidi**: waits",
      "   - [x] asked",
      "2. Dana",
      "",
      "> said `so`",
      "",
      "```",
      "a < b",
      "```",
    ].join("\n");
    expect(slackBlocks("Digest", page, "dlv_1")).toEqual([
      { type: "header", block_id: "dlv_1", text: { type: "plain_text", text: "Digest", emoji: false } },
      {
        type: "section",
        text: {
          type: "mrkdwn",
          verbatim: true,
          text: [
            "*Engineering today*",
            "",
            "Two _new_ things, <https://ops.example.com/a?b=1&amp;c=2|one>.",
            "",
            "1. *Chidi*: waits",
            "    • ☑ asked",
            "2. Dana",
            "",
            "> said `so`",
            "",
            "```",
            "a &lt; b",
            "```",
          ].join("\n"),
        },
      },
    ]);
  });

  it.each([
    "<!channel>",
    "<!here|x>",
    "<@U123>",
    "<#C1|x>",
    "<!subteam^S1>",
    "&lt;!channel&gt;",
    "<https://x|y>",
  ])("mentions, calls and links nobody by %s, wherever it stands", (token) => {
    const page = `# ${token}\n\n${token} **${token}** \`${token}\`\n\n- ${token}\n\n> ${token}\n\n\`\`\`\n${token}\n\`\`\``;
    expect(textOf(page).join("\n")).not.toMatch(/<(?!https:\/\/x\|y>$)/);
    expect(JSON.stringify(slackBlocks(token, "x", "dlv_1")[0])).toContain("plain_text");
  });

  it("keeps what a label or an address holds from ending its link", () => {
    expect(textOf("[a|b>c](https://x.example/a|b>c)")).toEqual(["a|b&gt;c <https://x.example/a%7Cb&gt;c>"]);
  });

  it.each([
    ["lines", "Word ".repeat(9).concat("\n").repeat(700)],
    ["one line", "word ".repeat(5000)],
    ["one word", "&".repeat(9000)],
    ["points", "- a point of some length that goes on\n".repeat(400)],
  ])("cuts %s into sections that Slack takes, and loses nothing", (_, page) => {
    const sections = textOf(page);
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) {
      expect(section.length).toBeLessThanOrEqual(3000);
      expect(section).not.toMatch(/&[a-z]*$/);
    }
    const bare = (text: string) => text.replace(/[\s•-]+|&amp;/g, (found) => (found === "&amp;" ? "&" : ""));
    expect(bare(sections.join("\n"))).toBe(bare(page));
  });

  it("never has more than 50 blocks, and says where it was cut", () => {
    const blocks = slackBlocks("T".repeat(400), "word ".repeat(60_000), "dlv_1");
    expect(blocks).toHaveLength(50);
    expect(blocks[0]?.text.text).toHaveLength(150);
    expect(blocks.at(-1)?.text.text).toContain("the whole page is in Countersign");
  });
});
