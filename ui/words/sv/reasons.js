// Swedish: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("sv");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Ange ett telefonnummer.",
  "phone.too_short": "Det saknas siffror. Läs upp numret för kunden och lägg till dem.",
  "phone.too_long": "Det är för många siffror. Läs upp numret för kunden.",
  "phone.too_long_to_be_a_number": "Det är för mycket text för ett telefonnummer. Ange bara numret.",
  "phone.letters": "Ange numret med siffror. Bokstäver kan inte ingå.",
  "phone.not_a_number": "Ange ett telefonnummer, till exempel 070-174 06 05 eller +1 202 555 0100.",
  "phone.unknown_country_code": "Inget land har koden efter +. Kontrollera de första siffrorna.",
  "phone.no_country": "Numret hör inte till något land. Fråga efter ett mobilnummer.",
  "phone.not_in_country": "Det finns inget sådant nummer ({country}). Kontrollera siffrorna, eller välj ett annat land.",
  "phone.extension": "En kod kan inte nå en anknytning. Ange numret utan den, eller ett annat.",
  "phone.several": "Det är mer än ett nummer. Ange bara ett.",
  "phone.short_or_emergency": "En kod kan inte skickas till ett kortnummer eller larmnummer. Fråga efter ett mobilnummer.",
  "phone.doubled_country_code": "Landskoden står där två gånger. Ta bort en av dem.",
  "phone.zero_after_country_code": "Ta bort nollan efter landskoden.",
  "phone.missing_plus": "Om det är ett utländskt nummer ({country}), sätt ett + framför.",
  "code.empty": "Ange koden.",
  "code.letters": "Ange koden med siffror. Det finns inga bokstäver i den. Inget försök räknades.",
  "code.not_digits": "Ange bara kodens siffror. Inget försök räknades.",
  "code.too_short": "Det saknas siffror. Fråga kunden efter hela koden. Inget försök räknades.",
  "code.too_long": "Det är fler siffror än koden har. Inget försök räknades.",
};

export const unknownProblem = "Det går inte att läsa. Kontrollera det och skriv det igen.";

/** A country that has no name here. */
export const thisCountry = "det här landet";

