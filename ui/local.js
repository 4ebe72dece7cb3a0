// Names, lists and times of day as the language of the screen writes them.

import { words } from "./words.js";

/**
 * A formatter for the language that is spoken, made anew only when that changes.
 * @template T
 * @param {(language: string) => T} make
 * @returns {() => T}
 */
function spoken(make) {
  /** @type {{ language: string, formatter: T } | null} */
  let made = null;
  return () => {
    if (made?.language !== words.language) made = { language: words.language, formatter: make(words.language) };
    return made.formatter;
  };
}

const regions = spoken((language) => new Intl.DisplayNames([language], { type: "region" }));
const languages = spoken((language) => new Intl.DisplayNames([language], { type: "language" }));
const list = spoken((language) => new Intl.ListFormat([language], { type: "conjunction" }));
const time = spoken((language) => new Intl.DateTimeFormat([language], { hour: "2-digit", minute: "2-digit" }));
const date = spoken((language) => new Intl.DateTimeFormat([language], { dateStyle: "long" }));
const dateAndTime = spoken((language) => new Intl.DateTimeFormat([language], { dateStyle: "full", timeStyle: "short" }));
const dayAndTime = spoken((language) => new Intl.DateTimeFormat([language], { weekday: "long", hour: "2-digit", minute: "2-digit" }));

/**
 * A country's name.
 * @param {string} region ISO 3166-1 alpha-2
 */
export const regionName = (region) => regions().of(region) ?? region;

/**
 * A language's name.
 * @param {string} code ISO 639-1
 */
export const languageName = (code) => languages().of(code) ?? code;

/** @param {string[]} codes */
export const regionList = (codes) => list().format(codes.map(regionName));

/**
 * The time of day, with the day of the week where it is not today.
 * @param {number} milliseconds since 1970 in UTC
 */
export function timeOfDay(milliseconds) {
  const moment = new Date(milliseconds);
  const isToday = moment.toDateString() === new Date().toDateString();
  return (isToday ? time() : dayAndTime()).format(moment);
}

/**
 * A day of the calendar.
 * @param {string} moment as RFC 3339 writes it
 */
export const day = (moment) => date().format(new Date(moment));

/**
 * A day and a time of day.
 * @param {number} milliseconds since 1970 in UTC
 */
export const moment = (milliseconds) => dateAndTime().format(new Date(milliseconds));
