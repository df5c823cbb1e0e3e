// Package document knows headings, facts, paragraphs and tables, and how to
// write them as files. It knows nothing of AHQs or responses: workflow/export.go
// puts a Document together, this package prints it.
package document
