package document

import (
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// pdfTags is the tree that tells a screen reader what the marks on the pages
// are. An element is written when it is closed, so that only the open ones are
// kept.
type pdfTags struct {
	file  *pdfFile
	root  pdfRef
	owner []pdfRef          // what each page and each annotation belongs to, by its key
	ids   map[string]pdfRef // the elements that have a name
}

// A pdfElement is a branch of the tree.
type pdfElement struct {
	ref, parent pdfRef
	role        string
	said        string // more of it, in the words of PDF
	page        pdfRef // where its own marks begin
	kids        []byte
}

// open begins an element inside another; nil is the root of the tree.
func (t *pdfTags) open(in *pdfElement, role string, said ...string) *pdfElement {
	e := &pdfElement{ref: t.file.ref(), parent: t.root, role: role, said: strings.Join(said, "")}
	if in != nil {
		e.parent = in.ref
		in.kid(e.ref)
	}
	return e
}

func (e *pdfElement) kid(r pdfRef) {
	e.kids = append(strconv.AppendInt(append(e.kids, ' '), int64(r), 10), " 0 R"...)
}

// mark notes that a piece of a page is the element's.
func (e *pdfElement) mark(page pdfRef, number int) {
	if e.page == 0 {
		e.page = page
	}
	if e.page == page {
		e.kids = strconv.AppendInt(append(e.kids, ' '), int64(number), 10)
		return
	}
	e.kids = append(e.kids, ("<</Type/MCR/Pg " + page.String() + "/MCID " + strconv.Itoa(number) + ">>")...)
}

// annotation notes that an annotation is the element's.
func (e *pdfElement) annotation(page, annotation pdfRef) {
	e.kids = append(e.kids, ("<</Type/OBJR/Pg " + page.String() + "/Obj " + annotation.String() + ">>")...)
}

func (t *pdfTags) close(e *pdfElement) {
	if e == nil {
		return
	}
	page := ""
	if e.page != 0 {
		page = "/Pg " + e.page.String()
	}
	t.file.object(e.ref, "<</S/", e.role, e.said, page, "/P ", e.parent.String(), "/K[", string(e.kids), "]>>")
	e.kids = nil
}

// key is where the owner of a page or an annotation will be found.
func (t *pdfTags) key() int {
	t.owner = append(t.owner, 0)
	return len(t.owner) - 1
}

// done writes the root, above the element that is the document.
func (t *pdfTags) done(document *pdfElement) {
	t.close(document)
	ids := ""
	if len(t.ids) > 0 {
		ids = "/IDTree " + pdfNames(t.file, t.ids).String()
	}
	t.file.object(t.root, "<</Type/StructTreeRoot/K ", document.ref.String(), ids,
		"/ParentTreeNextKey ", strconv.Itoa(len(t.owner)), "/ParentTree ", t.owners().String(), ">>")
}

// owners writes the tree in which pages and annotations find their owners.
func (t *pdfTags) owners() pdfRef {
	const leaf = 500
	var kids strings.Builder
	for from := 0; from < len(t.owner); from += leaf {
		to := min(from+leaf, len(t.owner))
		var nums strings.Builder
		for key, owner := range t.owner[from:to] {
			nums.WriteString(" " + strconv.Itoa(from+key) + " " + owner.String())
		}
		r := t.file.object(t.file.ref(), "<</Limits[", strconv.Itoa(from), " ", strconv.Itoa(to-1), "]/Nums[", nums.String(), "]>>")
		kids.WriteString(" " + r.String())
	}
	return t.file.object(t.file.ref(), "<</Kids[", kids.String(), "]>>")
}

// pdfName is a name as PDF writes it.
func pdfName(s string) string { return "<" + hex.EncodeToString([]byte(s)) + ">" }

// pdfNames writes a tree of names, in order as it must be.
func pdfNames(f *pdfFile, named map[string]pdfRef) pdfRef {
	var all strings.Builder
	for _, name := range slices.Sorted(maps.Keys(named)) {
		all.WriteString(pdfName(name) + named[name].String() + " ")
	}
	return f.object(f.ref(), "<</Names[", all.String(), "]>>")
}
