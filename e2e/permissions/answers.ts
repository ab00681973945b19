import { type AppErrorCode, isAppError } from "#lib/errors";

/** What became of a try: `gone` stands for not_found, which says nothing about whether the thing exists. */
export type Answer = "yes" | "forbidden" | "gone" | "conflict" | "invalid";

const REFUSALS: Partial<Record<AppErrorCode, Answer>> = {
  forbidden: "forbidden",
  not_found: "gone",
  conflict: "conflict",
  invalid: "invalid",
};

/** Tries something and says what became of it. Anything but a foreseen refusal is thrown on. */
export async function tryIt(act: () => Promise<unknown>): Promise<Answer> {
  try {
    await act();
    return "yes";
  } catch (error) {
    const refusal = isAppError(error) && REFUSALS[error.code];
    if (!refusal) throw error;
    return refusal;
  }
}
