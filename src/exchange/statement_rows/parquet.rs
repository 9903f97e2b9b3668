//! Rows of a Parquet file, each as a line of JSON.

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::file::reader::ChunkReader;
use serde_json::{Map, Value};

/// How many rows are read at once.
const BATCH: usize = 1_024;

/// The rows of a file, of which a few are held at a time.
pub struct ParquetRows {
    reader: ParquetRecordBatchReader,
    batch: Option<(RecordBatch, usize)>,
    count: u32,
}

impl ParquetRows {
    /// Those of a file.
    pub fn new(file: impl ChunkReader + 'static) -> Result<Self, String> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| error.to_string())?;
        let reader = builder.with_batch_size(BATCH).build().map_err(|error| error.to_string())?;
        Ok(Self { reader, batch: None, count: 0 })
    }

    /// The next row as a line, and how many are before it; none at the end.
    pub fn read(&mut self) -> Result<Option<(String, u32)>, String> {
        loop {
            if let Some((batch, at)) = &mut self.batch
                && *at < batch.num_rows()
            {
                let line = line(batch, *at);
                *at += 1;
                self.count += 1;
                return Ok(Some((line, self.count - 1)));
            }
            let Some(batch) = self.reader.next() else { return Ok(None) };
            self.batch = Some((as_text(&batch.map_err(|error| error.to_string())?)?, 0));
        }
    }
}

/// The same columns as text.
fn as_text(batch: &RecordBatch) -> Result<RecordBatch, String> {
    let mut columns = Vec::new();
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let kind = field.data_type();
        if kind.is_nested() {
            return Err(format!("the column {} holds lists or structures; write them as text", field.name()));
        }
        let text = arrow_cast::cast(column, &DataType::Utf8).map_err(|error| error.to_string())?;
        columns.push((field.name().clone(), text));
    }
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)))
        .map_err(|error| error.to_string())
}

fn line(batch: &RecordBatch, at: usize) -> String {
    let mut row = Map::new();
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let texts = column.as_string::<i32>();
        if !texts.is_null(at) {
            row.insert(field.name().clone(), Value::from(texts.value(at)));
        }
    }
    format!("{}\n", Value::Object(row))
}
