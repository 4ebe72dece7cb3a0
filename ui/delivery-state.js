// How far a send is on its way, in one word: for the line of step 2 and for the rows of those who wait.
// What is said of it is in words/.

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").DeliveryView} DeliveryView */

/** @typedef {"sending" | "sent" | "carrier" | "delivered" | "failed" | "unknown"} DeliveryState */

/**
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 * @returns {DeliveryState}
 */
export function deliveryState({ send }, delivery) {
  switch (delivery.state) {
    case "waiting":
      return send;
    case "queued":
      return "sent";
    case "withCarrier":
      return "carrier";
    case "delivered":
    case "failed":
      return delivery.state;
  }
}

/**
 * Whether it left and has not ended: its seconds are counted.
 * @param {DeliveryState} state
 */
export const isUnderWay = (state) => state === "sent" || state === "carrier";
