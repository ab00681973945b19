import { isAppError } from "#lib/errors";

/** What became of a try: `gone` stands for not_found, which says nothing about whether the thing exists. */
export type Answer = "yes" | "forbidden" | "gone";

/** Tries something and says what became of it. Anything but a foreseen refusal is thrown on. */
export async function tryIt(act: () => Promise<unknown>): Promise<Answer> {
  try {
    await act();
    return "yes";
  } catch (error) {
    if (isAppError(error, "forbidden")) return "forbidden";
    if (isAppError(error, "not_found")) return "gone";
    throw error;
  }
}
