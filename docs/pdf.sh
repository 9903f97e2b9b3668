#!/usr/bin/env bash
# Makes a PDF of Word documents with LibreOffice, and checks what came of it.
#
#   docs/pdf.sh FILE.docx…
#
# Each PDF stands in the current folder. It has to be sound, to have pages, a title and a language, and to be tagged, so that
# people with a screen reader can use it. Needs soffice (Debian: libreoffice-writer), pdfinfo (poppler-utils) and qpdf.
set -euo pipefail

for tool in soffice pdfinfo qpdf; do
  command -v "$tool" > /dev/null || { echo "$tool is not there" >&2; exit 2; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

for document in "$@"; do
  soffice "-env:UserInstallation=file://$home" --headless \
    --convert-to 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' "$document" > /dev/null 2>&1
  pdf=$(basename "${document%.*}").pdf
  qpdf --check "$pdf" > /dev/null
  said=$(pdfinfo "$pdf")
  for sign in 'Title: +[^ ]' 'Tagged: +yes' 'Pages: +[1-9]'; do
    grep -qE "$sign" <<< "$said" || { echo "$pdf lacks ${sign%%:*}" >&2; exit 1; }
  done
  qpdf --qdf --object-streams=disable "$pdf" "$home/plain.pdf"
  grep -aqE '/Lang ?[(<]' "$home/plain.pdf" || { echo "$pdf lacks a language" >&2; exit 1; }
  echo "$pdf: $(grep -oE 'Pages: +[0-9]+' <<< "$said" | grep -oE '[0-9]+') pages, tagged"
done
