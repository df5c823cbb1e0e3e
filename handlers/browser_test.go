package handlers

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A browser is one person's: it keeps cookies, and follows no redirect by itself.
type browser struct {
	t      testing.TB
	client *http.Client
	base   string
	wants  string // which language
}

// An answered request.
type answered struct {
	Code int
	To   string // where a redirect leads
	Body string
	http.Header
}

func newBrowser(t testing.TB, server *httptest.Server) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &browser{t, client, server.URL, marked.String()}
}

func (b *browser) do(method, path string, form url.Values) answered {
	b.t.Helper()
	return b.send(b.request(method, path, form))
}

func (b *browser) request(method, path string, form url.Values) *http.Request {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, b.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return r
}

// in is the same browser, asking for another language.
func (b *browser) in(wanted string) *browser {
	other := *b
	other.wants = wanted
	return &other
}

func (b *browser) send(r *http.Request) answered {
	b.t.Helper()
	r.Header.Set("Accept-Language", b.wants)
	response, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was only read
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	note(string(body))
	shown := response.StatusCode/100 != 3 // the few words of a redirect are for programs
	if shown && b.wants == marked.String() && strings.HasPrefix(response.Header.Get("Content-Type"), "text/html") {
		checkMarks(b.t, string(body))
		body = []byte(unmarked(string(body)))
	}
	return answered{response.StatusCode, response.Header.Get("Location"), string(body), response.Header}
}

func (b *browser) get(path string) answered { b.t.Helper(); return b.do(http.MethodGet, path, nil) }

func (b *browser) post(path string, form url.Values) answered {
	b.t.Helper()
	if form == nil {
		form = url.Values{}
	}
	return b.do(http.MethodPost, path, form)
}

// upload sends a file as a form does.
func (b *browser) upload(path, name, content string) answered {
	b.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := part.Write([]byte(content)); err != nil {
		b.t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		b.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(b.t.Context(), http.MethodPost, b.base+path, &body)
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.send(r)
}

// page gets a page that must be there.
func (b *browser) page(path string) string {
	b.t.Helper()
	a := b.get(path)
	if a.Code != http.StatusOK {
		b.t.Fatalf("GET %s: %d\n%s", path, a.Code, words(a.Body))
	}
	return a.Body
}

// form is what a page's form would send, as it stands.
func (b *browser) form(path string) url.Values {
	b.t.Helper()
	return fields(b.t, b.page(path))
}

// fields are those of a page's main form, with their values.
func fields(t testing.TB, page string) url.Values {
	t.Helper()
	form := url.Values{}
	for n := range parse(t, page).Descendants() {
		name := attr(n, "name")
		if n.Type != html.ElementNode || name == "" {
			continue
		}
		switch n.Data {
		case "textarea":
			form.Set(name, textOf(n))
		case "select":
			form.Set(name, selected(n))
		case "input":
			if kind := attr(n, "type"); kind != "radio" && kind != "checkbox" || has(n, "checked") {
				form.Set(name, attr(n, "value"))
			}
		}
	}
	return form
}

func selected(n *html.Node) string {
	for option := range n.Descendants() {
		if option.Data == "option" && has(option, "selected") {
			return attr(option, "value")
		}
	}
	return ""
}

func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func attr(n *html.Node, name string) string {
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

// textOf is the text of one element, to the letter.
func textOf(n *html.Node) string {
	var all strings.Builder
	for child := range n.Descendants() {
		if child.Type == html.TextNode {
			all.WriteString(child.Data)
		}
	}
	return all.String()
}

// words are what a page says, for a test that failed.
func words(page string) string {
	_, main, found := strings.Cut(page, "<main")
	if !found {
		return page
	}
	tree, err := html.Parse(strings.NewReader("<main" + main))
	if err != nil {
		return page
	}
	return strings.Join(strings.Fields(textOf(tree)), " ")
}
