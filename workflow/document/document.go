package document

import (
	"slices"
	"strings"
	"time"
)

// A Document is what will be printed, whole and in order. The same Document
// always gives the same bytes: every date in a file is Made.
type Document struct {
	Title    string
	Subject  string
	Author   string // an office, never a person
	Language string // BCP 47: "en"
	Running  string // stands at the top of every page
	Made     time.Time
	Manifest []byte     // what this file is, for programs: Manifest finds it again; empty for none
	Seal     []Property // what a form says of itself; empty for none
	Blocks   []Block
}

// A Property is said of a file for programs; every word processor keeps it. Both
// its texts have at most 255 characters.
type Property struct{ Name, Value string }

// A Block is one of Heading, Paragraph, List, Facts, Table, Chart, Contents, PageBreak.
type Block interface{ block() }

// A Heading opens a part of the document. Level 0 is the title on the cover.
type Heading struct {
	Level int // 0 to 4
	Text  Text
	ID    string // anchor, unique in the document; "" and the writers make one
}

// A Paragraph is a run of text. Line ends inside it stay line ends.
type Paragraph struct {
	Style Style
	Text  Text
}

// A Style is the role of a paragraph; how a role looks is the writer's.
type Style string

// The styles.
const (
	Body  Style = ""
	Quiet Style = "quiet" // disclaimers, remarks of ours
	Mark  Style = "mark"  // must be seen: "withheld", "late"
)

// A Text is spans, one after the other.
type Text []Span

// A Span is text in one dress.
type Span struct {
	Text   string
	Link   string // http, https or mailto; "" for none
	Lang   string // BCP 47; "" for the document's
	Strong bool
	Note   string // a remark that stands at the foot of the page, or at the end; "" for none
}

// A List is items with bullets or numbers of the writer's own.
type List struct {
	Ordered bool
	Items   []Text
}

// Facts are pairs of a short label and a text: the header of a document.
type Facts []Fact

// A Fact is one of them.
type Fact struct {
	Label string
	Text  Text
}

// A Table has a header row that repeats on every page, and rows that may break
// across pages.
type Table struct {
	Caption string // names the table to those who hear it; it is not seen
	Widths  []int  // of its columns, in percent of the page; as many as columns
	Header  []Text // empty: no header row
	Rows    []Row
	Locked  bool // in Word, only what is to be filled in can be changed
}

// A Row is as many cells as the table has columns, counting spans.
type Row struct {
	Separator bool // names what follows: "Additional questions from Norway"
	Cells     []Cell
}

// A Cell holds blocks: paragraphs and lists, not tables.
type Cell struct {
	Header bool // heads its row
	Span   int  // columns; 0 means 1
	Blocks []Block
	Fill   *Fill // it is to be filled in, in Word; then it has no blocks
}

// A Fill is a cell that somebody fills in.
type Fill struct {
	Tag     string   // says which it is, for programs: at most 64 characters
	Title   string   // and for people
	Text    string   // as it is now
	Hint    string   // stands there while nothing does
	Choices []string // that it must be one of; empty: anything
}

// A Chart is counts as horizontal bars, one a category, in which the series
// stand one after the other. Writers draw it as shapes, never as dots, and give
// its numbers to those who cannot see it.
type Chart struct {
	Title      string
	Alt        string // says what is to be seen
	Categories []string
	Series     []Series
}

// A Series is one of the things counted: "Yes".
type Series struct {
	Name   string
	Values []int // one for each category
}

// Contents is where the table of contents stands. Where there is nothing to
// list, nothing is printed.
type Contents struct {
	Title string
	Depth int // the deepest level listed, 1 to 4; a title is never listed
}

// A PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Facts) block()     {}
func (Table) block()     {}
func (Chart) block()     {}
func (Contents) block()  {}
func (PageBreak) block() {}

// Plain is what a text says, without its dress.
func (t Text) Plain() string {
	var said strings.Builder
	for _, s := range t {
		said.WriteString(s.Text)
	}
	return said.String()
}

// then is a text with a little more behind its last word.
func (t Text) then(more string) Text {
	if len(t) == 0 {
		return Plain(more)
	}
	t = slices.Clone(t)
	t[len(t)-1].Text += more
	return t
}

// Plain is a text without dress.
func Plain(s string) Text { return Text{{Text: s}} }
