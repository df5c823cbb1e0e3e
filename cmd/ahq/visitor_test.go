package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A visitor is a browser without a screen: it follows links, keeps cookies, and
// sends back the forms it was given.
type visitor struct {
	t      *testing.T
	base   string
	client *http.Client
}

// signIn is a visitor who is somebody.
func signIn(t *testing.T, base, email, password string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t, base, &http.Client{Jar: jar}}
	p := v.post("/sign-in", url.Values{"email": {email}, "password": {password}, "to": {"/"}})
	if p.code != http.StatusOK || !strings.Contains(p.body, "Sign out") {
		t.Fatalf("%s cannot sign in: %d\n%s", email, p.code, p.body)
	}
	return v
}

// A page is what came back.
type page struct {
	code int
	path string
	body string
}

func (v *visitor) get(path string) page {
	v.t.Helper()
	response, err := v.client.Get(v.base + path)
	return v.page(response, err)
}

func (v *visitor) post(path string, form url.Values) page {
	v.t.Helper()
	response, err := v.client.PostForm(v.base+path, form)
	return v.page(response, err)
}

func (v *visitor) page(response *http.Response, err error) page {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was only read
	body, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return page{response.StatusCode, response.Request.URL.Path, string(body)}
}

// send fills the form with this action in a page, and sends it.
func (v *visitor) send(p page, action string, fill map[string]string) page {
	v.t.Helper()
	values, ok := p.form(v.t, action)
	if !ok {
		v.t.Fatalf("%s has no form %q:\n%s", p.path, action, p.body)
	}
	for name, value := range fill {
		values.Set(name, value)
	}
	return v.post(action, values)
}

// link is the first address in a page that has all these parts.
func (p page) link(t *testing.T, parts ...string) string {
	t.Helper()
	for n := range p.nodes(t) {
		to := attribute(n, "href")
		has := n.Data == "a" && to != ""
		for _, part := range parts {
			has = has && strings.Contains(to, part)
		}
		if has {
			return to
		}
	}
	t.Fatalf("%s leads to no %v:\n%s", p.path, parts, p.body)
	return ""
}

// form is what the browser would send of a form that nobody touched.
func (p page) form(t *testing.T, action string) (url.Values, bool) {
	t.Helper()
	for n := range p.nodes(t) {
		if n.Data == "form" && attribute(n, "action") == action {
			return fields(n), true
		}
	}
	return nil, false
}

func (p page) nodes(t *testing.T) func(func(*html.Node) bool) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(p.body))
	if err != nil {
		t.Fatal(err)
	}
	return root.Descendants()
}

func fields(form *html.Node) url.Values {
	values := url.Values{}
	for n := range form.Descendants() {
		name := attribute(n, "name")
		switch {
		case name == "" || has(n, "disabled"):
		case n.Data == "textarea":
			values.Set(name, strings.TrimPrefix(text(n), "\n"))
		case n.Data == "input" && (attribute(n, "type") == "radio" || attribute(n, "type") == "checkbox"):
			if has(n, "checked") {
				values.Add(name, attribute(n, "value"))
			}
		case n.Data == "input":
			values.Add(name, attribute(n, "value"))
		case n.Data == "select":
			values.Set(name, chosen(n))
		}
	}
	return values
}

// chosen is the value a select stands on.
func chosen(list *html.Node) string {
	first, found := "", false
	for n := range list.Descendants() {
		if n.Data != "option" {
			continue
		}
		if has(n, "selected") {
			return attribute(n, "value")
		}
		if !found {
			first, found = attribute(n, "value"), true
		}
	}
	return first
}

func text(n *html.Node) string {
	var b strings.Builder
	for child := range n.Descendants() {
		if child.Type == html.TextNode {
			b.WriteString(child.Data)
		}
	}
	return b.String()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
