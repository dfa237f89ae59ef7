//! A generation is interrupted at every step it takes; what is found afterwards is the old tree or the new one.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::compare::Previous;
use super::super::files::{Disk, Durability, Files};
use super::super::hash::Hash;
use super::super::lock::Lock;
use super::super::work::Work;
use super::*;

type Tree = BTreeMap<String, String>;

fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The tree before: a file to change, one to keep, an orphan alone in its directories, a foreign file, a directory
/// that gives way to a file and a file that gives way to a directory.
fn old_tree() -> Tree {
    tree(&[
        ("changed.rs", "old"),
        ("kept.rs", "kept"),
        ("gone/deep/orphan.rs", "orphan"),
        ("shared/orphan.rs", "orphan"),
        ("shared/notes.txt", "foreign"),
        ("turned/file.rs", "inside"),
        ("flat", "file"),
    ])
}

fn new_tree() -> Tree {
    tree(&[
        ("changed.rs", "new"),
        ("kept.rs", "kept"),
        ("added/deep/new.rs", "added"),
        ("shared/notes.txt", "foreign"),
        ("shared/second.rs", "second"),
        ("turned", "a file now"),
        ("flat/file.rs", "a directory now"),
    ])
}

/// What brings the old tree to the new one.
fn changes() -> (Vec<Write>, Vec<Delete>) {
    let (old, new) = (old_tree(), new_tree());
    let writes =
        new.iter().filter(|(path, text)| old.get(*path) != Some(text)).map(|(path, text)| Write {
            path: path.clone(),
            content: text.clone().into_bytes(),
            hash: Hash::of(text.as_bytes()),
            listed: old.get(path).map(|text| Hash::of(text.as_bytes())),
            previous: if path == "changed.rs" { Previous::Kept } else { Previous::Forgotten },
        });
    let gone = old.iter().filter(|(path, _)| !new.contains_key(*path));
    let delete = |(path, text): (&String, &String)| Delete {
        path: path.clone(),
        listed: Hash::of(text.as_bytes()),
    };
    (writes.collect(), gone.map(delete).collect())
}

fn lay(work: &Work, tree: &Tree) {
    for (path, text) in tree {
        let target = work.target(path);
        fs::create_dir_all(target.parent().expect("a file is in a directory"))
            .expect("the disk has room");
        fs::write(target, text).expect("the disk has room");
    }
}

/// The tree on disk; an empty directory is an entry that no tree of ours has.
fn found(root: &Path) -> Tree {
    fn walk(directory: &Path, prefix: &str, tree: &mut Tree) {
        let entries: Vec<_> = fs::read_dir(directory)
            .expect("it is a directory")
            .map(|entry| entry.expect("an entry"))
            .collect();
        if entries.is_empty() {
            tree.insert(format!("{prefix}(empty)"), String::new());
        }
        for entry in entries {
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{path}/"), tree);
            } else {
                tree.insert(path, fs::read_to_string(entry.path()).expect("it is text"));
            }
        }
    }
    let mut tree = Tree::new();
    if root.exists() {
        walk(root, "", &mut tree);
    }
    tree
}

/// How a disk fails.
#[derive(Debug, Clone, Copy)]
enum Failure {
    /// The process ends: nothing happens after the first failure.
    Crash,
    /// One step is refused, and what comes after works again.
    Refusal,
    /// One step is refused, and so many steps later the process ends.
    RefusalThenCrash(usize),
}

/// A disk that fails at a step.
struct Faulty {
    failure: Failure,
    at: usize,
    steps: AtomicUsize,
}

