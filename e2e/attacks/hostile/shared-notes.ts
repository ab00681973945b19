import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Planted } from "#e2e/attacks/hostile/planted";

const About = z.looseObject({ attack: z.string(), attack_line: z.number() });

/** The poisoned notes of a folder: `notes/NAME.txt` beside `NAME.json`, which names the line that was planted. */
export function plantedIn(folder: string): Planted[] {
  return globSync("notes/*.json", { cwd: folder })
    .sort()
    .map((file) => {
      const { attack, attack_line } = About.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
      const text = readFileSync(join(folder, file.replace(/json$/, "txt")), "utf8");
      const before = text.split("\n").slice(0, attack_line - 1);
      return { name: file, text, attack, at: before.reduce((sum, line) => sum + line.length + 1, 0) };
    });
}

/** The naughty strings of a folder's `blns.json`. */
export function naughtyIn(folder: string): string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")));
}

/** The same text without the planted line. */
export function unplanted({ text, at }: Planted): string {
  const end = text.indexOf("\n", at);
  return text.slice(0, at) + (end === -1 ? "" : text.slice(end + 1));
}
