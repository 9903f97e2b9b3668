//! Words of the command line become values.

use super::error::Error;
use crate::diagnostic::Refusal;

/// Reads words as the program reads its arguments. Faults in them are reported as by the program, without the usage
/// of the program.
pub(super) fn parse<P: clap::Parser, W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Result<P, Error> {
    let words: Vec<String> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
    P::try_parse_from(words).map_err(|stop| {
        let said = stop.render().to_string();
        let said = said.split("\n\nUsage:").next().unwrap_or(&said).trim();
        Error::Refused(Refusal { message: said.strip_prefix("error: ").unwrap_or(said).to_owned(), help: None })
    })
}
