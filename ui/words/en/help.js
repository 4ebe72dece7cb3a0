// English: the keys, and the guide that F1 shows.

/** What is printed on the keys. */
export const keyNames = {
  Enter: "Enter",
  Escape: "Esc",
  Alt: "Alt",
  Ctrl: "Ctrl",
};

/** What the keys of the desk do. */
export const does = {
  send: "send",
  check: "check",
  newCustomer: "new customer, this one waits",
  nextCustomer: "next customer",
  tryAgain: "try again",
  otherWay: "send another way",
  handOver: "let the customer type it",
  takeBack: "take it back",
  couldNotVerify: "could not verify",
  end: "end",
  accept: "accept",
  back: "back",
  help: "help",
  waiting: "waiting customers",
};

export const heading = "Help";
export const close = "Close";
export const keysHere = "Keys here";
export const keysEverywhere = "Keys everywhere";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Keys in step 1, the number",
  code: "Keys in step 2, the code",
  verdict: "Keys at the verdict",
};
export const guideHeading = "The job in ten paragraphs";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "What it is for.",
    how: "A code goes to a phone, and whoever holds the phone tells it to you. So you know that the customer in front of you holds that number.",
  },
  {
    what: "Ask for the number.",
    how: "Type it as the customer says it. Numbers of another country begin with a plus. Read back what stands under the field, in groups, before you send.",
  },
  {
    what: "A reference helps.",
    how: "A booking or case number tells customers apart. A barcode scanner puts it into the right field by itself, and sends nothing.",
  },
  {
    what: "Send with Enter.",
    how: "The line above the code says where the text is. “Delivered” means that it is on the phone; until then, wait or ask the customer to look.",
  },
  {
    what: "Let the customer tell you the code.",
    how: "Never read it yourself from the customer’s phone, and never say it aloud first. Type it and press Enter; spaces do no harm.",
  },
  {
    what: "Verified means verified.",
    how: "Only the green word with the tick does. Everything else means that the number is not proved, whatever the customer says.",
  },
  {
    what: "A wrong code costs a try.",
    how: "Ask for the code of the newest message. When no tries are left the number is locked for a while, at every desk: that protects the customer.",
  },
  {
    what: "Nothing arrives?",
    how: "Read the number back once more. Then send again when the pause is over, or choose a call: a voice speaks the code.",
  },
  {
    what: "Someone else is waiting?",
    how: "Esc begins a new customer; this one waits at the side with their own time, and you come back with one press.",
  },
  {
    what: "If it can’t be done,",
    how: "don’t guess: identify the customer another way, as your site’s rules say. If the screen says that something is wrong with the desk, tell your administrator what it says.",
  },
];
