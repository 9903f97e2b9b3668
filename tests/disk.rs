//! Files are written whole or not at all, and nobody's work is overwritten unseen.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::Command;

use xwalk::load::disk;

#[test]
fn of_many_who_change_a_file_at_once_each_finds_its_change_in_it_or_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "").unwrap();
    let change = |number: usize| {
        (0..20)
            .filter(|time| {
                let read = fs::read_to_string(&path).unwrap();
                disk::replace(&path, &read, &format!("{read}{number}.{time}\n")).is_ok()
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
    disk::replace(&link, "new", "newer").unwrap();
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
fn a_folder_is_replaced_where_a_link_leads_to_and_keeps_its_mode() {
    let above = tempfile::tempdir().unwrap();
    let (site, link) = (above.path().join("site"), above.path().join("current"));
    fs::create_dir(&site).unwrap();
    fs::set_permissions(&site, fs::Permissions::from_mode(0o775)).unwrap();
    symlink("site", &link).unwrap();
    disk::write_folder(&link, &[("index.html".to_owned(), b"page".to_vec())]).unwrap();
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "page");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&site).unwrap().permissions().mode() & 0o777, 0o775);
    assert_eq!(fs::read_dir(above.path()).unwrap().count(), 2, "nothing temporary is left");
}

#[test]
fn a_folder_that_is_not_there_is_named_and_nothing_of_chance() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no/a.csv");
    let failure = disk::write(&path, b"").unwrap_err();
    assert_eq!(failure.to_string(), format!("{}: entity not found", path.display()));
}
