//! Records in columns, as Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Schema};
use jiff::civil::{Date, date};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::report::{Field, FieldKind, FieldValue, sanitized};

/// How many records are gathered before they are handed on.
const GATHERED: usize = 8_192;

/// How many records there are in a row group, which is held until it is whole.
const ROW_GROUP: usize = 65_536;

/// The day from which Parquet counts days.
const EPOCH: Date = date(1970, 1, 1);

/// Records that are written one by one. Text is plain UTF-8, counts are 64-bit whole numbers, days are dates.
pub struct ParquetRecords<W: Write + Send> {
    schema: Arc<Schema>,
    columns: Vec<Builder>,
    gathered: usize,
    writer: ArrowWriter<W>,
}

enum Builder {
    Text(StringBuilder),
    Count(Int64Builder),
    Day(Date32Builder),
}

impl<W: Write + Send> ParquetRecords<W> {
    /// Records with these fields, none so far.
    pub fn new(fields: &[Field], out: W) -> io::Result<Self> {
        let column = |field: &Field| {
            let kind = match field.kind {
                FieldKind::Text => DataType::Utf8,
                FieldKind::Count => DataType::Int64,
                FieldKind::Day => DataType::Date32,
            };
            arrow_schema::Field::new(field.name, kind, field.is_optional)
        };
        let schema = Arc::new(Schema::new(fields.iter().map(column).collect::<Vec<_>>()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_created_by(format!("xwalk {}", env!("CARGO_PKG_VERSION")))
            .build();
        let writer = ArrowWriter::try_new(out, Arc::clone(&schema), Some(properties)).map_err(io::Error::other)?;
        let builder = |field: &Field| match field.kind {
            FieldKind::Text => Builder::Text(StringBuilder::new()),
            FieldKind::Count => Builder::Count(Int64Builder::new()),
            FieldKind::Day => Builder::Day(Date32Builder::new()),
        };
        Ok(Self { schema, columns: fields.iter().map(builder).collect(), gathered: 0, writer })
    }

    /// Adds a record.
    pub fn add(&mut self, values: &[FieldValue<'_>]) -> io::Result<()> {
        for (column, value) in self.columns.iter_mut().zip(values) {
            match (column, value) {
                (Builder::Text(texts), FieldValue::Text(text)) => texts.append_value(sanitized(text)),
                (Builder::Text(texts), _) => texts.append_null(),
                (Builder::Count(counts), FieldValue::Count(count)) => {
                    counts.append_value(i64::try_from(*count).unwrap_or(i64::MAX));
                }
                (Builder::Count(counts), _) => counts.append_null(),
                (Builder::Day(days), FieldValue::Day(day)) => {
                    days.append_value((*day - EPOCH).get_days());
                }
                (Builder::Day(days), _) => days.append_null(),
            }
        }
        self.gathered += 1;
        if self.gathered == GATHERED { self.hand_on() } else { Ok(()) }
    }

    /// Writes what is left, and gives back what was written to.
    pub fn finish(mut self) -> io::Result<W> {
        self.hand_on()?;
        self.writer.into_inner().map_err(io::Error::other)
    }

    fn hand_on(&mut self) -> io::Result<()> {
        let array = |column: &mut Builder| -> ArrayRef {
            match column {
                Builder::Text(texts) => Arc::new(texts.finish()),
                Builder::Count(counts) => Arc::new(counts.finish()),
                Builder::Day(days) => Arc::new(days.finish()),
            }
        };
        let columns = self.columns.iter_mut().map(array).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(io::Error::other)?;
        self.gathered = 0;
        self.writer.write(&batch).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Int64Type};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    use super::*;

    #[test]
    fn records_are_read_back_with_plain_types() {
        let fields = [
            Field::required("clause", FieldKind::Text),
            Field::optional("because", FieldKind::Text),
            Field::required("hops", FieldKind::Count),
            Field::optional("date", FieldKind::Day),
        ];
        let mut records = ParquetRecords::new(&fields, Vec::new()).unwrap();
        // More than are gathered, so that there are several batches.
        for number in 0..20_000_u64 {
            let day = FieldValue::Day(date(1970, 1, 3));
            let values = [
                FieldValue::text(format!("x:1/4.{number}")),
                if number % 2 == 0 { FieldValue::Nothing } else { FieldValue::text("x:1/4") },
                FieldValue::Count(number),
                if number == 0 { FieldValue::Nothing } else { day },
            ];
            records.add(&values).unwrap();
        }
        let bytes = records.finish().unwrap();
        let path = tempfile::NamedTempFile::new().unwrap();
        path.as_file().write_all(&bytes).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(path.reopen().unwrap()).unwrap();
        let kinds: Vec<DataType> = reader.schema().fields().iter().map(|field| field.data_type().clone()).collect();
        assert_eq!(kinds, [DataType::Utf8, DataType::Utf8, DataType::Int64, DataType::Date32]);
        let (mut count, mut hops, mut without) = (0, 0, 0);
        for batch in reader.build().unwrap() {
            let batch = batch.unwrap();
            count += batch.num_rows();
            hops += batch.column(2).as_primitive::<Int64Type>().values().iter().sum::<i64>();
            without += batch.column(1).null_count();
            let days = batch.column(3).as_primitive::<Date32Type>();
            assert_eq!(days.value(days.len() - 1), 2);
        }
        assert_eq!((count, hops, without), (20_000, 199_990_000, 10_000));
    }
}
