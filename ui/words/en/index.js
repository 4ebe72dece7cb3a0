// English, whole: what every other language has to have too.

export * as about from "./about.js";
export * as comfort from "./comfort.js";
export * as delivery from "./delivery.js";
export * as desk from "./desk.js";
export * as endings from "./endings.js";
export * as handingOver from "./handing-over.js";
export * as health from "./health.js";
export * as help from "./help.js";
export * as numbers from "./numbers.js";
export * as opening from "./opening.js";
export * as reasons from "./reasons.js";
export * as store from "./store.js";
export * as updates from "./updates.js";
export * as waiting from "./waiting.js";
