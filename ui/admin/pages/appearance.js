// The page of how the window looks. What is saved is applied when it is shown (see appearance.js).

import { choiceField } from "../fields.js";
import { card } from "../part.js";
import * as words from "../../words/admin/appearance.js";

export const appearanceParts = () => [
  card({ heading: words.theme.label }, [choiceField({ pointer: "/appearance/theme", words: words.theme, choices: words.themes })]),
  card({ heading: words.textSize.label }, [choiceField({ pointer: "/appearance/textSize", words: words.textSize, choices: words.textSizes })]),
];