const TELL_ADMIN = "Kontakta din administratör.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "Sinch känner inte till numret. Kontrollera det med kunden, siffra för siffra.",
  "sinch.illegal_number_type": "Sinch skickar inte till nummer av det här slaget. Fråga efter ett mobilnummer.",
  "sinch.invalid_request": `Sinch förstod inte den här platsen. ${TELL_ADMIN}`,
  "sinch.wrong_code": "Sinch väntar inte på någon kod för numret. Skicka en ny.",
  "sinch.not_found": "Sinch känner inte till koden. Skicka en ny.",
  "sinch.no_credit": "Sinch-kontot har inget saldo kvar. Kontakta din administratör: ingen plats kan skicka förrän det är påfyllt.",
  "sinch.blacklisted": "Numret finns på Sinchs spärrlista. Fråga efter ett annat nummer, eller ta reda på vem kunden är på annat sätt.",
  "sinch.account_blocked": "Sinch-kontot är spärrat, kanske för att saldot är slut. Kontakta din administratör: ingen plats kan skicka förrän det är öppnat.",
  "sinch.denied": "Sinch tillät ingen kod till numret. Fråga efter ett annat nummer, eller ta reda på vem kunden är på annat sätt.",
  "sinch.no_route": "Ingen operatör tar emot meddelanden till numret. Fråga efter ett annat nummer.",
  "sinch.too_soon": "Sinch skickade nyss en kod till numret. Vänta en minut och skicka sedan igen.",
  "sinch.capacity": "Sinch har för mycket att göra för det här kontot. Vänta en minut och skicka sedan igen.",
  "sinch.bad_credentials": "Sinch godtar inte platsens nyckel. Kontakta din administratör: ingen kod kan skickas förrän den är utbytt.",
  "sinch.wrong_region_or_plan": `Platsens Sinch-plan finns inte i den inställda regionen. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `Sinch-kontot låter inte den här platsen skicka. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "Sinch har redan tagit emot utskicket. Fråga kunden om koden har kommit.",
  "sinch.not_configured": `Sinch-kontot är inte helt inställt. ${TELL_ADMIN}`,
  "sinch.refused": "Sinch vägrade, och sade inte varför på ett sätt som den här versionen förstår. Försök en gång till, och kontakta sedan din administratör.",
  "sinch.clock_skew": "Datorns klocka går fel, och Sinch avvisar det den skickar. Ställ klockan och skicka sedan igen.",
  "sinch.unfit_text": `Meddelandets text kan inte skickas så som den är skriven. ${TELL_ADMIN}`,
  "sinch.unfit_id": "Sinch gav ett namn som inte kan användas. Skicka igen; om det inte hjälper, kontakta din administratör.",
  "sinch.name_not_found": "Sinchs adress går inte att hitta. Kontrollera datorns internetanslutning och skicka sedan igen.",
  "sinch.unreachable": "Sinch går inte att nå. Kontrollera datorns internetanslutning och skicka sedan igen.",
  "sinch.no_trusted_encryption": `Det gick inte att få en säker anslutning till Sinch, så inget överfördes. ${TELL_ADMIN}`,
  "sinch.timed_out": "Sinch svarade inte i tid. Fråga kunden om koden har kommit innan du skickar igen.",
  "sinch.cut": "Anslutningen till Sinch bröts. Fråga kunden om koden har kommit innan du skickar igen.",
  "sinch.unreadable": "Sinchs svar gick inte att läsa. Fråga kunden om koden har kommit innan du skickar igen.",
  "sinch.too_large": "Det som kom från Sinch var inget svar. Fråga kunden om koden har kommit innan du skickar igen.",
  "sinch.redirected": `Svaret pekade någon annanstans än till Sinch, och följdes inte. ${TELL_ADMIN}`,
  "sinch.server_error": "Sinch misslyckades. Fråga kunden om koden har kommit innan du skickar igen.",
  "sinch.unavailable": "Sinch är inte tillgängligt just nu. Vänta en minut och skicka sedan igen.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `Den här platsen kan inte öppna det som en annan plats skrev. ${TELL_ADMIN}`,
  "settings.unreadable": `Platsens fil settings.json kan inte läsas. Inget lager öppnades, och filen lämnades som den är. ${TELL_ADMIN}`,
  "settings.unusable": `Platsens fil settings.json innehåller något som den här versionen inte kan använda. Inget lager öppnades, och filen lämnades som den är. ${TELL_ADMIN} Felet är här:`,
  "settings.newer": "En nyare version av Countersign skrev platsens fil settings.json. Inget lager öppnades, och filen lämnades som den är. Kontakta din administratör: datorn behöver den nyare versionen igen.",
  "settings.keptAside": "Platsens fil settings.json var skadad, som efter ett strömavbrott. Inget lager öppnades. Den skadade filen sparades bredvid, under ett namn som börjar med settings.corrupt, så att din administratör kan titta på den.",
  "settings.unwritten": `Countersign kan inte skriva settings.json i sin mapp på den här datorn: disken kan vara full eller låst. ${TELL_ADMIN}`,
  "settings.rules": `En regel i inställningarna är utanför sina gränser. ${TELL_ADMIN}`,
  "settings.noFolder": `Datorn har ingen mapp för Countersigns data. ${TELL_ADMIN}`,
  "training.time": "Tiden kan inte hoppas över här: det gemensamma lagret går efter sin egen.",
  "training.sandbox": "Övningsplatsen kan inte öppnas på den här datorn. Stäng andra fönster av Countersign och försök sedan igen.",
  "training.folder": `Countersign kan inte skriva i sin mapp på den här datorn. ${TELL_ADMIN}`,
  "training.client": `Övningsplatsen kan inte förberedas på den här datorn. ${TELL_ADMIN}`,
  "command.argument": "Platsen bad om något som den inte kan få. Stäng Countersign och öppna det igen.",
  "admin.notSet": "Ingen lösenkod är vald. Stäng Countersign, öppna det igen och välj sedan en.",
  "admin.outOfMemory": "Datorn har för lite minne kvar för att jämföra lösenkoden. Stäng andra program och försök sedan igen.",
  "window.gone": "Fönstret höll på att stängas. Öppna Countersign igen.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Något gick fel som den här versionen inte har ord för (${code}). Försök igen, och kontakta sedan din administratör.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# minut", other: "# minuter" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# timme", other: "# timmar" }),
  /** @param {string} time */
  ahead: (time) =>
    `Datorns klocka går ${time} före Sinchs, så Sinch avvisar det den skickar. Ställ klockan och skicka sedan igen.`,
  /** @param {string} time */
  behind: (time) =>
    `Datorns klocka går ${time} efter Sinchs, så Sinch avvisar det den skickar. Ställ klockan och skicka sedan igen.`,
};

