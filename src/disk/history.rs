//! The commits that changed a file.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gix_hash::ObjectId;
use gix_object::FindExt;
use gix_ref::file::ReferenceExt;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::{Failure, MAX_FILE_SIZE, Version, canonical};

/// The versions of a file that were committed under its name, from HEAD back, oldest first; those of one day in the order in
/// which they were made. As `git log` has it, of a merge only the side is followed that the file comes from, and a commit that
/// removes the file is none. What it was called before is not looked for.
pub fn history(path: &Path) -> Result<Vec<Version>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    fs::metadata(path).map_err(failure)?;
    let place = canonical(path);
    let repository = Repository::around(&place).map_err(failure)?;
    let found = repository.versions().map_err(failure)?;
    if found.is_empty() {
        return Err(failure(io::Error::other("no commit holds it\n\n  tip: commit it, or leave out --git")));
    }
    Ok(found)
}

/// What git calls an object of any kind that is not as it should be.
fn unreadable(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("its history cannot be read: {error}").replace('\n', " "))
}

/// A repository, and the path in it that is asked about.
struct Repository {
    objects: gix_odb::Handle,
    head: ObjectId,
    /// The commits behind which a shallow clone holds nothing.
    ends: HashSet<ObjectId>,
    path: Vec<String>,
}

/// A commit as far as it matters here.
struct Commit {
    tree: ObjectId,
    parents: Vec<ObjectId>,
    date: Date,
    seconds: i64,
}

impl Repository {
    /// The repository in whose work tree a file stands.
    fn around(place: &Path) -> io::Result<Self> {
        let none = || {
            let tip = "name the file as it was at several dates, or put it under git";
            io::Error::other(format!("it is not in a work tree of git\n\n  tip: {tip}"))
        };
        let folder = place.parent().unwrap_or(place);
        let (found, _) = gix_discover::upwards(folder).map_err(|_| none())?;
        let (git, work) = found.into_repository_and_work_tree_directories();
        let work = canonical(&work.ok_or_else(none)?);
        let within = place.strip_prefix(&work).map_err(|_| none())?;
        let path = within.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        // A work tree beside the main one shares its objects.
        let common = match fs::read_to_string(git.join("commondir")) {
            Ok(common) => git.join(common.trim()),
            Err(_) => git.clone(),
        };
        let objects = gix_odb::at(common.join("objects"), gix_hash::Kind::Sha1)?;
        let head = head(git, &common, &objects)?;
        let shallow = fs::read_to_string(common.join("shallow")).unwrap_or_default();
        let ends = shallow.lines().filter_map(|line| ObjectId::from_hex(line.trim().as_bytes()).ok()).collect();
        Ok(Self { objects, head, ends, path })
    }

    fn versions(&self) -> io::Result<Vec<Version>> {
        let mut versions: Vec<(Date, i64, ObjectId, ObjectId)> = Vec::new();
        let (mut open, mut seen) = (vec![self.head], HashSet::from([self.head]));
        let mut blobs: HashMap<ObjectId, Option<ObjectId>> = HashMap::new();
        while let Some(id) = open.pop() {
            let commit = self.commit(id)?;
            let own = self.blob(commit.tree, &mut blobs)?;
            let mut same = None;
            for parent in &commit.parents {
                if self.blob(self.commit(*parent)?.tree, &mut blobs)? == own {
                    same = Some(*parent);
                    break;
                }
            }
            if let (None, Some(blob)) = (same, own) {
                versions.push((commit.date, commit.seconds, id, blob));
            }
            let followed = same.map_or(commit.parents, |parent| vec![parent]);
            open.extend(followed.into_iter().filter(|parent| seen.insert(*parent)));
        }
        // Found from the newest on: of two at one moment the one that was found first is the later one.
        versions.reverse();
        versions.sort_by_key(|(date, seconds, ..)| (*date, *seconds));
        versions.into_iter().map(|(date, _, id, blob)| self.version(date, id, blob)).collect()
    }

    fn version(&self, date: Date, id: ObjectId, blob: ObjectId) -> io::Result<Version> {
        let mut buffer = Vec::new();
        let held = self.objects.find_blob(&blob, &mut buffer).map_err(unreadable)?;
        if held.data.len() as u64 > MAX_FILE_SIZE {
            return Err(unreadable(format!("in commit {id} it is larger than {} MiB", MAX_FILE_SIZE >> 20)));
        }
        Ok(Version { commit: id.to_hex_with_len(12).to_string(), date, bytes: held.data.to_vec() })
    }

    fn commit(&self, id: ObjectId) -> io::Result<Commit> {
        let mut buffer = Vec::new();
        let commit = self.objects.find_commit(&id, &mut buffer).map_err(unreadable)?;
        let time = commit.author().and_then(|author| author.time()).map_err(unreadable)?;
        let parents = if self.ends.contains(&id) { Vec::new() } else { commit.parents().collect() };
        Ok(Commit { tree: commit.tree(), parents, date: day(time.seconds, time.offset)?, seconds: time.seconds })
    }

    /// What a tree holds at the path; nothing where it holds no file there.
    fn blob(&self, tree: ObjectId, known: &mut HashMap<ObjectId, Option<ObjectId>>) -> io::Result<Option<ObjectId>> {
        if let Some(blob) = known.get(&tree) {
            return Ok(*blob);
        }
        let blob = self.look_up(tree)?;
        known.insert(tree, blob);
        Ok(blob)
    }

    fn look_up(&self, tree: ObjectId) -> io::Result<Option<ObjectId>> {
        let mut at = tree;
        for (depth, part) in self.path.iter().enumerate() {
            let mut buffer = Vec::new();
            let tree = self.objects.find_tree(&at, &mut buffer).map_err(unreadable)?;
            let is_last = depth + 1 == self.path.len();
            let entry = tree.entries.iter().find(|entry| {
                entry.filename == part.as_bytes() && if is_last { entry.mode.is_blob() } else { entry.mode.is_tree() }
            });
            let Some(entry) = entry else { return Ok(None) };
            at = entry.oid.to_owned();
        }
        Ok(Some(at))
    }
}

/// The commit that is checked out.
fn head(git: PathBuf, common: &Path, objects: &gix_odb::Handle) -> io::Result<ObjectId> {
    let kind = gix_hash::Kind::Sha1;
    let references = match git == common {
        true => gix_ref::file::Store::at(git, kind),
        false => gix_ref::file::Store::for_linked_worktree(git, common.to_owned(), kind),
    };
    let mut head = references.find("HEAD").map_err(unreadable)?;
    let none = |_| io::Error::other("nothing is committed yet\n\n  tip: commit it, or leave out --git");
    head.peel_to_id(&references, objects).map_err(none)
}

/// The day at a moment, so many seconds east of Greenwich.
fn day(seconds: i64, offset: i32) -> io::Result<Date> {
    let moment = Timestamp::from_second(seconds).map_err(unreadable)?;
    let offset = Offset::from_seconds(offset).map_err(unreadable)?;
    Ok(offset.to_datetime(moment).date())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::day;

    #[test]
    fn a_commit_is_of_the_day_that_its_author_had() {
        // 2026-06-30 23:30 in UTC is the next day two hours east, and the same one hour west.
        let seconds = 1_782_862_200;
        assert_eq!(day(seconds, 0).unwrap(), date(2026, 6, 30));
        assert_eq!(day(seconds, 7_200).unwrap(), date(2026, 7, 1));
        assert_eq!(day(seconds, -3_600).unwrap(), date(2026, 6, 30));
    }
}
