// Swedish: the keys, and the guide that F1 shows.

/** What is printed on the keys. */
export const keyNames = {
  Enter: "Enter",
  Escape: "Esc",
  Alt: "Alt",
  Ctrl: "Ctrl",
};

/** What the keys of the desk do. */
export const does = {
  send: "skicka",
  check: "kontrollera",
  newCustomer: "ny kund, den här väntar",
  nextCustomer: "nästa kund",
  tryAgain: "försök igen",
  otherWay: "skicka på annat sätt",
  handOver: "låt kunden skriva in den",
  takeBack: "ta tillbaka den",
  couldNotVerify: "gick inte att bekräfta",
  end: "avsluta",
  accept: "godkänn",
  back: "tillbaka",
  help: "hjälp",
  waiting: "väntande kunder",
};

export const heading = "Hjälp";
export const close = "Stäng";
export const keysHere = "Tangenter här";
export const keysEverywhere = "Tangenter överallt";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Tangenter i steg 1, numret",
  code: "Tangenter i steg 2, koden",
  verdict: "Tangenter vid resultatet",
};
export const guideHeading = "Arbetet i tio stycken";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "Vad det är till för.",
    how: "En kod går till en telefon, och den som håller i telefonen säger den till dig. Då vet du att kunden framför dig har det numret.",
  },
  {
    what: "Fråga efter numret.",
    how: "Skriv det som kunden säger det. Nummer i ett annat land börjar med ett plus. Läs upp det som står under fältet, i grupper, innan du skickar.",
  },
  {
    what: "En referens hjälper.",
    how: "Ett boknings- eller ärendenummer skiljer kunderna åt. En streckkodsläsare sätter det i rätt fält av sig själv och skickar inget.",
  },
  {
    what: "Skicka med Enter.",
    how: "Raden ovanför koden säger var sms:et är. ”Levererad” betyder att det är framme i telefonen; vänta till dess, eller be kunden titta efter.",
  },
  {
    what: "Låt kunden säga koden.",
    how: "Läs den aldrig själv från kundens telefon, och säg den aldrig högt först. Skriv in den och tryck på Enter; mellanslag gör inget.",
  },
  {
    what: "Bekräftad betyder bekräftad.",
    how: "Det säger bara det gröna ordet med bocken. Allt annat betyder att numret inte är bevisat, vad kunden än säger.",
  },
  {
    what: "En felaktig kod kostar ett försök.",
    how: "Fråga efter koden i det senaste meddelandet. När inga försök är kvar spärras numret en stund, vid alla platser: det skyddar kunden.",
  },
  {
    what: "Kommer inget fram?",
    how: "Läs upp numret en gång till. Skicka sedan igen när pausen är över, eller välj ett samtal: en röst läser upp koden.",
  },
  {
    what: "Väntar någon annan?",
    how: "Esc börjar med en ny kund; den här väntar vid sidan med sin egen tid, och du är tillbaka med en enda tangent.",
  },
  {
    what: "Om det inte går,",
    how: "gissa inte: ta reda på vem kunden är på annat sätt, som din organisations regler säger. Om skärmen säger att något är fel vid platsen, berätta för din administratör vad den säger.",
  },
];
