//! HTML, read back by an HTML parser.
