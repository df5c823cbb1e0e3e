package reading

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readHTML reads a page that was saved, or what was pasted out of one. Nothing that
// it names is fetched.
func readHTML(raw []byte) (Document, error) {
	r, err := charset.NewReader(bytes.NewReader(raw), "text/html")
	if err != nil {
		return Document{}, unreadable("it is no text that can be read: save the page again as UTF-8")
	}
	tokens := html.NewTokenizer(r)
	p := &page{flow: newFlow()}
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			if !errors.Is(tokens.Err(), io.EOF) {
				return Document{}, unreadable("it is no page that can be read: save it again, or copy its text")
			}
			break
		}
		p.token(kind, tokens.Token())
		if err := p.full(); err != nil {
			return Document{}, err
		}
	}
	d := p.done()
	if strings.TrimSpace(d.Text) == "" {
		return d, unreadable("there is no text in it: choose the file that holds the answers")
	}
	return d, nil
}

// isHTML says whether a text begins as a page does.
func isHTML(raw []byte) bool {
	head := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), 1024)], []byte("\xef\xbb\xbf")))))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p ", "<meta", "<!--startfragment"} {
		if strings.HasPrefix(head, start) {
			return true
		}
	}
	return false
}

// A page is HTML that is being read.
type page struct {
	*flow
	hidden atom.Atom // the element of which nothing is text
	inside int       // of its own kind that are open in it
}

var hiddenElements = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Title: true, atom.Template: true, atom.Noscript: true, atom.Textarea: true, atom.Select: true}

// ownLine elements stand in lines of their own.
var ownLine = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true,
	atom.H6: true, atom.Dt: true, atom.Dd: true, atom.Dl: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Caption: true,
	atom.Blockquote: true, atom.Pre: true, atom.Hr: true, atom.Body: true,
}

func (p *page) token(kind html.TokenType, t html.Token) {
	switch {
	case p.hidden != 0:
		p.hide(kind, t.DataAtom)
	case kind == html.TextToken:
		p.words(t.Data)
	case kind == html.StartTagToken && hiddenElements[t.DataAtom]:
		p.hidden, p.inside = t.DataAtom, 1
	case kind == html.StartTagToken, kind == html.SelfClosingTagToken:
		p.open(t)
	case kind == html.EndTagToken && t.DataAtom == atom.Table:
		p.endTable()
	case kind == html.EndTagToken && (ownLine[t.DataAtom] || t.DataAtom == atom.Td || t.DataAtom == atom.Th):
		p.endParagraph()
	}
}

// hide goes on to the end of an element that nobody sees.
func (p *page) hide(kind html.TokenType, a atom.Atom) {
	if a != p.hidden {
		return
	}
	switch kind {
	case html.StartTagToken:
		p.inside++
	case html.EndTagToken:
		p.inside--
	case html.ErrorToken, html.TextToken, html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
	}
	if p.inside == 0 {
		p.hidden = 0
	}
}

func (p *page) open(t html.Token) {
	switch t.DataAtom {
	case atom.Br:
		p.say("\n")
	case atom.Table:
		p.startTable()
	case atom.Tr:
		p.startRow()
	case atom.Td, atom.Th:
		p.startCell(1)
	default:
		if ownLine[t.DataAtom] {
			p.endParagraph()
		}
	}
}

// words of a page: the space between them is one, however it is written.
func (p *page) words(text string) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n\r\f", r) })
	if len(fields) == 0 {
		if p.written && text != "" {
			p.say(" ")
		}
		return
	}
	if strings.ContainsAny(text[:1], " \t\n\r\f") && p.written {
		p.say(" ")
	}
	p.say(strings.Join(fields, " "))
	if strings.ContainsAny(text[len(text)-1:], " \t\n\r\f") {
		p.say(" ")
	}
}
