import { readFileSync } from "node:fs";
import { findDuePhrases, resolveDue } from "#lib/grounding/due";
import { splitSentences } from "#lib/grounding/sentences";

let n = 0;
for (const f of process.argv.slice(2)) {
  const text = readFileSync(f, "utf8");
  const held = /\d{4}-\d{2}-\d{2}/.exec(f)?.[0] ?? "2020-01-01";
  for (const { start, end } of splitSentences(text)) {
    const t = text.slice(start, end);
    for (const p of findDuePhrases(t)) {
      n++;
      console.log(
        held,
        "|",
        p.phrase,
        "|",
        resolveDue(p.phrase, { heldOn: held }),
        "|",
        t.slice(Math.max(0, p.start - 60), p.end + 30).replace(/\n/g, " "),
      );
    }
  }
}
console.log(n);
