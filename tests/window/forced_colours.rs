//! The styles where somebody forces colours of their own, or wants more contrast or less motion. WebKitGTK
//! forces none, so the rules themselves are read: a background that is forced away takes nothing along that is
//! not told by a shape, by a sign or in words as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A rule of a style sheet, with the query that it stands under.
#[derive(Debug)]
struct Rule {
    sheet: String,
    query: String,
    selector: String,
    declarations: Vec<(String, String)>,
}

/// What tells a state besides colour.
const SHAPES: [&str; 14] = [
    "animation",
    "border-radius",
    "border-style",
    "border-width",
    "border-inline-start-style",
    "border-inline-start-width",
    "clip-path",
    "content",
    "display",
    "font-weight",
    "height",
    "outline",
    "text-decoration",
    "width",
];

/// States that words tell, right where the state shows: their colour only repeats them.
const SAID_IN_WORDS: [(&str, &str); 9] = [
    (
        r#"[data-check="warned"]"#,
        "the state's word stands beside the name of the stage",
    ),
    (
        r#"[data-tone="good"]"#,
        "the caption says what the number is",
    ),
    (
        r#"[data-verdict="expired"]"#,
        "one large word, and a shape of its own",
    ),
    (
        r#"[data-verdict="failed"]"#,
        "a sentence that says what failed",
    ),
    (
        r#"[data-verdict="locked"]"#,
        "one large word, and a shape of its own",
    ),
    (
        r#"[data-verdict="verified"]"#,
        "one large word, and a shape of its own",
    ),
    (
        r#"[data-verdict="warned"]"#,
        "a sentence that says what to look at",
    ),
    (
        r#"[data-verdict="well"]"#,
        "a sentence that says that all is well",
    ),
    (
        "[data-code]",
        "the notice itself, which is not there otherwise",
    ),
];

/// The colours that whoever forces them has chosen (CSS Color 4, and what takes none of its own).
const SYSTEM_COLOURS: [&str; 7] = [
    "Canvas",
    "CanvasText",
    "GrayText",
    "Highlight",
    "HighlightText",
    "currentColor",
    "none",
];

fn rules() -> Vec<Rule> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/styles");
    let mut rules = Vec::new();
    for entry in fs::read_dir(folder).expect("the styles") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = without_comments(&fs::read_to_string(&path).expect("a style sheet"));
        read(&name, "", &text, &mut rules);
    }
    assert!(rules.len() > 300, "the styles were read: {}", rules.len());
    rules
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .filter_map(|part| part.split_once("*/"))
        .fold(first, |text, (_, rest)| text + rest)
}

/// Reads the rules of a block, and those of the blocks in it.
fn read(sheet: &str, query: &str, text: &str, rules: &mut Vec<Rule>) {
    let mut rest = text;
    while let Some((head, behind)) = rest.split_once('{') {
        let end = end_of_block(behind);
        let (head, body) = (head.trim(), &behind[..end]);
        if head.starts_with("@media") {
            read(sheet, head, body, rules);
        } else if !head.starts_with('@') {
            rules.push(Rule {
                sheet: sheet.to_owned(),
                query: query.to_owned(),
                selector: head.to_owned(),
                declarations: declarations(body),
            });
        }
        rest = &behind[end + 1..];
    }
}

fn end_of_block(text: &str) -> usize {
    let mut depth = 0;
    let end = text.find(|character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        depth < 0
    });
    end.expect("a block has an end")
}

