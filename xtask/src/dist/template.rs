//! Templates: text with `@NAMES@` in it. Only what is named is replaced.

use crate::failure::Failure;

/// The file at `path` in the repository, with a value for each of its names.
pub(super) fn filled(path: &str, values: &[(&str, &str)]) -> Result<String, Failure> {
    Ok(fill(&super::source(path)?, values))
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| {
            text.replace(&format!("@{name}@"), value)
        })
}

/// As Debian writes a field of several paragraphs: each line indented, a point for an empty one.
pub(super) fn indented(text: &str) -> String {
    let line = |line: &str| match line {
        "" => " .".to_owned(),
        line => format!(" {line}"),
    };
    text.trim_end()
        .lines()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_wherever_they_stand() {
        let filled = fill("@A@ and @B@, @A@ <a@b.example>", &[("A", "1"), ("B", "2")]);
        assert_eq!(filled, "1 and 2, 1 <a@b.example>");
    }

    #[test]
    fn an_empty_line_is_a_point() {
        assert_eq!(indented("one\n\ntwo\n"), " one\n .\n two");
    }
}
