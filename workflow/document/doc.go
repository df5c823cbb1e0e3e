// Package document knows headings, facts, paragraphs and tables, sheets and
// rows, and how to write them as files. It knows nothing of AHQs or responses:
// workflow/export.go puts a Document together, workflow/export_workbook.go a
// Workbook, and this package writes them.
package document