impl Faulty {
    fn new(failure: Failure, at: usize) -> Self {
        Self { failure, at, steps: AtomicUsize::new(0) }
    }

    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        if step >= self.crash() {
            return Err(io::Error::other("the process ended"));
        }
        match self.failure {
            Failure::Refusal | Failure::RefusalThenCrash(_) if step == self.at => {
                Err(io::Error::from(io::ErrorKind::StorageFull))
            }
            _ => Ok(()),
        }
    }

    /// The step from which on nothing happens.
    fn crash(&self) -> usize {
        match self.failure {
            Failure::Crash => self.at,
            Failure::Refusal => usize::MAX,
            Failure::RefusalThenCrash(later) => self.at + later,
        }
    }

    fn has_failed(&self) -> bool {
        self.steps.load(Ordering::SeqCst) > self.at
    }

    fn has_crashed(&self) -> bool {
        self.steps.load(Ordering::SeqCst) > self.crash()
    }
}

impl Files for Faulty {
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.create_directory(path))
    }

    fn write(&self, path: &Path, content: &[u8], durability: Durability) -> io::Result<()> {
        match self.step() {
            Ok(()) => Disk.write(path, content, durability),
            Err(error) => {
                // Half of it may have been written, unless the process ended before.
                let steps = self.steps.load(Ordering::SeqCst);
                if steps == self.at + 1 || steps == self.crash().saturating_add(1) {
                    Disk.write(path, &content[..content.len() / 2], durability)?;
                }
                Err(error)
            }
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.remove_file(path))
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.remove_directory(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.remove_tree(path))
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.sync_directory(path))
    }
}

struct Place {
    _directory: tempfile::TempDir,
    work: Work,
}

fn place(before: &Tree) -> Place {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let work = Work::new(&directory.path().join("generated")).expect("the directory has a name");
    lay(&work, before);
    fs::create_dir_all(&work.room).expect("the disk has room");
    Place { _directory: directory, work }
}

/// Interrupts a generation at every step, and its recovery at every step; returns how often each tree was found.
fn check(
    before: &Tree,
    after: &Tree,
    writes: &[Write],
    deletes: &[Delete],
    failure: Failure,
) -> (usize, usize) {
    let (mut olds, mut news) = (0, 0);
    for first in 0.. {
        let mut completed = false;
        for second in 0.. {
            let place = place(before);
            let disk = Faulty::new(failure, first);
            let outcome = apply(&disk, &place.work, writes, deletes);
            completed = !disk.has_failed();
            if matches!(failure, Failure::Refusal) {
                let tree = found(&place.work.root);
                let expected = if outcome.is_ok() { after } else { before };
                assert_eq!(&tree, expected, "refused at step {first}: {outcome:?}");
            }
            let recovery = Faulty::new(failure, second);
            let _ = recover(&recovery, &place.work);
            recover(&Disk, &place.work).expect("a working disk recovers");
            let tree = found(&place.work.root);
            if &tree == after {
                news += 1;
            } else {
                assert_eq!(&tree, before, "{failure:?} at step {first}, then at step {second}");
                olds += 1;
            }
            assert!(
                !place.work.journal().exists()
                    && !place.work.stage().exists()
                    && !place.work.backup().exists()
            );
            if !recovery.has_failed() {
                break;
            }
        }
        if completed {
            return (olds, news);
        }
    }
    unreachable!("some step is the last one")
}

#[test]
fn a_crash_at_any_step_leaves_the_old_tree_or_the_new_one() {
    let (writes, deletes) = changes();
    let (olds, news) = check(&old_tree(), &new_tree(), &writes, &deletes, Failure::Crash);
    assert!(olds > 10 && news > 100, "{olds} old trees, {news} new trees");
}

#[test]
fn a_refusal_at_any_step_is_undone_at_once() {
    let (writes, deletes) = changes();
    check(&old_tree(), &new_tree(), &writes, &deletes, Failure::Refusal);
}

