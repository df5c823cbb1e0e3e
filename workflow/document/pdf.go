package document

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"io"
	"text/template"
	"time"
)

//go:embed pdf/xmp.xml
var xmp string

var xmpTemplate = template.Must(template.New("xmp").Funcs(template.FuncMap{"xml": escaped, "base64": base64.StdEncoding.EncodeToString}).Parse(xmp))

// writePDF writes a tagged PDF. Its pages go out one by one, so that memory
// does not grow with the text.
func writePDF(w io.Writer, d Document) error {
	fonts, err := newPDFFonts()
	if err != nil {
		return err
	}
	file := newPDFFile(w)
	tags := &pdfTags{file: file, root: file.ref(), ids: map[string]pdfRef{}}
	blocks := withNotes(d)
	body := &pdfBody{pdfPages: pdfPages{file: file, tags: tags, resources: file.ref(), ink: pdfInk{fonts: fonts}}, blocks: blocks, outline: outline(blocks)}
	for range body.outline {
		body.places, body.found = append(body.places, file.ref()), append(body.found, 0)
	}
	body.whole = tags.open(nil, "Document")
	body.runningTitle(d.Running)
	body.document()
	body.finish()
	tags.done(body.whole)
	names, err := fonts.embed(file)
	if err != nil {
		return err
	}
	file.object(body.resources, "<</Font<<", names, ">>>>")
	catalog, err := body.catalog(d)
	if err != nil {
		return err
	}
	return file.close(catalog, information(file, d))
}

// catalog writes where a viewer begins to read.
func (d *pdfBody) catalog(of Document) (pdfRef, error) {
	metadata, err := metadata(d.file, of)
	if err != nil {
		return 0, err
	}
	more := ""
	if len(d.outline) > 0 {
		more = "/PageMode/UseOutlines/Outlines " + d.bookmarks().String() + "/Names<</Dests " + d.anchors().String() + ">>"
	}
	return d.file.object(d.file.ref(), "<</Type/Catalog/Pages ", d.tree().String(), "/StructTreeRoot ", d.tags.root.String(),
		"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang", pdfString(language(of.Language)),
		"/Metadata ", metadata.String(), more, ">>"), nil
}

// anchors are the places that an address of the file can name.
func (d *pdfBody) anchors() pdfRef {
	named := map[string]pdfRef{}
	for i, e := range d.outline {
		named[e.anchor] = d.places[i]
	}
	return pdfNames(d.file, named)
}

// metadata says what the document is, for programs that know no PDF.
func metadata(file *pdfFile, d Document) (pdfRef, error) {
	facts := docxFacts{Document: d, Language: language(d.Language), Created: d.Made.UTC().Format(time.RFC3339)}
	var b bytes.Buffer
	if err := xmpTemplate.Execute(&b, facts); err != nil {
		return 0, err
	}
	return file.raw(file.ref(), "/Type/Metadata/Subtype/XML", b.Bytes()), nil
}

// information says the same in the manner of old.
func information(file *pdfFile, d Document) pdfRef {
	made := "(D:" + d.Made.UTC().Format("20060102150405") + "+00'00')"
	return file.object(file.ref(), "<</Title", pdfString(d.Title), "/Author", pdfString(d.Author), "/Subject", pdfString(d.Subject),
		"/Creator(ahq)/Producer(ahq)/CreationDate", made, "/ModDate", made, ">>")
}
