//! The part of the Python module that is not Python: standards that are read once and asked in words, answered in bytes.
//!
//! It is as thin as can be. What a function is called, which arguments it takes and what it returns is said in
//! `xwalk/__init__.py`; answers come over as the bytes of a format, and most of them as JSON. While it works, other threads of
//! Python run.

use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyBytes, PyDict};
use xwalk::api::{self, Check, Error, Fault, IntersectAs, Question, Settings};

/// The native half of `xwalk`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::Standards;
}

/// Standards that are known, read once.
#[pyclass(frozen)]
struct Standards(api::Standards);

#[pymethods]
impl Standards {
    /// What is bundled, with packs, files and folders; and options that say how to infer and to count.
    #[new]
    fn new(
        py: Python<'_>,
        paths: Vec<PathBuf>,
        intersect_as: Option<String>,
        settings: Vec<String>,
    ) -> PyResult<Self> {
        let intersect_as = match intersect_as.as_deref() {
            None => None,
            Some("partial") => Some(IntersectAs::Partial),
            Some("related") => Some(IntersectAs::Related),
            Some(other) => {
                return Err(PyValueError::new_err(format!("intersect_as is partial or related, and not {other}")));
            }
        };
        let read = || {
            let mut reader = paths.iter().fold(api::Standards::reader(), api::StandardsReader::with);
            if let Some(relation) = intersect_as {
                reader = reader.intersect_as(relation);
            }
            reader.read()?.with_settings(&Settings::parse(settings)?)
        };
        py.detach(read).map(Self).map_err(|error| raised(py, error))
    }

    /// The answer to a question in words, of the standards or of an assessment, in a format.
    fn ask<'py>(
        &self,
        py: Python<'py>,
        words: Vec<String>,
        assessment: Option<PathBuf>,
        format: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let answer = || {
            let question = Question::parse(words)?;
            let document = match assessment {
                Some(path) => self.0.assessment(path)?.document(&question)?,
                None => self.0.document(&question)?,
            };
            document.bytes(format)
        };
        bytes(py, py.detach(answer))
    }

    /// What is wrong with files, in a format.
    fn check<'py>(
        &self,
        py: Python<'py>,
        paths: Vec<PathBuf>,
        notes: bool,
        gates: Vec<String>,
        format: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let answer = || {
            let mut check = paths.iter().fold(Check::default(), Check::and).with_gates(gates)?;
            if notes {
                check = check.with_notes();
            }
            self.0.check(&check)?.bytes(format)
        };
        bytes(py, py.detach(answer))
    }

    /// What is worth knowing about files that were added, although they can be used.
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        self.0.warnings().iter().map(|fault| dictionary(py, fault)).collect()
    }
}

fn bytes<'py>(py: Python<'py>, answer: Result<Vec<u8>, Error>) -> PyResult<Bound<'py, PyBytes>> {
    answer.map(|bytes| PyBytes::new(py, &bytes)).map_err(|error| raised(py, error))
}

/// The exception for an error; the classes are written in Python.
fn raised(py: Python<'_>, error: Error) -> PyErr {
    let exception = || -> PyResult<Bound<'_, PyAny>> {
        let errors = py.import("xwalk._errors")?;
        let text = error.to_string();
        match &error {
            Error::Data(faults) => {
                let faults: Vec<_> = faults.iter().map(|fault| dictionary(py, fault)).collect::<PyResult<_>>()?;
                errors.getattr("DataError")?.call1((text, faults))
            }
            Error::File(file) => {
                let path = file.path().display().to_string();
                errors.getattr("FileError")?.call1((text, path, file.error().raw_os_error()))
            }
            Error::Refused(refusal) => errors.getattr("RefusedError")?.call1((text, refusal.help.as_deref())),
            // Whatever comes later has a text at least.
            _ => errors.getattr("Error")?.call1((text,)),
        }
    };
    exception().map_or_else(|failure| failure, PyErr::from_value)
}

fn dictionary<'py>(py: Python<'py>, fault: &Fault) -> PyResult<Bound<'py, PyDict>> {
    let entries = [("line", fault.line), ("column", fault.column)].into_py_dict(py)?;
    for (key, value) in [
        ("rule", Some(fault.rule)),
        ("severity", Some(fault.severity.name())),
        ("file", Some(fault.file.as_str())),
        ("message", Some(fault.message.as_str())),
        ("help", fault.help.as_deref()),
    ] {
        entries.set_item(key, value)?;
    }
    Ok(entries)
}
