import { expect, test } from "vitest";
import { htmlToText } from "#lib/files/html";

test.each([
  ["<p>One<p>Two<br>three", "One\n\nTwo\nthree"],
  ["<ul><li><p>a</p><ul><li>b</ul></ul>", "- a\n  - b"],
  ["<div>a</div><div>b</div>", "a\nb"],
  ["<pre>a\n  b</pre>", "a\n  b"],
  ["a <script>x<y</script><!-- c --><span style='display: none'>hidden</span>b", "a b"],
  ["&lt;b&gt; &amp;amp; &#x202e;", "<b> &amp; \u202e"],
])("%j reads %j", (html, text) => expect(htmlToText(html).text).toBe(text));

test.each([
  ["nested", "<div>".repeat(10_000)],
  ["unclosed", "<".repeat(300_000)],
  ["of blanks", `<p>${" ".repeat(500_000)}x`],
  ["hidden in hidden", "<div hidden>".repeat(50_000)],
  ["of bars", `<table>${"<td>".repeat(200_000)}`],
])("a page that is %s takes no long time", { timeout: 5000 }, (_, html) => {
  expect(htmlToText(html).text.length).toBeLessThanOrEqual(html.length);
});