export const nothingSent = "Inget skickades.";

export const notChecked = "Koden kontrollerades inte, och inget försök räknades.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "För många felaktiga koder har skrivits för numret. Ta reda på vem kunden är på annat sätt.",
  resendPause: "En kod skickades nyss till numret.",
  sendsPerChallenge: "Koden har skickats så många gånger som den får. Fråga efter den igen, eller ändra numret.",
  numberHourly: "Numret har fått sina koder för den här timmen. Fråga efter ett annat nummer, eller ta reda på vem kunden är på annat sätt.",
  numberDaily: "Numret har fått sina koder för i dag. Fråga efter ett annat nummer, eller ta reda på vem kunden är på annat sätt.",
  deskHourly: "Platsen har skickat sina koder för den här timmen. Hänvisa kunden till en annan plats.",
  siteDaily: "Din organisation har skickat sina koder för i dag. Kontakta din administratör.",
  countryNotAllowed: "Din organisation bekräftar bara nummer från de här länderna: {countries}. Fråga efter ett annat nummer.",
  numberTypeRefused: "Koder skickas inte till nummer av det här slaget (betalnummer, delad kostnad, gratisnummer, personsökare eller röstbrevlåda). Fråga efter ett mobilnummer.",
  landlineNeedsCall: "Det är en fast telefon. Meddelanden når den inte, men en röst kan ringa och säga koden.",
  lineTypeRefused: "Enligt Sinch är detta inget mobilnummer, och den här organisationen skickar inga koder till andra. Be om ett mobilnummer, eller identifiera kunden på annat sätt.",
  simSwapped: "SIM-kortet för det här numret byttes nyligen, och någon annan kan ha det nu. Identifiera kunden på annat sätt.",
  notLookedUp: "Numret måste först slås upp hos Sinch, och det går inte just nu. Vänta en minut och skicka igen, eller identifiera kunden på annat sätt.",
  channelNotSetUp: "Det här sättet att skicka är inte inställt. Välj ett annat, eller kontakta din administratör.",
};

/**
 * The words around a time left. Where it is long, the moment by the clock is told too.
 * @typedef {object} WaitWords
 * @property {string} before the time left
 * @property {string} after it
 * @property {(time: string) => string} afterUntil after it, with the time of day
 * @property {string} over when the time has come
 */

/** @type {Readonly<Record<"locked" | "send" | "try", WaitWords>>} */
export const waits = {
  locked: {
    before: "Numret är spärrat ",
    after: " till.",
    afterUntil: (time) => ` till (slut: ${time}).`,
    over: "Du kan skicka nu.",
  },
  send: {
    before: "Du kan skicka igen om ",
    after: ".",
    afterUntil: (time) => ` (tid: ${time}).`,
    over: "Du kan skicka nu.",
  },
  try: {
    before: "Du kan försöka igen om ",
    after: ".",
    afterUntil: (time) => ` (tid: ${time}).`,
    over: "Du kan försöka igen nu.",
  },
};
