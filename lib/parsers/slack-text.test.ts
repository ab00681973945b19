import { describe, expect, it } from "vitest";
import { mentionsIn, readSlackText } from "#lib/parsers/slack-text";

const NAMES = { people: new Map([["U2", "Dana Weiss"]]), channels: new Map([["C9", "api"]]) };
const read = (text: string) => readSlackText(text, NAMES);

describe("the words of a Slack message", () => {
  it.each([
    ["Blocked on <#C2|api> &amp; <@U2>", "Blocked on #api & @Dana Weiss"],
    ["<@U9> <@U9|zed> <#C9> <#C8>", "@somebody @zed #api #a-channel"],
    ["<!here> <!channel> <!everyone|everyone>", "@here @channel @everyone"],
    ["<!subteam^S1|@platform> <!subteam^S2>", "@platform @a-group"],
    ["<!date^1392734382^{date}|Feb 18, 2014>", "Feb 18, 2014"],
    ["<https://x.example/a?b=1&amp;c=2>", "https://x.example/a?b=1&c=2"],
    ["<https://x.example/pr/7|PR 7>", "PR 7 (https://x.example/pr/7)"],
    ["<http://readme.md|readme.md>", "readme.md"],
    ["<mailto:bo@larkfield.example|bo@larkfield.example>", "bo@larkfield.example"],
    // Typed as text, so it is text: un-escaped after the tokens, and once.
    ["&lt;!here&gt; and &amp;lt;@U2&amp;gt;", "<!here> and &lt;@U2&gt;"],
    ["a &lt; b &gt; c", "a < b > c"],
    ["Done\nNext: <@U2>", "Done\nNext: @Dana Weiss"],
    ["<", "<"],
  ])("%j reads %j", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it("takes time in proportion to its length", () => {
    const started = performance.now();
    read("<".repeat(200_000));
    read("<@U2|".repeat(40_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("names the people in it", () => {
    expect(mentionsIn("<@U2> with <@W3|x>, not &lt;@U4&gt;")).toEqual(["U2", "W3"]);
  });
});
