import { hash, verify } from "@node-rs/argon2";

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. It is the library's default algorithm.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Of a random password nobody knows, at the same cost: who has no password takes as long to refuse as who has.
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$EG9yi+IOdmQAVBY0rYcNyA$+D7W3INR5GoxmOsSzyW5aAH+LpEDwV86vnVa5qNN4x0";

/** Hashes a new password. Takes about 30 ms of a core, so never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether a password fits a hash. Verifies exactly once, also where there is no hash to fit. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? NOBODY, password.normalize("NFKC"));
  return fits && passwordHash !== null;
}
