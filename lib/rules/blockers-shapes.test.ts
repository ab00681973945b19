import { describe, expect, it } from "vitest";
import { findBlockers } from "#lib/rules/blockers";

const LABELS = [
  "Blockers",
  "Any blockers?",
  "What is blocking you?",
  "Do you have any impediments?",
  "Where do I need assistance?",
  "Stuck on",
  "Issues faced",
  "Challenges",
  "What problems are you facing?",
  "Anything blocking your progress?",
  "Help needed",
];

const signed = (label: string) => (label.endsWith("?") ? label : `${label}:`);
const bare = (label: string) => label.replace("?", "");

/** How teams set down the same three answers. */
const SHAPES: Record<string, (label: string, said: string) => string> = {
  "numbered questions, lines left blank": (label, said) =>
    `1. What did you do?\n\nThe parser\n\n2. What will you do?\n\nThe tests\n\n3. ${label}\n\n${said}\n`,
  "numbered questions in one line": (label, said) =>
    `1. What did you do? The parser\n2. What will you do? The tests\n3. ${signed(label)} ${said}`,
  "numbers in brackets": (label, said) =>
    `1) What did you do?\n-The parser\n2) What will you do?\n-The tests\n3) ${label}\n-${said}`,
  "bold labels in paragraphs": (label, said) =>
    `**What did you do?** The parser is done.\n\n**What will you do?** The tests.\n\n**${signed(label)}** ${said}`,
  "bold labels above": (label, said) =>
    `**What did you do?**\n\nThe parser is done.\n\n**What will you do?**\n\nThe tests.\n\n**${signed(label)}**\n\n${said}`,
  "labels in italics": (label, said) =>
    `*What did you do?*\nThe parser\n*What will you do?*\nThe tests\n*${label}*\n${said}`,
  "underlined labels in a list": (label, said) =>
    `- __What did I do yesterday?__\n  - parser\n- __What will I do today?__\n  - tests\n- __${label}__\n  - ${said}`,
  "Q and A": (label, said) =>
    `Q: What did you do?\nA: The parser\nQ: What will you do?\nA: The tests\nQ: ${label}\nA: ${said}`,
  "answers marked as such": (label, said) =>
    `What did you do?\nAns: The parser\nWhat will you do?\nAns: The tests\n${label}\nAns: ${said}`,
  "answers below bullets": (label, said) =>
    `### Bo\n* What did you do?\n    The parser\n* What will you do?\n    The tests\n* ${label}\n    ${said}`,
  "nested bullets": (label, said) =>
    `### Bo\n* What did you do?\n  * The parser\n* What will you do?\n  * The tests\n* ${signed(label)}\n  * ${said}`,
  "headings by person": (label, said) =>
    `# Daily 3 Nov\n\n## Bo Lind\n\n### What did you do?\n\nThe parser\n\n### What will you do?\n\nThe tests\n\n### ${label}\n\n${said}\n\n## Ann Lee\n\n### What did you do?\n\nThe menu\n\n### What will you do?\n\nThe footer\n\n### ${label}\n\nNone\n`,
  "bold names": (label, said) =>
    `**Bo**\n\nDone: The parser\n\nNext: The tests\n\n${signed(label)} ${said}\n\n**Ann**\n\nDone: menu\n\nNext: footer\n\n${signed(label)} none`,
  "one line of sentences": (label, said) => `Bo: Done: the parser. Next: the tests. ${signed(label)} ${said}`,
  "one line with semicolons": (label, said) => `Done: the parser; Next: the tests; ${signed(label)} ${said}`,
  "one line with bars": (label, said) => `Done: the parser | Next: the tests | ${signed(label)} ${said}`,
  "labels before dashes": (label, said) => `Done - the parser\nNext - the tests\n${bare(label)} - ${said}`,
  "a table of tabs": (label, said) => `Name\tDone\tNext\t${label}\nBo\tparser\ttests\t${said}`,
  "a table of people in columns": (label, said) =>
    `| Question | Bo | Ann |\n|---|---|---|\n| What did you do? | parser | menu |\n| What will you do? | tests | footer |\n| ${label} | ${said} | none |`,
  "a table of questions and people": (label, said) =>
    `| Question | Name | 3/2 |\n|---|---|---|\n| What did you do? | Bo | parser |\n| What will you do? | Bo | tests |\n| ${label} | Bo | ${said} |`,
  "a table by day": (label, said) =>
    `| Date | Done | Next | ${label} |\n|---|---|---|---|\n| 3/2 | parser | tests | ${said} |\n| 4/2 | menu | footer | none |`,
  HTML: (label, said) =>
    `<h3>Bo</h3>\n<b>Done</b><br>\nparser<br>\n<b>Next</b><br>\ntests<br>\n<b>${label}</b><br>\n${said}<br>`,
  "quoted lines": (label, said) => `> Done\n> parser\n> Next\n> tests\n> ${label}\n> ${said}`,
  pictures: (label, said) => `✅ Done\n- parser\n🎯 Next\n- tests\n🚧 ${label}\n- ${said}`,
  "small headings": (label, said) =>
    `#### Bo\n##### Done\n* parser\n##### Next\n* tests\n##### ${label}\n* ${said}`,
  "people below headings": (label, said) =>
    `## Done\n- Bo: parser\n- Ann: menu\n\n## Next\n- Bo: tests\n- Ann: footer\n\n## ${label}\n- Bo: ${said}\n- Ann: none`,
  "bold people below headings": (label, said) =>
    `### Done\n**Bo**\n- parser\n\n**Ann**\n- menu\n\n### ${label}\n**Bo**\n- ${said}\n\n**Ann**\n- none`,
  "check boxes": (label, said) =>
    `Done\n- [x] parser\n\nNext\n- [ ] tests\n\n${signed(label)}\n- [ ] ${said}`,
  "lines of Windows": (label, said) =>
    `Done:\r\n- parser\r\nNext:\r\n- tests\r\n${signed(label)}\r\n- ${said}\r\n`,
  reStructuredText: (label, said) =>
    `Bo\n==\n\nDone\n----\n\n* parser\n\nNext\n----\n\n* tests\n\n${label}\n----------\n\n* ${said}\n`,
  AsciiDoc: (label, said) => `== Bo\n=== Done\n* parser\n=== Next\n* tests\n=== ${label}\n* ${said}`,
};

const quotes = (text: string) => findBlockers(text).map(({ quote }) => quote);

describe("a field for blockers is found", () => {
  it.each(Object.keys(SHAPES))("in %s", (shape) => {
    for (const label of LABELS) {
      expect(quotes(SHAPES[shape]!(label, "the portal")), label).toEqual([
        expect.stringContaining("the portal"),
      ]);
      expect(quotes(SHAPES[shape]!(label, "None")), label).toEqual([]);
    }
  });
});
