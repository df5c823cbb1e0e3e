package document

import (
	"strconv"
	"strings"
)

// A4 upright, in thousandths of a point, with the margins of the Word
// documents.
const (
	paperWidth  = 595276
	paperHeight = 841890
	marginSide  = 56700
	marginTop   = 76550
	headerTop   = 36850
	footerLine  = paperHeight - 33000
	lineWidth   = paperWidth - 2*marginSide
	lowest      = paperHeight - 68050
)

// pdfPages writes pages, one after the other. What stands on a page is counted
// from its upper left corner.
type pdfPages struct {
	file      *pdfFile
	tags      *pdfTags
	resources pdfRef
	done      []pdfRef
	nodes     []pdfRef // above them, one for each hundred
	ends      []pdfEnd // of the pages, by number
	page      pdfRef   // the one being written
	key       int      // where its marks find their owners
	owners    []byte
	marks     int
	links     []byte // its annotations
	ink       pdfInk
	marked    bool        // the piece being written belongs to
	owner     *pdfElement // an element, or to none
}

// A pdfEnd is the end of a page, which waits until all pages are known.
type pdfEnd struct {
	stream  pdfRef
	numbers []pdfNumber
}

// A pdfNumber is where the number of a page will stand.
type pdfNumber struct {
	entry  int // of which the page is meant
	look   *pdfLook
	y      int
	marked string // the piece of the page that it is
}

// nodeSize is how many pages share a node of the tree of pages.
const nodeSize = 100

func (p *pdfPages) begin() {
	if len(p.done)%nodeSize == 0 {
		p.nodes = append(p.nodes, p.file.ref())
	}
	p.page, p.key = p.file.ref(), p.tags.key()
	p.ends = append(p.ends, pdfEnd{stream: p.file.ref()})
	p.owners, p.links, p.marks = p.owners[:0], p.links[:0], 0
	p.ink.reset()
}

// end writes the page, all but what must wait.
func (p *pdfPages) end() {
	p.unmark()
	body := p.file.stream(p.file.ref(), "", p.ink.b)
	p.tags.owner[p.key] = p.file.object(p.file.ref(), "[", string(p.owners), "]")
	links := ""
	if len(p.links) > 0 {
		links = "/Annots[" + string(p.links) + "]"
	}
	number := len(p.done)
	p.file.object(p.page, "<</Type/Page/Parent ", p.nodes[number/nodeSize].String(), "/Resources ", p.resources.String(),
		"/Contents[", body.String(), " ", p.ends[number].stream.String(), "]", links, "/StructParents ", strconv.Itoa(p.key), "/Tabs/S>>")
	p.done = append(p.done, p.page)
}

// tree writes the tree of pages.
func (p *pdfPages) tree() pdfRef {
	root := p.file.ref()
	for i, node := range p.nodes {
		kids := p.done[i*nodeSize : min((i+1)*nodeSize, len(p.done))]
		p.file.object(node, "<</Type/Pages/Parent ", root.String(), "/Count ", strconv.Itoa(len(kids)), "/Kids[", pdfRefs(kids), "]>>")
	}
	paper := string(length(append(length(nil, paperWidth), ' '), paperHeight))
	return p.file.object(root, "<</Type/Pages/MediaBox[0 0 ", paper, "]/Count ", strconv.Itoa(len(p.done)), "/Kids[", pdfRefs(p.nodes), "]>>")
}

func pdfRefs(refs []pdfRef) string {
	var b strings.Builder
	for _, r := range refs {
		b.WriteString(" " + r.String())
	}
	return b.String()
}

// mark begins a piece of the page that belongs to an element, unless it is begun
// already. Without an element it is an artifact: what is no part of the text.
func (p *pdfPages) mark(e *pdfElement) {
	if e == nil {
		p.artifact("")
		return
	}
	if p.marked && p.owner == e {
		return
	}
	p.unmark()
	p.ink.begin(e.role, p.reserve(e))
	p.marked, p.owner = true, e
}

// reserve gives an element the next piece of this page.
func (p *pdfPages) reserve(e *pdfElement) int {
	p.marks++
	e.mark(p.page, p.marks-1)
	p.owners = append(strconv.AppendInt(append(p.owners, ' '), int64(e.ref), 10), " 0 R"...)
	return p.marks - 1
}

// artifact begins what is no part of the text: rules, shades, what repeats.
func (p *pdfPages) artifact(said string) {
	if p.marked && p.owner == nil && said == "" {
		return
	}
	p.unmark()
	if said == "" {
		p.ink.write("/Artifact BMC\n")
	} else {
		p.ink.write("/Artifact<<", said, ">>BDC\n")
	}
	p.marked, p.owner = true, nil
}

func (p *pdfPages) unmark() {
	p.ink.endText()
	if p.marked {
		p.ink.write("EMC\n")
	}
	p.marked = false
}

// destination makes a place of a height on this page.
func (p *pdfPages) destination(place pdfRef, y int) {
	const above = 14000
	p.file.object(place, "[", p.page.String(), "/XYZ 0 ", string(length(nil, min(paperHeight-y+above, paperHeight))), " null]")
}

// link makes a part of the page lead somewhere.
func (p *pdfPages) link(e *pdfElement, s pdfSpan, x, y, width, size int) {
	r, key := p.file.ref(), p.tags.key()
	e.annotation(p.page, r)
	p.tags.owner[key] = e.ref
	target := "/Dest " + s.place.String()
	if s.link != "" {
		target = "/A<</S/URI/URI" + pdfAddress(s.link) + ">>"
	}
	p.file.object(r, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[", pdfBox(x, y-size, width, size*5/4), "]/StructParent ", strconv.Itoa(key),
		target, "/Contents", pdfString(s.said()), ">>")
	p.links = append(append(p.links, ' '), r.String()...)
}

// pdfBox is a rectangle as PDF writes it.
func pdfBox(x, y, width, height int) string {
	var b []byte
	for _, n := range []int{x, paperHeight - y - height, x + width, paperHeight - y} {
		b = append(length(b, n), ' ')
	}
	return string(b)
}
