import type { Occasion } from "#lib/workflows/define";

const NTH = ["", "first", "second", "third", "fourth", "fifth", "sixth"];
const COUNT = ["", "one", "two", "three", "four", "five", "six"];

/** Why a follow-up is written, in words: “second follow-up of five”. */
export function occasionWords({ why, step, of }: Occasion): string {
  switch (why) {
    case "cadence":
      return `${NTH[step] ?? `${step}th`} follow-up of ${COUNT[of] ?? of}`;
    case "quiet":
      return "they went quiet";
    case "promise":
      return "promised at a meeting";
    case "asked":
      return "asked for by hand";
  }
}
