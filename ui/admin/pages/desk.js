// Which desk this is and whose, and whether it sends.

import { choiceField, countryField, switchField, textField } from "../fields.js";
import { createPage } from "../page.js";
import { card } from "../part.js";
import * as words from "../../words/admin/desk.js";

const LONGEST_NAME = 40;

/** Who and where: the wizard asks for it too. */
export const createDeskParts = () => [
  card({}, [
    textField({ pointer: "/desk/name", words: words.deskName, isRequired: true, longest: LONGEST_NAME }),
    textField({ pointer: "/organisation/name", words: words.organisationName, isRequired: true, empty: null, longest: LONGEST_NAME }),
    countryField({ pointer: "/organisation/home", words: words.home }),
  ]),
];

const createModePart = () =>
  card(words.mode, [choiceField({ pointer: "/mode", words: words.sends, choices: words.modes })]);

const createCustomerPart = () =>
  card(words.customerScreen, [
    choiceField({ pointer: "/desk/customerView", words: words.customerView, choices: words.customerViews }),
  ]);

const createUpdatesPart = () =>
  card(words.updates, [switchField({ pointer: "/updates/notice", words: words.updateNotice })]);

export const createDeskPage = () =>
  createPage({
    words: words.page,
    parts: [...createDeskParts(), createCustomerPart(), createModePart(), createUpdatesPart()],
  });
