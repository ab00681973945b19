/**
 * Functions that say who acts and need no row in the matrix, each with its reason. No page may call one: completeness.test
 * sees to that.
 */
export const ROWLESS: Record<string, string> = {
  performRun: "The worker writes a run that somebody asked for with a verb.",
  claimRun: "A step of the worker's.",
  startChecking: "A step of the worker's.",
  readWriterInput: "A step of the worker's; reads what the run was asked to read.",
  holdLease: "A step of the worker's.",
  recordCall: "A step of the worker's.",
  endRunInDraft: "A step of the worker's.",
  endRunInError: "A step of the worker's.",
  sweepRuns: "The worker's clock.",
  expireLeases: "The worker's clock.",
  performDelivery: "The worker sends what somebody approved.",
  sweepDeliveries: "The worker's clock.",
  sweepRetention: "The worker's clock.",
  ensureSetupLink: "Runs at each start, before anybody can sign in.",
  changeAction: "What the verbs of an action have in common; each of them has a row.",
  listHistory: "Told beside a thing that its reader was just shown.",
  takeTry: "Counts tries of people who are nobody yet.",
  sweepThrottles: "Counts tries of people who are nobody yet.",
};
