/** Where something may go from each of its states. */
export type Transitions<State extends string> = Record<State, readonly State[]>;

/** The states from which one may go to `next`. */
export function statesBefore<State extends string>(transitions: Transitions<State>, next: State): State[] {
  return (Object.keys(transitions) as State[]).filter((state) => transitions[state].includes(next));
}
