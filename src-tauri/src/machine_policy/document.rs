//! Holds `docs/policy.schema.json`, the reference within `docs/policy.md` and the bounds that the admin's
//! pages know to the settings: written anew on request, compared otherwise. What an admin copies from the document is read as a policy.

use countersign_core::settings::{Managed, schema};
use serde_json::{Map, Value};

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/policy.schema.json");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/policy.md");

const BOUNDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/types/bounds.js");

const BEGIN: &str =
    "<!-- The reference is generated: UPDATE_DOCS=1 cargo test policy_document -->\n";
const END: &str = "<!-- End of the reference -->\n";

/// The version that first had a setting, where the setting itself does not say a later one.
const FIRST: &str = "0.1.0";

/// A line of the reference.
struct Row {
    place: String,
    kind: String,
    bounds: String,
    default: String,
    since: String,
    words: String,
    choices: String,
}

fn policy() -> Value {
    schema::policy().expect("plain data")
}

fn written(path: &str) -> String {
    std::fs::read_to_string(path).expect("the document is there")
}

fn reference() -> String {
    let mut rows = Vec::new();
    gather(&policy(), "", "", &mut rows);
    let mut text = String::from(
        "| Setting | Type | Bounds | Default | Since | What it does, and the risk |\n\
         |---|---|---|---|---|---|\n",
    );
    for row in rows
        .iter()
        .filter(|row| !row.place.starts_with("`/$schema`"))
    {
        let Row {
            place,
            kind,
            bounds,
            default,
            since,
            words,
            choices: _,
        } = row;
        text += &format!("| {place} | {kind} | {bounds} | {default} | {since} | {words} |\n");
    }
    text + &legend(&rows)
}

fn gather(schema: &Value, place: &str, variant: &str, rows: &mut Vec<Row>) {
    let is_part = properties(schema).is_some() && schema.get("default").is_none();
    if !is_part {
        rows.push(row(schema, place, variant));
    }
    gather_within(schema, place, variant, rows);
}

fn gather_within(schema: &Value, place: &str, variant: &str, rows: &mut Vec<Row>) {
    for branch in branches(schema) {
        gather_within(branch, place, variant, rows);
    }
    if let Some(properties) = properties(schema) {
        let kind = properties
            .get("kind")
            .and_then(|kind| kind["const"].as_str());
        let variant = kind.map_or_else(|| variant.to_owned(), |kind| format!(" ({kind})"));
        gather_all(properties, place, &variant, rows);
    }
}

fn gather_all(properties: &Map<String, Value>, place: &str, variant: &str, rows: &mut Vec<Row>) {
    for (key, schema) in properties {
        if schema.get("const").is_none() {
            gather(schema, &format!("{place}/{key}"), variant, rows);
        }
    }
}

fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

fn branches(schema: &Value) -> impl Iterator<Item = &Value> {
    let lists = ["oneOf", "anyOf"].into_iter();
    lists
        .filter_map(|list| schema.get(list)?.as_array())
        .flatten()
}

fn row(schema: &Value, place: &str, variant: &str) -> Row {
    let default = schema.get("default");
    let since = schema.get("x-since").and_then(Value::as_str);
    Row {
        place: format!("`{place}`{variant}"),
        kind: kind(schema),
        bounds: bounds(schema),
        default: default.map_or_else(String::new, |default| format!("`{default}`")),
        since: since.unwrap_or(FIRST).to_owned(),
        words: words(schema),
        choices: choices(schema),
    }
}

fn kind(schema: &Value) -> String {
    let named = match &schema["type"] {
        Value::String(name) => vec![name.clone()],
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
            let mut kinds: Vec<_> = branches(schema).map(kind).collect();
            kinds.dedup();
            kinds
        }
    };
    let named: Vec<_> = named
        .into_iter()
        .map(|name| match name.as_str() {
            "array" => format!("list of {}", kind(&schema["items"])),
            _ => name,
        })
        .collect();
    named.join(" or ")
}

fn bounds(schema: &Value) -> String {
    let mut all = Vec::new();
    let range = |least: &str, most: &str| match (&schema[least], &schema[most]) {
        (Value::Null, _) | (_, Value::Null) => None,
        (least, most) if least == most => Some(least.to_string()),
        (least, most) => Some(format!("{least} to {most}")),
    };
    all.extend(range("minimum", "maximum"));
    all.extend(range("minLength", "maxLength").map(|length| format!("{length} characters")));
    all.extend(range("minItems", "maxItems").map(|count| format!("{count} of them")));
    if !schema["items"].is_null() {
        let each = bounds(&schema["items"]);
        all.extend((!each.is_empty()).then(|| format!("each {each}")));
    }
    let choices = schema["enum"].as_array().into_iter().flatten();
    let choices = choices.chain(branches(schema).filter_map(|branch| branch.get("const")));
    let choices: Vec<_> = choices.map(|choice| format!("`{choice}`")).collect();
    all.extend((!choices.is_empty()).then(|| choices.join(", ")));
    for branch in branches(schema).filter(|branch| properties(branch).is_none()) {
        let inner = bounds(branch);
        all.extend((!inner.is_empty()).then_some(inner));
    }
    if schema["pattern"] == "^[A-Za-z]{2}$" {
        all.push("two letters".to_owned());
    }
    all.join("; ")
}

