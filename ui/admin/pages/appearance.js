// The page of how the window looks. What is saved is applied when it is shown (see appearance.js).

import { choiceField } from "../fields.js";
import { createPage } from "../page.js";
import { card } from "../part.js";
import * as words from "../../words/admin/appearance.js";

export const createAppearancePage = () =>
  createPage({
    words: words.page,
    parts: [
      card(words.look, [
        choiceField({ pointer: "/appearance/theme", words: words.theme, choices: words.themes }),
        choiceField({ pointer: "/appearance/textSize", words: words.textSize, choices: words.textSizes }),
        choiceField({ pointer: "/appearance/language", words: words.language, choices: words.languages }),
      ]),
    ],
  });
