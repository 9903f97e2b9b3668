//! door
mod companion;
mod error;
mod faults;
mod files;
mod gather;
mod intersect_as;
mod judged;
mod other_content;
mod reading;
mod unfit;

pub use error::{Error, FileError};
pub use faults::{Fault, Faults};
pub use intersect_as::IntersectAs;

#[doc(hidden)]
pub use companion::read_companion;
#[doc(hidden)]
pub use files::StandardFiles;
#[doc(hidden)]
pub use gather::library;
#[doc(hidden)]
pub use judged::{EarlierCoverage, Judged};
#[doc(hidden)]
pub use other_content::refuse_other_content;
#[doc(hidden)]
pub use reading::ForeignReading;
#[doc(hidden)]
pub use unfit::unfit;