#[test]
fn a_refusal_and_a_crash_while_it_is_undone_leave_the_old_tree_or_the_new_one() {
    let (writes, deletes) = changes();
    for refusal in 0.. {
        let mut is_refused = true;
        for later in 1.. {
            let place = place(&old_tree());
            let disk = Faulty::new(Failure::RefusalThenCrash(later), refusal);
            let outcome = apply(&disk, &place.work, &writes, &deletes);
            is_refused = disk.has_failed();
            recover(&Disk, &place.work).expect("a working disk recovers");
            let tree = found(&place.work.root);
            let is_old = outcome.is_err() && tree == old_tree();
            assert!(
                is_old || tree == new_tree(),
                "refused at step {refusal}, ended {later} later: {outcome:?}, {tree:#?}"
            );
            if !disk.has_crashed() {
                break;
            }
        }
        if !is_refused {
            return;
        }
    }
}

#[test]
fn a_disk_that_does_not_confirm_the_end_has_ended_it_all_the_same() {
    let (writes, deletes) = changes();
    let place = place(&old_tree());
    let journal = stage(&Disk, &place.work, &writes, &deletes).expect("the disk has room");
    journal.commit(&Disk, &place.work).expect("the disk has room");
    // The steps of closing: the journal is removed, then its directory is waited for.
    Journal::close(&Faulty::new(Failure::Refusal, 1), &place.work).expect("the journal is gone");
    assert!(!place.work.journal().exists());
}

#[test]
fn a_first_generation_is_whole_or_absent() {
    let after = new_tree();
    let writes: Vec<Write> = after
        .iter()
        .map(|(path, text)| Write {
            path: path.clone(),
            content: text.clone().into_bytes(),
            hash: Hash::of(text.as_bytes()),
            listed: None,
            previous: Previous::Forgotten,
        })
        .collect();
    let (olds, news) = check(&Tree::new(), &after, &writes, &[], Failure::Crash);
    assert!(olds > 10 && news > 0, "{olds} absent, {news} whole");
    check(&Tree::new(), &after, &writes, &[], Failure::Refusal);
}

#[test]
fn a_staged_file_that_was_lost_brings_the_old_tree_back() {
    let (writes, deletes) = changes();
    for lost in 0..writes.len() {
        let place = place(&old_tree());
        let journal = stage(&Disk, &place.work, &writes, &deletes).expect("the disk has room");
        journal.commit(&Disk, &place.work).expect("the disk has room");
        fs::write(place.work.stage().join(lost.to_string()), "").expect("the disk has room");
        assert_eq!(
            recover(&Disk, &place.work).expect("a working disk recovers"),
            Recovered::Undone
        );
        assert_eq!(found(&place.work.root), old_tree());
    }
}

#[test]
fn a_copy_of_an_edited_file_is_kept() {
    let (writes, deletes) = changes();
    let place = place(&old_tree());
    apply(&Disk, &place.work, &writes, &deletes).expect("the disk has room");
    assert_eq!(found(&place.work.kept()), tree(&[("1/changed.rs", "old")]));
}

#[test]
fn what_was_saved_after_the_tree_was_listed_is_kept() {
    let (mut writes, deletes) = changes();
    for write in &mut writes {
        write.previous = Previous::Forgotten;
    }
    let place = place(&old_tree());
    let late = [("changed.rs", "edited"), ("shared/orphan.rs", "too"), ("shared/second.rs", "new")];
    lay(&place.work, &tree(&late));
    apply(&Disk, &place.work, &writes, &deletes).expect("the disk has room");
    assert_eq!(found(&place.work.root), new_tree());
    assert_eq!(found(&place.work.kept().join("1")), tree(&late));
}

#[test]
fn copies_of_one_generation_leave_those_of_another_alone() {
    let place = place(&tree(&[("a", "mine"), ("b", "kept")]));
    let generate = |path: &str, text: &str| {
        let content = text.as_bytes().to_vec();
        let hash = Hash::of(&content);
        let (path, previous) = (path.to_owned(), Previous::Kept);
        let write = Write { path, content, hash, listed: None, previous };
        apply(&Disk, &place.work, &[write], &[]).expect("the disk has room")
    };
    generate("a", "generated");
    lay(&place.work, &tree(&[("a", "mine again")]));
    generate("a", "generated");
    fs::remove_file(place.work.target("a")).expect("it is there");
    lay(&place.work, &tree(&[("a/inside", "mine too")]));
    let kept = generate("a/inside", "generated");
    let copies = [("1/a", "mine"), ("2/a", "mine again"), ("3/a/inside", "mine too")];
    assert_eq!(found(&place.work.kept()), tree(&copies));
    assert_eq!(kept[0].copy, place.work.kept().join("3/a/inside"));
}

