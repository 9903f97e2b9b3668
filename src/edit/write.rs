//! Statements, assessments and tables as YAML.
