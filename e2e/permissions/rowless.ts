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
  answerApi:
    "The door of programs: who acts it finds by their token. e2e/permissions/machine holds it to the matrix.",
  answerMcp:
    "The door of models: who acts it finds by their token. e2e/permissions/machine holds it to the matrix.",
  bearerOf: "Finds who acts for a door of programs.",
  takeRequest: "Counts what a token asks, whatever it asks.",
  receiptFor: "Part of a request of a token’s, in the transaction of a verb that has a row.",
  findReceipt: "Told to the token that made the request, by that token’s id.",
  keepAnswer: "Keeps what a token was answered a moment ago.",
  sweepReceipts: "The worker's clock.",
  readOffer: "Looks at an offer before a verb stores it; each of those verbs has a row.",
  ownTries: "Says under which key the tries of whoever acts are counted.",
  readCode: "Looks at a code before a verb spends it; each of those verbs has a row.",
  confirmPassword: "A step of verbs that change how somebody signs in; each of them has a row.",
  providerPath: "Calls signInWithProvider, which has a row.",
  sweepThrottles: "Counts tries of people who are nobody yet.",
};
