// German: the keys, and the guide that F1 shows.

/** What is printed on the keys. */
export const keyNames = {
  Enter: "Enter",
  Escape: "Esc",
  Alt: "Alt",
  Ctrl: "Strg",
};

/** What the keys of the desk do. */
export const does = {
  send: "senden",
  check: "prüfen",
  newCustomer: "neue Person, diese wartet",
  nextCustomer: "nächste Person",
  tryAgain: "erneut versuchen",
  otherWay: "anders senden",
  handOver: "die Person eintippen lassen",
  takeBack: "zurücknehmen",
  couldNotVerify: "Prüfung nicht möglich",
  end: "beenden",
  accept: "akzeptieren",
  back: "zurück",
  help: "Hilfe",
  waiting: "wartende Personen",
};

export const heading = "Hilfe";
export const close = "Schließen";
export const keysHere = "Tasten hier";
export const keysEverywhere = "Tasten überall";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Tasten in Schritt 1, der Nummer",
  code: "Tasten in Schritt 2, dem Code",
  verdict: "Tasten beim Ergebnis",
};
export const guideHeading = "Die Arbeit in zehn Absätzen";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "Wozu das dient.",
    how: "Ein Code geht an ein Telefon, und wer das Telefon in der Hand hat, sagt ihn Ihnen. So wissen Sie, dass die Person vor Ihnen diese Nummer hat.",
  },
  {
    what: "Fragen Sie nach der Nummer.",
    how: "Tippen Sie sie ein, wie die Person sie sagt. Nummern eines anderen Landes beginnen mit einem Plus. Lesen Sie vor dem Senden in Gruppen vor, was unter dem Feld steht.",
  },
  {
    what: "Eine Referenz hilft.",
    how: "Eine Buchungs- oder Vorgangsnummer hält Personen auseinander. Ein Barcodescanner trägt sie von selbst in das richtige Feld ein und sendet nichts.",
  },
  {
    what: "Senden Sie mit Enter.",
    how: "Die Zeile über dem Code sagt, wo die SMS ist. „Zugestellt“ heißt, dass sie auf dem Telefon ist; warten Sie bis dahin, oder bitten Sie die Person nachzusehen.",
  },
  {
    what: "Lassen Sie sich den Code sagen.",
    how: "Lesen Sie ihn nie selbst vom Telefon der Person ab, und sprechen Sie ihn nie zuerst aus. Tippen Sie ihn ein, und drücken Sie Enter; Leerzeichen schaden nicht.",
  },
  {
    what: "Bestätigt heißt bestätigt.",
    how: "Das sagt nur das grüne Wort mit dem Haken. Alles andere heißt, dass die Nummer nicht bewiesen ist, was auch immer die Person sagt.",
  },
  {
    what: "Ein falscher Code kostet einen Versuch.",
    how: "Fragen Sie nach dem Code der neuesten Nachricht. Ist kein Versuch mehr übrig, wird die Nummer eine Zeit lang gesperrt, an jedem Arbeitsplatz: Das schützt die Person.",
  },
  {
    what: "Nichts kommt an?",
    how: "Lesen Sie die Nummer noch einmal vor. Senden Sie dann nach der Pause erneut, oder wählen Sie einen Anruf: Eine Stimme spricht den Code.",
  },
  {
    what: "Jemand anderes wartet?",
    how: "Esc beginnt mit einer neuen Person; diese wartet an der Seite mit ihrer eigenen Zeit, und ein Tastendruck führt zu ihr zurück.",
  },
  {
    what: "Wenn es nicht geht,",
    how: "raten Sie nicht: Stellen Sie auf andere Weise fest, wer die Person ist, wie es die Regeln Ihrer Organisation sagen. Sagt der Bildschirm, dass mit dem Arbeitsplatz etwas nicht stimmt, geben Sie das an Ihre Administration weiter.",
  },
];
