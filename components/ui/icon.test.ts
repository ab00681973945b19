import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { IconName } from "#components/ui/icon";

const names = {
  mark: 1,
  today: 1,
  reviews: 1,
  plus: 1,
  actions: 1,
  decisions: 1,
  standups: 1,
  leads: 1,
  claims: 1,
  documents: 1,
  workflows: 1,
  runs: 1,
  spend: 1,
  log: 1,
  settings: 1,
  search: 1,
  sun: 1,
  close: 1,
  check: 1,
  down: 1,
  right: 1,
  left: 1,
  lock: 1,
  clock: 1,
  block: 1,
  warn: 1,
  info: 1,
  done: 1,
  ring: 1,
  dashed: 1,
  quote: 1,
  mail: 1,
  hash: 1,
  commit: 1,
  undo: 1,
  upload: 1,
  edit: 1,
  snooze: 1,
  "hand-over": 1,
  refresh: 1,
  offline: 1,
  mic: 1,
  calendar: 1,
  user: 1,
  more: 1,
  link: 1,
  eye: 1,
  questions: 1,
  key: 1,
  swap: 1,
  flag: 1,
  bell: 1,
} satisfies Record<IconName, 1>;

it("draws every icon that has a name, and no other", () => {
  const sprite = readFileSync(new URL("icons.svg", import.meta.url), "utf8");
  const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]);
  expect(drawn.sort()).toEqual(Object.keys(names).sort());
});
