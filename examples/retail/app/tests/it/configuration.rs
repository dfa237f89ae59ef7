//! Settings: which place wins, what is refused, and what nobody sees.

use std::path::PathBuf;

use retail_app::Settings;
use retail_app::settings::{Mistakes, Source};

/// What a file, the environment and the command line say.
#[derive(Default)]
struct Said<'a> {
    file: Option<&'a str>,
    environment: &'a [(&'a str, &'a str)],
    command_line: &'a [(&'a str, &'a str)],
}

/// Reads settings; the file is called `retail.toml` in messages.
fn read(name: &str, said: &Said<'_>) -> Result<Settings, Mistakes> {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let path = directory.join("retail.toml");
    if let Some(text) = said.file {
        std::fs::create_dir_all(&directory).expect("the directory of tests is ours");
        std::fs::write(&path, text).expect("the directory of tests is ours");
    }
    let environment = said.environment.iter();
    let environment = environment.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let command_line: Vec<(&str, String, Source)> = said
        .command_line
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned(), Source::CommandLine))
        .collect();
    let file = said.file.map(|_| path.as_path());
    Settings::read(file, environment, &command_line).map_err(|Mistakes(mistakes)| {
        let directory = format!("{}/", directory.display());
        Mistakes(mistakes.into_iter().map(|it| it.replace(&directory, "")).collect())
    })
}

/// The row of a setting in the table, with single spaces.
fn row(settings: &Settings, name: &str) -> String {
    let table = settings.to_string();
    let row = table.lines().find(|line| line.starts_with(&format!("{name} ")));
    let words: Vec<&str> = row.unwrap_or_default().split_whitespace().collect();
    words.join(" ")
}

#[test]
fn a_later_place_wins_and_the_table_says_which() {
    let said = Said {
        file: Some("[serve]\nfirst-port = 9000\nhost = \"127.0.0.2\"\n[erp]\ntimeout-ms = 7"),
        environment: &[
            ("RETAIL_SERVE_FIRST_PORT", "9100"),
            ("RETAIL_SERVE_ONLY", "crm"),
            ("PATH", "/bin"),
        ],
        command_line: &[("serve.only", "order-process,erp")],
    };
    let settings = read("precedence", &said).expect("all of it is valid");
    assert_eq!(settings.number("crm.timeout-ms"), 2000);
    assert_eq!(settings.number("erp.timeout-ms"), 7);
    assert_eq!(settings.number("serve.first-port"), 9100);
    assert!(settings.runs("order-process") && settings.runs("erp") && !settings.runs("crm"));
    for (name, expected) in [
        ("crm.timeout-ms", "crm.timeout-ms 2000 default"),
        ("serve.host", "serve.host 127.0.0.2 file"),
        ("serve.first-port", "serve.first-port 9100 environment RETAIL_SERVE_FIRST_PORT"),
        ("serve.only", "serve.only order-process,erp command line"),
    ] {
        let row = row(&settings, name);
        assert!(row.starts_with(expected), "{row}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    for (name, said, expected) in [
        (
            "keys",
            Said {
                file: Some("[serve]\nfrist-port = 1\n[payco]\ncolor = \"red\""),
                environment: &[("RETAIL_SERVE_ONYL", "crm")],
                ..Said::default()
            },
            &[
                "file retail.toml: no setting `payco.color`",
                "file retail.toml: no setting `serve.frist-port`; did you mean `serve.first-port`?",
                "environment: no variable `RETAIL_SERVE_ONYL`; did you mean `RETAIL_SERVE_ONLY`?",
            ][..],
        ),
        (
            "values",
            Said {
                file: Some("[simulation]\nadmin = 1"),
                environment: &[
                    ("RETAIL_SERVE_ONLY", "order-proces"),
                    ("RETAIL_SIMULATION_PAYCO_FAILURES", "101"),
                    ("RETAIL_STORE_KIND", "oracle"),
                    ("RETAIL_URL_CRM", "crm.internal"),
                ],
                ..Said::default()
            },
            &[
                "file retail.toml: `simulation.admin` is \"1\", but it must be `true` or `false`",
                "environment RETAIL_SERVE_ONLY: `serve.only` is \"order-proces\", but no system \
                 `order-proces`; did you mean `order-process`?",
                "environment RETAIL_SIMULATION_PAYCO_FAILURES: `simulation.payco-failures` is \
                 \"101\", but it must be at most 100",
                "environment RETAIL_STORE_KIND: `store.kind` is \"oracle\", but it must be one of \
                 sqlite, postgres, memory",
                "environment RETAIL_URL_CRM: `url.crm` is \"crm.internal\", but it must be a base \
                 URL such as http://host:8100",
            ],
        ),
        (
            "secrets",
            Said { environment: &[("RETAIL_ERP_TOKEN", "")], ..Said::default() },
            &[
                "environment RETAIL_ERP_TOKEN: `erp.token` is \"(secret)\", but it must not be empty",
            ],
        ),
        (
            "shape",
            Said { file: Some("first-port = 1\n[serve]\nhost = 1.5"), ..Said::default() },
            &[
                "file retail.toml: `first-port` must stand in a section, such as [serve]",
                "file retail.toml: `serve.host` must be a single value",
            ],
        ),
    ] {
        let mistakes = read(name, &said).expect_err(name);
        assert_eq!(mistakes, Mistakes(expected.iter().map(|it| (*it).to_owned()).collect()));
    }
}

#[test]
fn a_file_that_is_not_there_is_a_mistake() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nowhere.toml");
    let mistakes = Settings::read(Some(&path), [], &[]).expect_err("it is not there");
    assert!(mistakes.to_string().contains("nowhere.toml"), "{mistakes}");
}

#[test]
fn secrets_are_in_force_and_not_in_sight() {
    let environment = &[
        ("RETAIL_CRM_PASSWORD", "hunter2"),
        ("RETAIL_STORE_URL", "postgres://retail:hunter3@db.internal/retail"),
    ];
    let settings =
        read("redaction", &Said { environment, ..Said::default() }).expect("it is a password");
    assert_eq!(settings.text("crm.password"), "hunter2");
    assert_eq!(
        row(&settings, "crm.password"),
        "crm.password (secret) environment RETAIL_CRM_PASSWORD"
    );
    for shown in [settings.to_string(), format!("{settings:?}")] {
        for secret in ["hunter2", "hunter3", "enterprise", "merchant"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}

#[test]
fn systems_on_one_machine_find_each_other_by_their_place() {
    use retail_app::slots;
    let settings = Settings::defaults();
    assert_eq!(settings.url(&slots::CRM).as_deref(), Some("http://127.0.0.1:8100"));
    assert_eq!(settings.url(&slots::ERP).as_deref(), Some("http://127.0.0.1:8101"));
    let free = settings.with("serve.first-port", "0", Source::CommandLine);
    assert_eq!(free.url(&slots::CRM), None);
    let told = free.with("url.crm", "http://crm.internal/rm", Source::CommandLine);
    assert_eq!(told.url(&slots::CRM).as_deref(), Some("http://crm.internal/rm"));
}