fn declarations(body: &str) -> Vec<(String, String)> {
    body.split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

impl Rule {
    fn is_forced(&self) -> bool {
        self.query.contains("forced-colors")
    }

    /// The states in its selector: what is named by an attribute, chosen or past.
    fn states(&self) -> BTreeSet<String> {
        let attributes = self.selector.split('[').skip(1).filter_map(|rest| {
            let (attribute, _) = rest.split_once(']')?;
            let is_state = attribute.starts_with("data-") || attribute.starts_with("aria-");
            is_state.then(|| format!("[{attribute}]"))
        });
        let checked = self
            .selector
            .contains(":checked")
            .then(|| ":checked".to_owned());
        attributes.chain(checked).collect()
    }

    fn paints_a_ground(&self) -> bool {
        let is_ground = |(name, value): &(String, String)| {
            let is_painted = !["none", "transparent"].contains(&value.as_str());
            let grounds = [
                "background",
                "background-color",
                "fill",
                "--ground",
                "--tone-ground",
            ];
            grounds.contains(&name.as_str()) && is_painted
        };
        self.declarations.iter().any(is_ground)
    }

    fn has_a_shape(&self) -> bool {
        let mut names = self.declarations.iter().map(|(name, _)| name.as_str());
        names.any(|name| SHAPES.contains(&name))
    }
}

#[test]
fn no_state_hangs_on_its_background_alone() {
    let rules = rules();
    let told: BTreeSet<String> = rules
        .iter()
        .filter(|rule| rule.is_forced() || rule.has_a_shape())
        .flat_map(Rule::states)
        .collect();
    let in_words: BTreeSet<String> = SAID_IN_WORDS.map(|(state, _)| state.to_owned()).into();
    let painted: BTreeSet<String> = rules
        .iter()
        .filter(|rule| !rule.is_forced() && rule.paints_a_ground())
        .flat_map(Rule::states)
        .collect();
    assert!(painted.len() > 10, "{painted:?}");
    // A rule for whatever value an attribute has is one for each of them.
    let is_told = |state: &str| {
        let attribute = state.split('=').next().unwrap_or(state);
        told.contains(state) || told.contains(&format!("{attribute}]"))
    };
    let untold: Vec<_> = painted
        .iter()
        .filter(|state| !is_told(state) && !in_words.contains(*state))
        .collect();
    assert_eq!(untold, Vec::<&String>::new());
    let stale: Vec<_> = in_words.difference(&painted).collect();
    assert_eq!(
        stale,
        Vec::<&String>::new(),
        "said in words, and painted nowhere"
    );
}

/// What is painted in spite of forced colours is painted in those.
#[test]
fn forced_colours_are_the_only_ones() {
    let rules = rules();
    let painting = [
        "background",
        "background-color",
        "border-color",
        "color",
        "fill",
        "outline-color",
        "stroke",
    ];
    let forced: Vec<_> = rules
        .iter()
        .filter(|rule| rule.is_forced())
        .flat_map(|rule| {
            rule.declarations
                .iter()
                .map(move |declaration| (rule, declaration))
        })
        .collect();
    assert!(forced.len() > 40, "{}", forced.len());
    for (
        Rule {
            sheet, selector, ..
        },
        (name, value),
    ) in forced
    {
        let is_system = SYSTEM_COLOURS.contains(&value.as_str());
        let is_colour = painting.contains(&name.as_str());
        assert!(
            !is_colour || is_system,
            "{sheet}: {selector} {{ {name}: {value} }}"
        );
        assert!(
            !value.contains("var("),
            "{sheet}: {selector} {{ {name}: {value} }}"
        );
    }
}

/// A ground that is kept in spite of forced colours has words of a colour that goes with it.
#[test]
fn what_is_not_forced_names_both_its_colours() {
    for Rule {
        sheet,
        selector,
        declarations,
        ..
    } in rules().iter().filter(|rule| rule.is_forced())
    {
        let value = |wanted: &str| {
            declarations
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str())
        };
        if value("background") == Some("Highlight") && !selector.contains("[data-selected]") {
            assert_eq!(value("color"), Some("HighlightText"), "{sheet}: {selector}");
        }
    }
}

/// A ring around what has the focus is an outline: shadows are forced away.
#[test]
fn a_focus_is_never_shown_by_a_shadow_alone() {
    // The field of the code, whose cell shows it; headings, which are no place to do anything; a radio button,
    // whose whole choice shows it.
    let shown_elsewhere = [
        "h1:focus",
        "h3:focus",
        ".choice input",
        "[data-kind=\"cells\"] #code",
    ];
    for Rule {
        sheet,
        selector,
        declarations,
        ..
    } in rules()
    {
        let has = |wanted: &str| declarations.iter().any(|(name, _)| name == wanted);
        let is_elsewhere = shown_elsewhere.iter().any(|each| selector.contains(each));
        if selector.contains(":focus") && has("box-shadow") && !is_elsewhere {
            assert!(
                has("outline") || has("outline-offset"),
                "{sheet}: {selector}"
            );
        }
        let takes_away = declarations.iter().any(|(name, value)| {
            name == "outline" && ["0", "none", "none !important"].contains(&value.as_str())
        });
        assert!(!takes_away || is_elsewhere, "{sheet}: {selector}");
    }
}

#[test]
fn less_motion_stops_all_of_it() {
    let rules = rules();
    let calm = rules
        .iter()
        .find(|rule| rule.query.contains("prefers-reduced-motion: reduce"))
        .expect("a rule for less motion");
    assert!(calm.selector.split(',').any(|part| part.trim() == "*"));
    for name in ["animation", "transition"] {
        let stopped = (name.to_owned(), "none !important".to_owned());
        assert!(calm.declarations.contains(&stopped), "{name}");
    }
    let insists =
        |(_, value): &(String, String)| value.contains("!important") && value.contains('s');
    let moving = rules
        .iter()
        .filter(|rule| !rule.query.contains("reduced-motion"))
        .flat_map(|rule| &rule.declarations);
    let against = moving
        .filter(|(name, _)| name.starts_with("animation") || name.starts_with("transition"))
        .filter(|each| insists(each))
        .count();
    assert_eq!(against, 0);
}

/// Where more contrast is wanted, each colour that tells something is told anew.
#[test]
fn more_contrast_changes_every_colour_with_a_meaning() {
    let rules = rules();
    let strong = rules
        .iter()
        .find(|rule| rule.query.contains("prefers-contrast: more"))
        .expect("a rule for more contrast");
    for name in [
        "--paper", "--card", "--ink", "--soft", "--line", "--edge", "--brand", "--good", "--wait",
        "--bad",
    ] {
        let (_, value) = strong
            .declarations
            .iter()
            .find(|(each, _)| each == name)
            .unwrap_or_else(|| panic!("{name}"));
        assert!(value.starts_with("light-dark("), "{name}: {value}");
    }
}
