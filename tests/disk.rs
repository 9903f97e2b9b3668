//! Files are written whole or not at all, and nobody's work is overwritten unseen.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use xwalk::disk::{self, Others, Patience};

#[test]
fn of_many_who_change_a_file_at_once_each_finds_its_change_in_it_or_gets_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "").unwrap();
    let change = |number: usize| {
        (0..20)
            .filter(|time| {
                let read = fs::read_to_string(&path).unwrap();
                disk::replace(&path, &read, &format!("{read}{number}.{time}\n"), Patience::Wait).is_ok()
            })
            .map(move |time| format!("{number}.{time}"))
            .collect::<Vec<_>>()
    };
    let mut told: Vec<String> = std::thread::scope(|scope| {
        let changes: Vec<_> = (0..8).map(|number| scope.spawn(move || change(number))).collect();
        changes.into_iter().flat_map(|changes| changes.join().unwrap()).collect()
    });
    let mut kept: Vec<String> = fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    told.sort();
    kept.sort();
    assert_eq!(told, kept);
    assert!(!told.is_empty());
}

#[test]
fn a_link_stays_a_link_and_what_is_no_file_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "old").unwrap();
    symlink("file", &link).unwrap();
    disk::write(&link, b"new").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    disk::replace(&link, "new", "newer", Patience::Wait).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "newer");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let nothing = folder.path().join("nothing");
    symlink("/dev/null", &nothing).unwrap();
    disk::write(&nothing, b"gone").unwrap();
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    let nowhere = folder.path().join("nowhere");
    symlink("later", &nowhere).unwrap();
    disk::write(&nowhere, b"here").unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("later")).unwrap(), "here");
    assert!(fs::symlink_metadata(&nowhere).unwrap().is_symlink());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5, "nothing temporary is left");
}

#[test]
fn a_new_file_has_the_mode_that_the_mask_leaves_and_another_one_keeps_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    let xwalk = env!("CARGO_BIN_EXE_xwalk");
    for (mask, name, modes) in [("077", "private.yaml", 0o600), ("022", "usual.yaml", 0o644)] {
        let line = format!("umask {mask}; {xwalk} init 9001:2008 --output {name}");
        assert!(Command::new("sh").current_dir(folder.path()).args(["-c", &line]).status().unwrap().success());
        assert_eq!(mode(name), modes, "{name}");
    }
    let path = folder.path().join("private.yaml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    disk::write(&path, b"other").unwrap();
    assert_eq!(mode("private.yaml"), 0o640);
}

#[test]
fn a_folder_of_pages_is_written_where_a_link_leads_to_and_keeps_its_mode() {
    let above = tempfile::tempdir().unwrap();
    let (site, link) = (above.path().join("site"), above.path().join("current"));
    fs::create_dir(&site).unwrap();
    fs::set_permissions(&site, fs::Permissions::from_mode(0o775)).unwrap();
    symlink("site", &link).unwrap();
    disk::write_site(&link, &[("index.html".to_owned(), b"page".to_vec())], Others::Keep).unwrap();
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "page");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&site).unwrap().permissions().mode() & 0o777, 0o775);
    assert_eq!(fs::read_dir(above.path()).unwrap().count(), 2, "nothing temporary is left");
}

/// Names and texts in a folder; folders by their names alone.
fn listed(folder: &Path) -> Vec<(String, String)> {
    let entry = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap_or_default())
    };
    let mut entries: Vec<(String, String)> = fs::read_dir(folder).unwrap().map(entry).collect();
    entries.retain(|(name, _)| name != disk::SITE_LIST);
    entries.sort();
    entries
}

