//! Writes answers and error messages; the only user of stdout and stderr.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::adapter::strip_bytes;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use anyhow::Context;
use xwalk::api;
use xwalk::diagnostic::{Diagnostic, Severity, grouped};
use xwalk::disk::{self, Others};
use xwalk::language::DocumentLanguage;
use xwalk::model::Library;
use xwalk::render::{self, Format, Medium, Page, Presentation};
use xwalk::report::{Document, Site, sanitized, without_commands};
use xwalk::source::Sources;

use super::made::Made;
use super::options::OutputArgs;
use super::output_stream::OutputStream;
use super::progress::Progress;
use super::unified;

/// Where an error comes from if the work is done but cannot be reported.
const STDOUT: &str = "standard output";
const STDERR: &str = "standard error";

/// How wide a line is by default.
const WIDTH: usize = 80;

/// How to write, and where.
pub(super) struct Output {
    format: &'static dyn Format,
    /// By what name it is known.
    format_name: &'static str,
    /// Whether that was requested, by name or by an ending that is known.
    is_chosen: bool,
    file: Option<PathBuf>,
    /// Whether a file may be replaced that holds something of another kind.
    force: bool,
    color: ColorChoice,
    width: usize,
    presentation: Presentation,
    /// The language of texts of files, if one was chosen.
    texts: Option<DocumentLanguage>,
    /// What the waiting user sees, until something is written.
    progress: RefCell<Option<Progress>>,
}

impl Output {
    pub(super) fn new(args: &OutputArgs, usual: &str) -> Self {
        let color = match args.color {
            clap::ColorChoice::Auto => ColorChoice::Auto,
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        };
        let of_terminal =
            || terminal_size::terminal_size().filter(|_| io::stdout().is_terminal()).map(|(width, _)| width.0);
        let chosen = requested_format(args);
        let usual = chosen.or_else(|| render::name_of_format(Some(usual), None)).unwrap_or(render::FORMATS[0].name);
        Self {
            format: render::format(usual).unwrap_or(render::FORMATS[0].format),
            format_name: usual,
            is_chosen: chosen.is_some(),
            file: args.file().map(Path::to_owned),
            force: args.force,
            color,
            width: args.width.or_else(of_terminal).map_or(WIDTH, usize::from),
            presentation: Presentation::default(),
            texts: None,
            progress: RefCell::default(),
        }
    }

    /// Whether the format holds only the answer, and no other table.
    pub(super) fn holds_answer_alone(&self) -> bool {
        self.format.holds_answer_alone()
    }

    /// Whether the format holds only the findings, and nothing else of the answer.
    pub(super) fn holds_findings_alone(&self) -> bool {
        self.format.holds_findings_alone()
    }

    /// Shows a user who waits at a terminal what is done, until something is written.
    pub(super) fn begin_progress(&self, what: &'static str) {
        *self.progress.borrow_mut() = Some(Progress::new(what));
    }

    /// How much there is to do, if that is known.
    pub(super) fn set_total(&self, total: Option<usize>) {
        if let Some(progress) = &*self.progress.borrow() {
            progress.set_total(total);
        }
    }

    /// One more is done.
    pub(super) fn advance(&self) {
        if let Some(progress) = &*self.progress.borrow() {
            progress.advance();
        }
    }

    /// Removes what is shown to a user who waits.
    pub(super) fn end_progress(&self) {
        drop(self.progress.take());
    }