#[test]
fn two_generations_do_not_run_at_once() {
    let place = place(&old_tree());
    let held = Lock::exclusive(&place.work).expect("nobody else generates");
    let refused = Lock::exclusive(&place.work).expect_err("somebody generates");
    let expected = format!("(process {}): wait until it ends", std::process::id());
    assert!(refused.to_string().ends_with(&expected), "{refused}");
    assert!(Lock::shared(&place.work).is_err());
    drop(held);
    let looked = Lock::shared(&place.work).expect("nobody generates");
    let refused = Lock::exclusive(&place.work).expect_err("somebody looks");
    let expected =
        format!("another run is using {}: wait until it ends", place.work.root.display());
    assert!(looked.is_some() && refused.to_string() == expected, "{refused}");
}

/// A disk that stops for ever at a step, and says so first.
struct Stuck(Faulty);

impl Stuck {
    fn step(&self) {
        if self.0.step().is_err() {
            println!("stuck");
            loop {
                std::thread::park();
            }
        }
    }
}

impl Files for Stuck {
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.step();
        Disk.create_directory(path)
    }

    fn write(&self, path: &Path, content: &[u8], durability: Durability) -> io::Result<()> {
        self.step();
        Disk.write(path, content, durability)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step();
        Disk.rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step();
        Disk.remove_file(path)
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.step();
        Disk.remove_directory(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.step();
        Disk.remove_tree(path)
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        self.step();
        Disk.sync_directory(path)
    }
}

/// Names the directory and the step to a child process; a run of the tests themselves does not set it.
const CHILD: &str = "TIEBEAM_KILLED_CHILD";

#[test]
fn child_that_is_killed() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let (step, root) = order.split_once(' ').expect("the parent writes a step and a directory");
    let work = Work::new(Path::new(root)).expect("the directory has a name");
    let _lock = Lock::exclusive(&work).expect("nobody else generates");
    let (writes, deletes) = changes();
    let at = step.parse().expect("the parent writes a number");
    apply(&Stuck(Faulty::new(Failure::Crash, at)), &work, &writes, &deletes)
        .expect("the disk has room");
    println!("done");
}

#[test]
fn a_killed_process_leaves_the_old_tree_or_the_new_one_and_no_lock() {
    let (mut olds, mut news) = (0, 0);
    for step in (0..).step_by(3) {
        let place = place(&old_tree());
        let mut child = Command::new(std::env::current_exe().expect("the test has a file"))
            .args([
                "--exact",
                "sync::apply::tests::child_that_is_killed",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(CHILD, format!("{step} {}", place.work.root.display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the test can be run again");
        let output = BufReader::new(child.stdout.take().expect("the output is a pipe"));
        let said: Vec<String> = output
            .lines()
            .map_while(Result::ok)
            .filter(|line| line.contains("stuck") || line.contains("done"))
            .take(1)
            .collect();
        child.kill().expect("the child is ours");
        child.wait().expect("the child is ours");
        let _lock = Lock::exclusive(&place.work).expect("the system gives the lock back");
        recover(&Disk, &place.work).expect("a working disk recovers");
        match found(&place.work.root) {
            tree if tree == new_tree() => news += 1,
            tree => {
                assert_eq!(tree, old_tree(), "killed at step {step}");
                olds += 1;
            }
        }
        if said.concat().contains("done") {
            break;
        }
    }
    assert!(olds > 1 && news > 1, "{olds} old trees, {news} new trees");
}
