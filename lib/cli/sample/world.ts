import { type Agenda, makeAgenda } from "#lib/cli/sample/agenda";
import { COMPANY, personOf } from "#lib/cli/sample/company";
import type { Store } from "#lib/db/store";
import { COMMAND, type Ctx, type Ports, type UserCtx } from "#lib/events/context";
import { type Day, localDay } from "#lib/format/dates";
import { llmSettings } from "#lib/llm/settings";
import type { Queue } from "#lib/queue/queue";
import { openVault } from "#lib/runtime/vault";

/** The company while its three months go by. Ids are known once the company is founded. */
export type World = Agenda & {
  ports: Ports;
  today: Day;
  timeZone: string;
  system: Ctx;
  /** The context in which somebody of the company acts. */
  as: (key: string) => UserCtx;
  ids: { people: Map<string, string>; teams: Map<string, string> };
};

// The runs of the sample are performed in their place in time, not when a worker gets round to them.
const NO_QUEUE: Queue = { send: async () => {}, work: async () => {}, stop: async () => {} };

/** The world from `begin` to `end`, in which nothing has happened yet. */
export function makeWorld(store: Store, begin: Date, end: Date): World {
  const agenda = makeAgenda(begin, end);
  const ports: Ports = {
    store,
    queue: NO_QUEUE,
    now: agenda.clock.now,
    llm: llmSettings({}),
    channels: {},
    // Nothing of the sample is sealed.
    vault: openVault(() => []),
  };
  const ids: World["ids"] = { people: new Map(), teams: new Map() };
  const { timeZone } = COMPANY;
  return {
    ...agenda,
    ports,
    ids,
    timeZone,
    today: localDay(end, timeZone),
    system: { ...ports, actor: { kind: "system" }, from: COMMAND },
    as: (key) => {
      const { name, role } = personOf(key);
      const id = ids.people.get(key);
      if (!id) throw new Error(`${name} has not been invited yet.`);
      return { ...ports, actor: { kind: "user", id, name, role }, from: COMMAND };
    },
  };
}

/** The key of the person with an id. */
export function keyOf(world: World, userId: string): string {
  for (const [key, id] of world.ids.people) if (id === userId) return key;
  throw new Error(`${userId} is nobody of the sample company.`);
}
