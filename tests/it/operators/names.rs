//! Names of cooperatives that read the same.

use super::databases::database_but;
use super::{beside, database, databases, done, init, refused};
use crate::coop::fresh_folder;

#[test]
fn a_second_init_makes_no_second_cooperative_by_mistake() {
    let data = fresh_folder("init").join("à côté? #1");
    let director = ["--director", "Dominique"];
    init(&data, "Coop de l’Estuaire");
    let again = ["init", "--name", "Coop de l’Estuaire"];
    let said = refused(&data, &[&again[..], &director].concat());
    assert!(said.contains("--another"), "{said}");
    let same = ["init", "--another", "--name", "COOP de  l'estuaire"];
    let said = refused(&data, &[&same[..], &director].concat());
    assert!(said.contains("Coop de l’Estuaire ("), "{said}");
    init(&data, "Val d’Or");
    let strays = databases(&data).into_iter().flat_map(|file| beside(&file));
    assert!(
        !strays.into_iter().any(|path| path.exists()),
        "nothing is made beside them"
    );

    let said = refused(&data, &["members"]);
    assert!(said.contains("Coop de l’Estuaire (") && said.contains("Val d’Or ("));
    let said = refused(&data, &["--coop", "Nulle part", "members"]);
    assert!(
        said.contains("no cooperative is called `Nulle part`"),
        "{said}"
    );
    done(
        &data,
        &[
            "--coop",
            "val d'or",
            "add-member",
            "Anne",
            "--role",
            "coach",
        ],
    );
    assert!(done(&data, &["--coop", "Val d’Or", "members"]).contains("Anne"));
    assert!(!done(&data, &["--coop", "Coop de l’Estuaire", "members"]).contains("Anne"));
}

#[test]
fn two_cooperatives_that_have_one_name_from_before_are_told_apart_by_their_ids() {
    let data = fresh_folder("namesakes");
    init(&data, "Estuaire");
    let first = database(&data);
    init(&data, "Val d’Or");
    let conn = rusqlite::Connection::open(database_but(&data, &first)).expect("a database");
    conn.execute("UPDATE coop SET name = 'estuaire'", [])
        .expect("it is one row");
    drop(conn);
    let id = first
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let said = refused(&data, &["--coop", "Estuaire", "members"]);
    assert!(said.contains(&id) && said.contains("by its id"), "{said}");
    done(&data, &["--coop", &id, "members"]);
}
