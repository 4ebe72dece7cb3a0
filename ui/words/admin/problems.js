// English: why a setting or a secret can't be saved, by the core's stable codes. Each says what to do.

import { problem as credentialProblem } from "./looks.js";

/** What is wrong with a file of settings. @type {Readonly<Record<string, string>>} */
const files = {
  encoding: "The file is not in UTF-8. Save it in that encoding.",
  tooLarge: "The file is too large to be one of settings. Check what was put there.",
  syntax: "This is not JSON. Check for a comma, a quotation mark or a bracket that is missing.",
  twice: "This is set twice. Take one of them out.",
  unknown: "No setting has this name. Check how it is written in docs/policy.md.",
  newer: "A later version of Countersign wrote this. Update Countersign on this computer.",
  secret: "A secret stands here. Take it out, and make a new one at Sinch or in Redis: others could read this file.",
  notManaged: "This can’t be set for many desks. Take it out.",
};

/** What is wrong with a value. @type {Readonly<Record<string, string>>} */
const values = {
  form: "This is missing, or is not something that this setting can have.",
  nothingSends: "A live desk needs an account at Sinch that carries one of its channels. Set up Sinch first, or stay in training.",
  "rules.codeDigits": "A code has 6 to 8 digits.",
  "rules.lifetime": "A code counts for 1 to 10 minutes.",
  "rules.tries": "Allow 1 to 10 wrong tries.",
  "rules.firstLock": "The first lock is out of its bounds.",
  "rules.longestLock": "The longest lock can’t be shorter than the first one.",
  "rules.pause": "Each pause is from 10 to 3600 seconds.",
  "rules.sendsPerChallenge": "The number of sends of one code is out of its bounds.",
  "rules.numberHourly": "The number of sends to a number in an hour is out of its bounds.",
  "rules.numberDaily": "The number of sends to a number in a day is out of its bounds.",
  "rules.deskHourly": "The number of sends by a desk in an hour is out of its bounds.",
  "rules.siteDaily": "The number of sends by the site in a day is out of its bounds.",
  "rules.manyReferences": "Many references are from 2 to 100.",
  "rules.swappedWithin": "A change of SIM counts for 1 to 30 days.",
  nothingLooksUp: "Looking numbers up needs a project’s account at Sinch: choose Project for texts on the page Sinch, or look nothing up.",
  "redis.site": "Use 1 to 32 of the letters a to z, digits and -, such as harbour-clinic.",
  "redis.address": "Write the address as rediss://host:6380/0, redis://host:6379/0 without TLS, or redis+unix:///path/of/a.sock.",
  "redis.secretInAddress": "Take the user and the password out of the address: they have fields of their own.",
  "redis.optionInAddress": "Take what follows ? or # out of the address: no options can be set there.",
  "redis.database": "Write the database as a number from 0 to 65535 after the address’s last /.",
  "redis.databaseNotHere": "Take the database number out of this address: a cluster has one database, and Sentinel’s has a field of its own.",
  "redis.socketNotHere": "Give host names: a socket is possible for a single server only.",
  "redis.noAddress": "Enter at least one address.",
  "redis.primaryName": "Enter the name by which the Sentinels know the primary, such as mymaster.",
  "redis.mixedTls": "Write all addresses of the cluster with rediss://, or all of them with redis://.",
  "redis.certificatesWithoutTls": "Certificates are used with TLS only: write the address with rediss://, or leave them out.",
  "redis.halfAnIdentity": "Give both this desk’s certificate and its key, or neither.",
  "redis.emptyUser": "Enter a user, or leave it out.",
  "redis.tooManyReplicas": "Ask for 8 replicas at the most.",
};

/** @param {string} code */
export const problem = (code) =>
  credentialProblem(code) ?? files[code] ?? values[code] ?? `This can’t be used as it is (${code}). Check it.`;
