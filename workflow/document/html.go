package document

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"time"
)

//go:embed page.css
var pageStyle string

// HTMLStyleHash is the source that a Content-Security-Policy must name under
// style-src for our pages to look right: they have one style, and no other.
func HTMLStyleHash() string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// writeHTML writes one page that needs nothing but itself.
func writeHTML(w io.Writer, d Document) error {
	p := htmlPage{pen: newPen(w), outline: outline(d.Blocks)}
	p.head(d)
	p.cover(d.Blocks[:coverLength(d.Blocks)])
	for _, b := range d.Blocks[coverLength(d.Blocks):] {
		p.block(b)
	}
	p.remarks()
	p.markup("</main>\n</body>\n</html>\n")
	return p.done()
}

// htmlPage writes the page, and counts what has anchors.
type htmlPage struct {
	pen
	outline  []entry
	headings int
	charts   int
	notes    []string // remarks, in order of appearance
}

// cover sets off the title and what is said of the whole.
func (p *htmlPage) cover(blocks []Block) {
	if len(blocks) == 0 {
		return
	}
	p.markup("<div class=\"cover\">\n")
	for _, b := range blocks {
		p.block(b)
	}
	p.markup("</div>\n")
}

func (p *htmlPage) head(d Document) {
	p.markup("<!DOCTYPE html>\n<html lang=\"")
	p.text(language(d.Language))
	p.markup("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.element("title", d.Title)
	p.meta("description", d.Subject)
	p.meta("author", d.Author)
	p.meta("dcterms.created", d.Made.UTC().Format(time.RFC3339))
	p.meta(manifestName, base64.StdEncoding.EncodeToString(d.Manifest))
	p.markup("<style>", pageStyle, "</style>\n</head>\n<body>\n")
	p.markup("<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
	if d.Running != "" {
		p.markup("<header>")
		p.element("p", d.Running)
		p.markup("</header>\n")
	}
	p.markup("<main id=\"main\" tabindex=\"-1\">\n")
}

func (p *htmlPage) meta(name, content string) {
	if content != "" {
		p.markup(`<meta name="`, name, `" content="`)
		p.text(content)
		p.markup("\">\n")
	}
}

func (p *htmlPage) element(name, content string) {
	p.markup("<", name, ">")
	p.text(content)
	p.markup("</", name, ">\n")
}