fn pages(named: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    named.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn owned(named: &[(&str, &str)]) -> Vec<(String, String)> {
    named.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn pages_take_the_place_of_unchanged_earlier_pages_and_of_nothing_else() {
    let above = tempfile::tempdir().unwrap();
    let site = above.path().join("site");
    let write =
        |named: &[(&str, &str)]| disk::write_site(&site, &pages(named), Others::Keep).map_err(|f| f.to_string());
    write(&[("a.html", "1"), ("b.html", "1"), ("c.html", "1")]).unwrap();
    fs::create_dir_all(site.join("docs")).unwrap();
    fs::write(site.join("CNAME"), "mine").unwrap();
    // The one is replaced, the next stays as it is, the last one goes.
    write(&[("a.html", "2"), ("b.html", "1")]).unwrap();
    let both = [("CNAME", "mine"), ("a.html", "2"), ("b.html", "1"), ("docs", "")];
    assert_eq!(listed(&site), owned(&both));
    // A page that was changed is no longer a page of an earlier run, whether there is a new one or not.
    fs::write(site.join("b.html"), "mine").unwrap();
    let refusal = write(&[("a.html", "3"), ("b.html", "3"), ("CNAME", "3"), ("docs", "3")]).unwrap_err();
    assert!(refusal.contains("of an earlier run: b.html, CNAME, docs\n"), "{refusal}");
    assert_eq!(listed(&site), owned(&[("CNAME", "mine"), ("a.html", "2"), ("b.html", "mine"), ("docs", "")]));
    write(&[("a.html", "3")]).unwrap();
    assert_eq!(listed(&site), owned(&[("CNAME", "mine"), ("a.html", "3"), ("b.html", "mine"), ("docs", "")]));
    assert!(write(&[("b.html", "4")]).is_err(), "what the last run left alone is forgotten");
    disk::write_site(&site, &pages(&[("b.html", "4")]), Others::Replace).unwrap();
    assert_eq!(listed(&site), owned(&[("CNAME", "mine"), ("b.html", "4"), ("docs", "")]));
    assert!(disk::write_site(&site, &pages(&[("docs", "5")]), Others::Replace).is_err(), "a folder is never replaced");
}

#[test]
fn a_list_of_pages_names_nothing_outside_its_folder() {
    let above = tempfile::tempdir().unwrap();
    let site = above.path().join("site");
    disk::write_site(&site, &pages(&[("a.html", "1")]), Others::Keep).unwrap();
    fs::write(above.path().join("outside"), "mine").unwrap();
    let list = fs::read_to_string(site.join(disk::SITE_LIST)).unwrap();
    let digest = xwalk::source::digest("mine");
    fs::write(site.join(disk::SITE_LIST), format!("{list}{digest}  ../outside\n{digest}  .hidden\n")).unwrap();
    fs::write(site.join(".hidden"), "mine").unwrap();
    disk::write_site(&site, &pages(&[("b.html", "2")]), Others::Keep).unwrap();
    assert_eq!(listed(&site), owned(&[(".hidden", "mine"), ("b.html", "2")]));
    assert_eq!(fs::read_to_string(above.path().join("outside")).unwrap(), "mine");
}

#[test]
fn a_folder_of_others_is_not_written_into_and_one_that_holds_only_what_is_hidden_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let page = pages(&[("a.html", "1")]);
    let refusal = disk::write_site(folder.path(), &page, Others::Keep).unwrap_err().to_string();
    assert!(refusal.contains("no .xwalk-site"), "{refusal}");
    assert_eq!(listed(folder.path()), owned(&[("notes.txt", "mine")]));
    fs::rename(folder.path().join("notes.txt"), folder.path().join(".notes")).unwrap();
    disk::write_site(folder.path(), &page, Others::Keep).unwrap();
    assert_eq!(listed(folder.path()), owned(&[(".notes", "mine"), ("a.html", "1")]));
}

#[test]
fn a_folder_that_is_not_there_is_named_and_nothing_of_chance() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no/a.csv");
    let failure = disk::write(&path, b"").unwrap_err();
    assert_eq!(
        failure.to_string(),
        format!(
            "{}: there is no folder {}\n\n  tip: create it first, or name a file in another folder",
            path.display(),
            folder.path().join("no").display()
        )
    );
}

#[test]
fn a_name_that_ends_as_that_of_a_folder_is_reported_in_plain_words_and_so_is_what_the_system_says() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.csv"), "a").unwrap();
    for name in ["new.csv/", "a.csv/"] {
        let path = folder.path().join(name);
        for failure in [disk::write(&path, b"x").unwrap_err(), disk::create(&path, b"x").unwrap_err()] {
            let said = failure.to_string();
            assert!(said.contains(": its name ends like that of a folder") && said.contains("slash"), "{said}");
        }
    }
    assert_eq!(std::fs::read(folder.path().join("a.csv")).unwrap(), b"a");
    let said = disk::write(&folder.path().join("a.csv/b.csv"), b"x").unwrap_err().to_string();
    assert!(said.ends_with("a part of the path is a file, but a folder is required"), "{said}");
    let said = disk::write(folder.path(), b"x").unwrap_err().to_string();
    assert!(said.contains("it is a folder, but a file is required\n\n  tip: name a file in it"), "{said}");
}
