//! Every command says of a requirement what the gap analysis says.
