import { fork } from "node:child_process";
import { once } from "node:events";
import { environmentOf } from "#e2e/support/processes";

export type Person = { id: string; name: string };
/** What somebody asks for. They have seen revision 1 of a draft. */
export type Order = {
  by: Person;
  act: "approve" | "edit" | "reject" | "undo" | "hold" | "take over" | "paste" | "seal" | "take" | "submit";
  draftId?: string;
  statementId?: string;
  text?: string;
  /** Of an API token. */
  secret?: string;
};
export type Reply = Order & ({ ok: true; value: unknown } | { ok: false; code: string; message: string });
/** A process that many people use. */
export type Crowd = { ask: (orders: Order[]) => Promise<Reply[]>; end: () => void };

/** Starts such a process on the database that `env` names. */
export async function startCrowd(env: Record<string, string>): Promise<Crowd> {
  const child = fork("e2e/faults/crowd.ts", { env: environmentOf(env), execArgv: [] });
  await once(child, "message");
  return {
    ask: async (orders) => {
      const answered = once(child, "message");
      child.send(orders);
      const [replies] = (await answered) as [Reply[]];
      return replies;
    },
    end: () => void child.kill("SIGKILL"),
  };
}

/** Deals orders out to processes, has them asked for at the same time, and collects the replies. */
export async function askAll(crowds: Crowd[], orders: Order[]): Promise<Reply[]> {
  const dealt = crowds.map((crowd, which) => crowd.ask(orders.filter((_, n) => n % crowds.length === which)));
  return (await Promise.all(dealt)).flat();
}