fn words(schema: &Value) -> String {
    let words = schema["description"].as_str().unwrap_or_default();
    words.replace('|', "\\|")
}

/// What the choices of a setting mean; nothing where there are none.
fn choices(schema: &Value) -> String {
    let lines = branches(schema).filter_map(|branch| {
        let choice = branch.get("const")?.as_str()?;
        let words = branch["description"].as_str()?;
        Some(format!("- `{choice}`: {words}\n"))
    });
    lines.collect()
}

/// The meaning of all choices, each list once: several settings have the same.
fn legend(rows: &[Row]) -> String {
    let mut lists: Vec<(Vec<&str>, &str)> = Vec::new();
    for row in rows.iter().filter(|row| !row.choices.is_empty()) {
        match lists.iter_mut().find(|(_, list)| *list == row.choices) {
            Some((places, _)) => places.push(&row.place),
            None => lists.push((vec![&row.place], &row.choices)),
        }
    }
    let texts = lists
        .iter()
        .map(|(places, list)| format!("\n{}:\n\n{list}", places.join(", ")));
    texts.collect()
}

fn with_reference(document: &str) -> String {
    let (before, rest) = document.split_once(BEGIN).expect("the reference begins");
    let (_, after) = rest.split_once(END).expect("the reference ends");
    format!("{before}{BEGIN}\n{}\n{END}{after}", reference())
}

/// The bounds of every number, by the pointer that the pages bind its field to.
fn page_bounds() -> String {
    let mut lines = Vec::new();
    gather_bounds(&policy(), "", &mut lines);
    lines.sort();
    lines.dedup();
    format!(
        "// Generated from the settings' schema: never edit. UPDATE_DOCS=1 cargo test policy_document\n\n\
         /** Bounds of the settings that are numbers, each included, and the default where there is one. */\n\
         export const bounds = /** @type {{const}} */ ({{\n{}}});\n",
        lines.concat()
    )
}

fn gather_bounds(schema: &Value, place: &str, lines: &mut Vec<String>) {
    if let (Some(least), Some(most)) = (schema.get("minimum"), schema.get("maximum")) {
        let usual = &schema["default"];
        lines.push(format!(
            "  \"{place}\": {{ least: {least}, most: {most}, usual: {usual} }},\n"
        ));
    }
    for branch in branches(schema) {
        gather_bounds(branch, place, lines);
    }
    for (name, property) in properties(schema).into_iter().flatten() {
        gather_bounds(property, &format!("{place}/{name}"), lines);
    }
    if let Some(items) = schema.get("items") {
        gather_items(schema, items, place, lines);
    }
}

/// Each place of a list is a field of its own, with a default of its own.
fn gather_items(list: &Value, items: &Value, place: &str, lines: &mut Vec<String>) {
    for (index, usual) in list["default"].as_array().into_iter().flatten().enumerate() {
        let mut item = items.clone();
        item["default"] = usual.clone();
        gather_bounds(&item, &format!("{place}/{index}"), lines);
    }
}

#[test]
fn policy_document_and_schema_say_what_the_settings_are() {
    let schema = format!("{:#}\n", policy());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(SCHEMA, &schema).expect("docs can be written");
        std::fs::write(DOCUMENT, with_reference(&written(DOCUMENT))).expect("docs can be written");
        std::fs::write(BOUNDS, page_bounds()).expect("the front end can be written");
    }
    let advice = "run: UPDATE_DOCS=1 cargo test policy_document";
    assert_eq!(written(SCHEMA), schema, "{advice}");
    assert_eq!(written(BOUNDS), page_bounds(), "{advice}");
    let document = written(DOCUMENT);
    assert_eq!(document, with_reference(&document), "{advice}");
}

#[test]
fn policy_document_leaves_no_setting_without_words() {
    let mut rows = Vec::new();
    gather(&policy(), "", "", &mut rows);
    assert!(rows.len() > 40, "{}", rows.len());
    for row in rows {
        assert!(row.words.len() > 10, "{}", row.place);
        assert!(!row.kind.is_empty(), "{}", row.place);
    }
}

#[test]
fn policy_document_has_examples_that_can_be_used() {
    let document = include_str!("../../../docs/policy.md");
    let examples = document.split("\n```json\n").skip(1);
    let examples: Vec<_> = examples
        .filter_map(|rest| rest.split("\n```").next())
        .collect();
    assert!(!examples.is_empty());
    for example in examples {
        let read = Managed::read(example.as_bytes());
        assert!(read.is_ok(), "{read:?}: {example}");
    }
}

#[test]
fn policy_document_explains_every_problem() {
    let document = include_str!("../../../docs/policy.md");
    let source = concat!(
        include_str!("../../core/src/settings/error.rs"),
        include_str!("../machine_policy.rs")
    );
    let problems = source.split("=> \"").skip(1);
    let problems: Vec<_> = problems
        .filter_map(|rest| rest.split('"').next())
        .filter(|problem| problem.chars().all(|c| c.is_ascii_alphabetic() || c == '.'))
        .collect();
    assert!(problems.len() > 35, "{problems:?}");
    for problem in problems {
        assert!(document.contains(&format!("`{problem}`")), "{problem}");
    }
}
