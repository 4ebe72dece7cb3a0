// Generated from the settings' schema: never edit. UPDATE_DOCS=1 cargo test policy_document

/** Bounds of the settings that are numbers, each included, and the default where there is one. */
export const bounds = /** @type {const} */ ({
  "/admin/lockAfterMinutes": { least: 1, most: 60, usual: 5 },
  "/rules/codeDigits": { least: 6, most: 8, usual: 6 },
  "/rules/deskHourly": { least: 1, most: 3600, usual: 60 },
  "/rules/firstLockMinutes": { least: 1, most: 1440, usual: 15 },
  "/rules/lifetimeMinutes": { least: 1, most: 10, usual: 5 },
  "/rules/longestLockMinutes": { least: 1, most: 1440, usual: 60 },
  "/rules/manyReferences": { least: 2, most: 100, usual: 3 },
  "/rules/numberDaily": { least: 1, most: 200, usual: 10 },
  "/rules/numberHourly": { least: 1, most: 60, usual: 5 },
  "/rules/numberLookup/simSwap/withinDays": { least: 1, most: 30, usual: 7 },
  "/rules/resendPausesSeconds/0": { least: 10, most: 3600, usual: 30 },
  "/rules/resendPausesSeconds/1": { least: 10, most: 3600, usual: 60 },
  "/rules/resendPausesSeconds/2": { least: 10, most: 3600, usual: 120 },
  "/rules/sendsPerChallenge": { least: 1, most: 10, usual: 3 },
  "/rules/siteDaily": { least: 1, most: 1000000, usual: 1000 },
  "/rules/wrongTries": { least: 1, most: 10, usual: 5 },
  "/store/place/sentinel/database": { least: 0, most: 65535, usual: 0 },
  "/store/replicas": { least: 0, most: 8, usual: null },
});
