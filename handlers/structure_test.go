package handlers

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// structure is what every page keeps to, so that it can be read without eyes.
var structure = []struct {
	rule   string
	broken func(page) []string
}{
	{"the page says its language", func(p page) []string { return unless(attr(p.first("html"), "lang") == "en", "html") }},
	{"the page has a title", func(p page) []string {
		return unless(p.first("title") != nil && textOf(p.first("title")) != "", "title")
	}},
	{"there is one main heading", func(p page) []string { return unless(len(p.all("h1")) == 1, "h1") }},
	{"there is one main landmark", func(p page) []string { return unless(len(p.all("main")) == 1, "main") }},
	{"all that is said stands in a landmark", page.outside},
	{"what went wrong takes the focus", page.unfocused},
	{"headings skip no level", page.skippedHeadings},
	{"an id is used once", page.doubledIDs},
	{"every field has a label", page.unlabelled},
	{"what is pointed to is there", page.dangling},
	{"every button and link has a name", page.nameless},
	{"a fieldset has a legend", func(p page) []string { return p.without("fieldset", "legend") }},
	{"nothing is styled or scripted in place", page.inline},
}

// A page under test.
type page struct{ nodes []*html.Node }

func readPage(t testing.TB, body string) page {
	t.Helper()
	var p page
	for n := range parse(t, body).Descendants() {
		if n.Type == html.ElementNode {
			p.nodes = append(p.nodes, n)
		}
	}
	return p
}

func checkStructure(t *testing.T, body string) {
	t.Helper()
	p := readPage(t, body)
	for _, s := range structure {
		if broken := s.broken(p); len(broken) > 0 {
			t.Errorf("%s: not %q", s.rule, broken)
		}
	}
}

func unless(ok bool, what string) []string {
	if ok {
		return nil
	}
	return []string{what}
}

func (p page) all(names ...string) []*html.Node {
	return slices.DeleteFunc(slices.Clone(p.nodes), func(n *html.Node) bool { return !slices.Contains(names, n.Data) })
}

func (p page) first(name string) *html.Node {
	if all := p.all(name); len(all) > 0 {
		return all[0]
	}
	return nil
}

// outside is what stands beside header, main and footer, but for the link that
// skips to the content.
func (p page) outside() (broken []string) {
	for n := range p.first("body").ChildNodes() {
		home := slices.Contains([]string{"header", "main", "footer"}, n.Data) || attr(n, "class") == "skip"
		if n.Type == html.ElementNode && !home {
			broken = append(broken, n.Data)
		}
	}
	return broken
}

func (p page) unfocused() (broken []string) {
	for _, n := range p.nodes {
		if attr(n, "role") == "alert" && !has(n, "autofocus") {
			broken = append(broken, textOf(n))
		}
	}
	return broken
}

func (p page) skippedHeadings() (broken []string) {
	last := 0
	for _, n := range p.all("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(n.Data[1] - '0')
		if level > last+1 {
			broken = append(broken, n.Data+": "+textOf(n))
		}
		last = level
	}
	return broken
}

func (p page) doubledIDs() (broken []string) {
	seen := map[string]bool{}
	for _, n := range p.nodes {
		id := attr(n, "id")
		if id != "" && seen[id] {
			broken = append(broken, id)
		}
		seen[id] = true
	}
	return broken
}

func (p page) unlabelled() (broken []string) {
	labels := map[string]bool{}
	for _, n := range p.all("label") {
		labels[attr(n, "for")] = true
	}
	for _, n := range p.all("input", "select", "textarea", "progress") {
		inside := slices.ContainsFunc(slices.Collect(n.Ancestors()), func(a *html.Node) bool { return a.Data == "label" })
		if attr(n, "type") != "hidden" && !inside && !labels[attr(n, "id")] {
			broken = append(broken, n.Data+" "+attr(n, "name"))
		}
	}
	return broken
}

func (p page) dangling() (broken []string) {
	ids := map[string]bool{}
	for _, n := range p.nodes {
		ids[attr(n, "id")] = true
	}
	for _, n := range p.nodes {
		var to []string
		for _, name := range []string{"for", "aria-describedby", "aria-labelledby"} {
			to = append(to, strings.Fields(attr(n, name))...)
		}
		if target, ok := strings.CutPrefix(attr(n, "href"), "#"); ok {
			to = append(to, target)
		}
		for _, id := range to {
			if !ids[id] {
				broken = append(broken, id)
			}
		}
	}
	return broken
}

func (p page) nameless() (broken []string) {
	for _, n := range p.all("a", "button", "summary", "legend", "label") {
		if strings.TrimSpace(textOf(n)) == "" {
			broken = append(broken, n.Data+" "+attr(n, "href"))
		}
	}
	return broken
}

func (p page) without(outer, inner string) (broken []string) {
	for _, n := range p.all(outer) {
		if !slices.ContainsFunc(slices.Collect(n.Descendants()), func(d *html.Node) bool { return d.Data == inner }) {
			broken = append(broken, outer+" "+attr(n, "id"))
		}
	}
	return broken
}

func (p page) inline() (broken []string) {
	for _, n := range p.nodes {
		own := n.Data == "style" || n.Data == "script" && attr(n, "src") == ""
		if own || has(n, "style") || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return strings.HasPrefix(a.Key, "on") }) {
			broken = append(broken, n.Data)
		}
	}
	return broken
}