    /// The name of the format.
    pub(super) fn format_name(&self) -> &'static str {
        self.format_name
    }

    /// The file or folder to write to; none if that is standard output.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// A stream to where the answer goes, for what is written while it is made. A file has to hold what this format wrote
    /// earlier, or nothing.
    pub(super) fn stream(&self, sources: &Sources) -> anyhow::Result<OutputStream> {
        ensure_intact(sources)?;
        if self.format.medium() == Medium::Binary && self.file.is_none() && io::stdout().is_terminal() {
            anyhow::bail!("this format cannot be shown in a terminal\n\n  tip: add --output FILE");
        }
        if let Some(path) = &self.file {
            disk::refuse_input(path, sources)?;
            anyhow::ensure!(
                self.force || disk::begins_with(path, &|held| self.format.is_earlier_output(held)),
                "{}: the file exists and is not an earlier output of this kind, so it was not overwritten\n\n  tip: name another file, or add --force to replace it",
                path.display()
            );
        }
        // Two programs on one terminal would write over each other.
        if self.file.is_none() && io::stdout().is_terminal() {
            self.end_progress();
        }
        OutputStream::new(self.file.as_deref())
    }

    /// Sets how documents are handed over, and in which language the texts of files are, if one was chosen.
    pub(super) fn present(&mut self, presentation: Presentation, texts: Option<DocumentLanguage>) {
        (self.presentation, self.texts) = (presentation, texts);
    }

    /// Refuses options of the title page if the format has none, so no user believes that they have an effect.
    pub(super) fn require_front(&self) -> anyhow::Result<()> {
        let named = || {
            let with_front = render::FORMATS.iter().filter(|known| known.format.has_front());
            with_front.map(|known| known.name).collect::<Vec<_>>().join(", ")
        };
        anyhow::ensure!(
            self.format.has_front(),
            "--client, --logo and --classification are for these formats: {}\n\n  tip: add --format or --output, or leave them out",
            named()
        );
        Ok(())
    }

    fn page<'o>(&'o self, sources: &'o Sources) -> Page<'o> {
        Page { sources, width: self.width, presentation: &self.presentation }
    }

    /// The same to standard output, whatever --output names.
    pub(super) fn to_stdout(&self) -> Self {
        Self {
            format: self.format,
            format_name: self.format_name,
            is_chosen: self.is_chosen,
            file: None,
            force: self.force,
            color: self.color,
            width: self.width,
            presentation: self.presentation.clone(),
            texts: self.texts,
            progress: RefCell::default(),
        }
    }

    /// Whether the format can write the answer, and is the one of the ending of the file; and whether the file may
    /// be written.
    pub(super) fn check(&self, document: &Document, sources: &Sources) -> anyhow::Result<()> {
        ensure_intact(sources)?;
        let ending = self.file.as_deref().and_then(Path::extension).filter(|ending| *ending != "txt");
        if let (Some(ending), false) = (ending, self.is_chosen) {
            let ending = ending.to_string_lossy();
            anyhow::bail!(
                "no format has the ending .{ending}\n\n  tip: add --format, or use an ending such as .csv, .html or .xlsx"
            );
        }
        if self.format.medium() == Medium::Binary && self.file.is_none() && io::stdout().is_terminal() {
            anyhow::bail!("this format cannot be shown in a terminal\n\n  tip: add --output FILE");
        }
        if let Some(lack) = self.format.missing_content(document) {
            anyhow::bail!(lack);
        }
        match &self.file {
            Some(path) => self.check_file(path, sources, &|held| self.format.is_earlier_output(held)),
            None => Ok(()),
        }
    }

    /// Refuses a file that the run has read, and one that contains something else than what is to be written.
    fn check_file(&self, path: &Path, sources: &Sources, is_of_kind: &dyn Fn(&[u8]) -> bool) -> anyhow::Result<()> {
        ensure_intact(sources)?;
        disk::refuse_input(path, sources)?;
        if !self.force {
            disk::refuse_foreign(path, is_of_kind)?;
        }
        Ok(())
    }

    /// The language in which documents are written for people.
    pub(super) fn language(&self) -> DocumentLanguage {
        self.presentation.language
    }

    /// A library whose texts are in the language that was chosen, if one was and the answer is for readers.
    pub(super) fn translated(&self, library: Library) -> Library {
        match self.texts.filter(|_| self.format.is_in_words()) {
            Some(language) => library.in_language(language.tag()),
            None => library,
        }
    }

    /// The answer in the language of its readers, and as they call things.
    pub(super) fn for_readers(&self, document: Document, library: &Library) -> Document {
        api::for_readers(document, self.format, library, self.language(), false)
    }

    /// The same with the words of levels, outcomes and actions explained at its end.
    pub(super) fn for_readers_with_legend(&self, document: Document, library: &Library) -> Document {
        api::for_readers(document, self.format, library, self.language(), true)
    }

    /// Writes the answer: atomically to the file, or to standard output.
    pub(super) fn write(&self, document: &Document, sources: &Sources) -> anyhow::Result<()> {
        self.check(document, sources)?;
        let mut bytes = Vec::new();
        self.format.write(document, self.page(sources), &mut bytes)?;
        ensure_intact(sources)?;
        self.end_progress();
        match (&self.file, self.format.medium()) {
            (Some(path), Medium::Colours) => Ok(disk::write(path, &strip_bytes(&bytes).into_vec())?),
            (None, Medium::Colours) => self.print_styled(&bytes),
            (Some(path), Medium::Text | Medium::Binary) => Ok(disk::write(path, &bytes)?),
            (None, Medium::Text | Medium::Binary) => print_bytes(&bytes),
        }
    }

    /// Writes a text that was made: atomically to the file, or to standard output.
    pub(super) fn write_text(&self, text: &str, made: Made, sources: &Sources) -> anyhow::Result<()> {
        self.end_progress();
        match &self.file {
            Some(path) => self.write_file(path, text, made, sources),
            None => {
                ensure_intact(sources)?;
                print_bytes(text.as_bytes())
            }
        }
    }

    /// Whether a text that was made may be written where it is to go.
    pub(super) fn check_made(&self, made: Made, sources: &Sources) -> anyhow::Result<()> {
        match &self.file {
            Some(path) => self.check_file(path, sources, &|held| made.is_earlier_output(held)),
            None => Ok(()),
        }
    }

    /// Whether files of these names may be written into a folder.
    pub(super) fn check_into<'n>(
        &self,
        folder: &Path,
        names: impl IntoIterator<Item = &'n str>,
        made: Made,
    ) -> anyhow::Result<()> {
        for name in names {
            self.check_file(&folder.join(name), &Sources::default(), &|held| made.is_earlier_output(held))?;
        }
        Ok(())
    }

    /// Writes a text, or other bytes, atomically to a file.
    pub(super) fn write_file(
        &self,
        path: &Path,
        content: impl AsRef<[u8]>,
        made: Made,
        sources: &Sources,
    ) -> anyhow::Result<()> {
        self.check_file(path, sources, &|held| made.is_earlier_output(held))?;
        Ok(disk::write(path, content.as_ref())?)
    }

    /// Writes texts into a folder, each atomically, and none if one of them may not be written.
    pub(super) fn write_into(&self, folder: &Path, files: &[(String, Vec<u8>)], made: Made) -> anyhow::Result<()> {
        self.check_into(folder, files.iter().map(|(name, _)| name.as_str()), made)?;
        Ok(disk::write_into(folder, files)?)
    }

    /// Writes the report on a text that went to standard output: to standard error.
    pub(super) fn write_to_stderr(&self, document: &Document, sources: &Sources) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.format.medium() != Medium::Binary,
            "this format cannot be shown together with another output\n\n  tip: add --output FILE for the other one"
        );
        let mut bytes = Vec::new();
        self.format.write(document, self.page(sources), &mut bytes)?;
        ensure_intact(sources)?;
        self.stderr().write_all(&bytes).context(STDERR)
    }

    /// Writes the pages of a site into the given folder, and replaces nothing there but such pages.
    pub(super) fn write_site(&self, site: &Site, sources: &Sources) -> anyhow::Result<()> {
        let Some(folder) = &self.file else {
            anyhow::bail!("a site is a folder of pages\n\n  tip: add --output DIR");
        };
        let pages = render::pages(site, self.page(sources))?;
        ensure_intact(sources)?;
        for (name, _) in &pages {
            disk::refuse_input(&folder.join(name), sources)?;
        }
        let others = if self.force { Others::Replace } else { Others::Keep };
        Ok(disk::write_site(folder, &pages, others)?)
    }

    /// Prints a note on standard error about what was done.
    pub(super) fn print_note(&self, text: &str) {
        let bold = anstyle::Style::new().bold().fg_color(Some(anstyle::AnsiColor::Yellow.into()));
        self.tell(&format!("{bold}warning:{bold:#} {}\n", without_commands(&sanitized(text))));
    }

    /// How many characters a line may have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Prints text to standard output, with terminal control characters removed.
    pub(super) fn print(&self, text: &str) -> anyhow::Result<()> {
        self.print_styled(without_commands(&sanitized(&text.replace("\r\n", "\n"))).as_bytes())
    }

    /// The same in a style, where colours are shown.
    pub(super) fn print_in(&self, style: Style, text: &str) -> anyhow::Result<()> {
        let text = sanitized(&text.replace("\r\n", "\n"));
        let styled: String = without_commands(&text).lines().map(|line| format!("{style}{line}{style:#}\n")).collect();
        self.print_styled(styled.as_bytes())
    }

    /// Prints a unified diff of a changed text.
    pub(super) fn print_diff(&self, name: &str, before: &str, after: &str) -> anyhow::Result<()> {
        let mut said = String::new();
        for line in unified::diff(name, before, after).lines() {
            let color = match line.as_bytes() {
                [b'-', ..] => AnsiColor::Red,
                [b'+', ..] => AnsiColor::Green,
                _ => AnsiColor::BrightBlack,
            };
            let style = Style::new().fg_color(Some(color.into()));
            said.push_str(&format!("{style}{}{style:#}\n", sanitized(line)));
        }
        self.print_styled(without_commands(&said).as_bytes())
    }

    fn print_styled(&self, text: &[u8]) -> anyhow::Result<()> {
        self.end_progress();
        let mut stdout = AutoStream::new(io::stdout().lock(), color_choice(self.color, &io::stdout()));
        stdout.write_all(text).and_then(|()| stdout.flush()).context(STDOUT)
    }

    /// Shows diagnostics on standard error.
    pub(super) fn print_diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        let grouped = grouped(diagnostics, &|file| sources.get(file).is_own());
        drop(render::write_diagnostics(&grouped, Page::new(sources, self.width), &mut self.stderr()));
    }

    /// Says how many faults there are.
    pub(super) fn print_count(&self, diagnostics: &[Diagnostic]) {
        let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
        let some = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let warnings = count(Severity::Warning);
        let and = if warnings == 0 { String::new() } else { format!(" and {}", some(warnings, "warning")) };
        self.tell(&format!("xwalk: {}{and}; nothing was answered\n", some(count(Severity::Error), "error")));
    }

    /// Prints why there is no answer.
    pub(super) fn print_error(&self, error: &anyhow::Error) {
        let bold = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        self.tell(&format!("{bold}error:{bold:#} {}\n", without_commands(&sanitized(&format!("{error:#}")))));
    }

    /// Writes to standard error. If that is closed, nothing can be reported, and the exit code does not change.
    fn tell(&self, text: &str) {
        drop(self.stderr().write_all(text.as_bytes()));
    }

    fn stderr(&self) -> AutoStream<io::Stderr> {
        self.end_progress();
        AutoStream::new(io::stderr(), color_choice(self.color, &io::stderr()))
    }
}

