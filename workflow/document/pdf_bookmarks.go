package document

import "strconv"

// A pdfBookmark is a heading in the tree of bookmarks.
type pdfBookmark struct {
	entry
	ref  pdfRef
	kids []*pdfBookmark
}

// bookmarks writes the tree that a viewer shows beside the pages: the deeper
// levels are closed.
func (d *pdfBody) bookmarks() pdfRef {
	root := &pdfBookmark{entry: entry{level: -1}, ref: d.file.ref()}
	path := []*pdfBookmark{root}
	for _, e := range d.outline {
		b := &pdfBookmark{entry: e, ref: d.file.ref()}
		b.level = max(b.level, 1) // the title heads nothing
		for path[len(path)-1].level >= b.level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		parent.kids = append(parent.kids, b)
		path = append(path, b)
	}
	d.file.object(root.ref, "<</Type/Outlines", root.ends(), "/Count ", strconv.Itoa(len(root.kids)), ">>")
	d.bookmarksIn(root)
	return root.ref
}

func (d *pdfBody) bookmarksIn(parent *pdfBookmark) {
	for i, b := range parent.kids {
		said := ""
		if i > 0 {
			said += "/Prev " + parent.kids[i-1].ref.String()
		}
		if i+1 < len(parent.kids) {
			said += "/Next " + parent.kids[i+1].ref.String()
		}
		if len(b.kids) > 0 {
			said += b.ends() + "/Count -" + strconv.Itoa(len(b.kids))
		}
		d.file.object(b.ref, "<</Title", pdfString(b.text.Plain()), "/Parent ", parent.ref.String(), "/Dest ", d.places[b.number-1].String(), said, ">>")
		d.bookmarksIn(b)
	}
}

// ends are the first and the last below a bookmark.
func (b *pdfBookmark) ends() string {
	if len(b.kids) == 0 {
		return ""
	}
	return "/First " + b.kids[0].ref.String() + "/Last " + b.kids[len(b.kids)-1].ref.String()
}
