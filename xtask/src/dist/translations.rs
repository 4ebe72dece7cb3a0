//! What a desktop shows of the package before anybody starts it, in each of the app's languages.

use super::source;

/// English stands without a mark.
const LANGUAGES: [&str; 5] = ["de", "es", "fr", "pt", "sv"];

fn file(name: &str) -> String {
    source(&format!("src-tauri/packaging/linux/{name}")).unwrap()
}

#[test]
fn the_desktop_entry_speaks_every_language() {
    let entry = file("io.countersign.desk.desktop");
    for key in ["GenericName", "Comment", "Keywords"] {
        assert!(entry.contains(&format!("\n{key}=")), "{key}");
        for language in LANGUAGES {
            assert!(
                entry.contains(&format!("\n{key}[{language}]=")),
                "{key}, {language}"
            );
        }
    }
}

#[test]
fn every_text_of_the_metainfo_is_in_every_language() {
    let metainfo = file("io.countersign.desk.metainfo.xml");
    for element in ["summary", "p", "li"] {
        let english = metainfo.matches(&format!("<{element}>")).count();
        assert!(english > 0, "{element}");
        for language in LANGUAGES {
            let translated = format!(r#"<{element} xml:lang="{language}">"#);
            assert_eq!(
                metainfo.matches(&translated).count(),
                english,
                "{translated}"
            );
        }
    }
}

#[test]
fn the_package_opens_the_links_that_the_app_takes() {
    let settings = source("tauri.conf.json").unwrap();
    let scheme = r#""schemes": ["countersign"]"#;
    let plain: String = settings.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.replace("[ ", "[").replace(" ]", "]").contains(scheme));
    let entry = file("io.countersign.desk.desktop");
    assert!(entry.contains("\nMimeType=x-scheme-handler/countersign;\n"));
    assert!(entry.contains("\nExec=countersign %u\n"));
}