/// Refuses to write what depends on parts of a pack that turned out to be damaged.
pub(super) fn ensure_intact(sources: &Sources) -> anyhow::Result<()> {
    if let Some(damage) = sources.damage() {
        anyhow::bail!("{damage}\n\n  tip: copy it again, or create it again with `xwalk pack`");
    }
    Ok(())
}

/// Prints bytes as they are.
pub(super) fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush()).context(STDOUT)
}

/// The result of showing what is already done: a failure says that it is done.
pub(super) fn shown_after(done: &str, shown: anyhow::Result<()>) -> anyhow::Result<()> {
    shown.with_context(|| format!("{done}, but the report on it could not be written"))
}

/// The requested format: by name, else by the ending of the file.
fn requested_format(args: &OutputArgs) -> Option<&'static str> {
    let by_name = args.format.as_deref().and_then(|name| render::name_of_format(Some(name), None));
    by_name.or_else(|| render::name_of_format(None, Some(args.file()?.extension()?.to_str()?)))
}

/// What auto means for a stream: colours on a terminal, unless the environment says otherwise.
fn color_choice(asked: ColorChoice, stream: &impl anstream::stream::RawStream) -> ColorChoice {
    match asked {
        ColorChoice::Auto => AutoStream::choice(stream),
        ColorChoice::Always | ColorChoice::AlwaysAnsi | ColorChoice::Never => asked,
    }
}

/// Whether the reader of the output has closed it, which is not a failure.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    kinds.into_iter().any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
