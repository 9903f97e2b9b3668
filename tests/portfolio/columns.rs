//! Parquet, read back by the crate that wrote it.

use std::fs::File;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::{NORTH, SOUTH, code, folder, json, lines, run};

/// Every row as the words of its columns, and the columns with their kinds.
fn read(path: &Path) -> (Vec<(String, DataType)>, Vec<Vec<String>>) {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let schema = reader.schema().clone();
    let columns = schema.fields().iter().map(|field| (field.name().clone(), field.data_type().clone())).collect();
    let mut rows = Vec::new();
    for batch in reader.build().unwrap() {
        let batch = batch.unwrap();
        for at in 0..batch.num_rows() {
            let cell = |column: &arrow_array::ArrayRef| match column.data_type() {
                DataType::Int64 => column.as_primitive::<Int64Type>().value(at).to_string(),
                DataType::Utf8 if column.is_valid(at) => column.as_string::<i32>().value(at).to_owned(),
                _ => String::new(),
            };
            rows.push(batch.columns().iter().map(cell).collect());
        }
    }
    (columns, rows)
}

#[test]
fn rows_are_those_of_the_lines_of_json() {
    let folder = folder(&[("north.yaml", NORTH), ("south.yaml", SOUTH)]);
    let output = run(folder.path(), &["north.yaml", "south.yaml", "--output", "rows.parquet"], "");
    assert_eq!(code(&output), 0, "{output:?}");
    let (columns, rows) = read(&folder.path().join("rows.parquet"));
    let as_json = lines(&run(folder.path(), &["north.yaml", "south.yaml", "--format", "ndjson"], ""));
    assert_eq!((rows.len(), as_json.len()), (77, 77));
    for (row, object) in rows.iter().zip(&as_json) {
        for ((name, kind), cell) in columns.iter().zip(row) {
            let expected = match &object[name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) if *kind == DataType::Utf8 => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(*cell, expected, "{name}");
        }
    }
    assert_eq!(columns.last().unwrap(), &("hops".to_owned(), DataType::Int64));
    assert!(columns.iter().any(|(name, kind)| name == "date" && *kind == DataType::Date32));
}

#[test]
fn a_part_is_written_for_each_target() {
    let folder = folder(&[("a.yaml", NORTH)]);
    let args = ["a.yaml", "--format", "parquet", "--partition-by", "target", "--output", "out"];
    assert_eq!(code(&run(folder.path(), &args, "")), 0);
    let (columns, rows) = read(&folder.path().join("out/target=iso-iec-20000-1%3A2011/part-0.parquet"));
    assert_eq!(rows.len(), 39);
    assert!(!columns.iter().any(|(name, _)| name == "target"));
}

#[test]
fn statements_are_read_from_columns() {
    use arrow_array::{Int32Array, RecordBatch, StringArray};
    use std::sync::Arc;
    let folder = folder(&[]);
    let texts = |texts: &[&str]| Arc::new(StringArray::from(texts.to_vec())) as arrow_array::ArrayRef;
    let batch = RecordBatch::try_from_iter([
        ("assessment", texts(&["a", "a", "b"])),
        ("targets", texts(&["iso-iec-20000-1:2011"; 3])),
        ("clause", texts(&["iso-9001:2008/4.2.1", "iso-9001:2008/5.1", "iso-9001:2008/4.99"])),
        ("status", texts(&["implemented", "partial", "partial"])),
        ("maturity", Arc::new(Int32Array::from(vec![3, 2, 1])) as arrow_array::ArrayRef),
    ])
    .unwrap();
    let file = File::create(folder.path().join("in.parquet")).unwrap();
    let mut writer = parquet::arrow::ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let answer = json(folder.path(), &["in.parquet"], "");
    assert_eq!(answer["answer"].as_array().unwrap().len(), 1);
    assert_eq!(crate::findings(&answer), ["in.parquet (b):3:1 unknown-clause"]);
}
