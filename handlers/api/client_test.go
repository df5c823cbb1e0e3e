package api_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/handlers/api"
)

// A client is a program that acts for somebody.
type client struct {
	w       *world
	who     string
	headers http.Header
}

// An answer is what came back.
type answer struct {
	*http.Response
	t    testing.TB
	what string
	body []byte
}

func (w *world) as(who string) *client {
	w.t.Helper()
	c := &client{w: w, who: who, headers: http.Header{}}
	if who != nobody {
		c.headers.Set("Authorization", "Bearer "+w.tokens[who])
	}
	return c
}

// with sends a header along.
func (c *client) with(name, value string) *client {
	also := &client{w: c.w, who: c.who, headers: c.headers.Clone()}
	also.headers.Set(name, value)
	return also
}

func (c *client) get(path string) answer        { c.w.t.Helper(); return c.send("GET", path, "") }
func (c *client) post(path, body string) answer { c.w.t.Helper(); return c.send("POST", path, body) }
func (c *client) put(path, body string) answer  { c.w.t.Helper(); return c.send("PUT", path, body) }

// send asks, and holds request and answer against the OpenAPI description. What
// was refused need not have been asked for as described.
func (c *client) send(method, path, body string) answer {
	c.w.t.Helper()
	var response *http.Response
	request := func() *http.Request {
		r, err := http.NewRequestWithContext(c.w.t.Context(), method, c.w.server.URL+api.Prefix+path, strings.NewReader(body))
		c.w.must(err)
		r.Header = c.headers.Clone()
		if body != "" && r.Header.Get("Content-Type") == "" {
			r.Header.Set("Content-Type", mediaOf(body))
		}
		return r
	}
	response, err := c.w.server.Client().Do(request())
	c.w.must(err)
	read, err := io.ReadAll(response.Body)
	c.w.must(err)
	c.w.must(response.Body.Close())
	a := answer{response, c.w.t, c.who + ": " + method + " " + path, read}
	a.Body = io.NopCloser(bytes.NewReader(read))
	c.w.agrees(request(), a)
	return a
}

// form is a form with a file in it, as it is sent.
func form(field, name, text string) string {
	return "--end\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name +
		"\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--end--\r\n"
}

// mediaOf is what a body is called: a form, or else JSON.
func mediaOf(body string) string {
	if strings.HasPrefix(body, "--end") {
		return "multipart/form-data; boundary=end"
	}
	return "application/json"
}

// want is the status it must have.
func (a answer) want(code int) answer {
	a.t.Helper()
	if a.StatusCode != code {
		a.t.Fatalf("%s: %d, want %d\n%s", a.what, a.StatusCode, code, a.body)
	}
	return a
}

// says is a text that must be in it.
func (a answer) says(text string) answer {
	a.t.Helper()
	if !strings.Contains(string(a.body), text) {
		a.t.Errorf("%s does not say %s\n%s", a.what, text, a.body)
	}
	return a
}

// silent is a text that must not be in it.
func (a answer) silent(text string) answer {
	a.t.Helper()
	if strings.Contains(string(a.body), text) {
		a.t.Errorf("%s says %s\n%s", a.what, text, a.body)
	}
	return a
}

// as reads it.
func as[T any](a answer) (v T) {
	a.t.Helper()
	if err := json.Unmarshal(a.body, &v); err != nil {
		a.t.Fatalf("%s: %v\n%s", a.what, err, a.body)
	}
	return v
}
