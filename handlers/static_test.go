package handlers

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"testing"
)

func TestStaticFilesOfTodayAreKeptByBrowsersForGood(t *testing.T) {
	w := newWorld(t)
	b := newBrowser(t, w.server)
	_, rest, _ := strings.Cut(b.page("/sign-in"), `rel="stylesheet" href="`)
	address, _, _ := strings.Cut(rest, `"`)
	for _, c := range []struct {
		address string
		code    int
		kept    string
	}{
		{address, http.StatusOK, "immutable"},
		{"/static/of-old/ahq.css", http.StatusOK, "no-cache"},
		{"/static/of-old/nothing.css", http.StatusNotFound, "no-store"},
	} {
		a := b.get(c.address)
		if a.Code != c.code || !strings.Contains(a.Header.Get("Cache-Control"), c.kept) {
			t.Errorf("%s is answered %d, and kept %q", c.address, a.Code, a.Header.Get("Cache-Control"))
		}
		if a.Code == http.StatusOK && !strings.HasPrefix(a.Header.Get("Content-Type"), "text/css") {
			t.Errorf("%s is called %q", c.address, a.Header.Get("Content-Type"))
		}
	}
}

func TestStyleAndScriptsStaySmall(t *testing.T) {
	all, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int{}
	for name, file := range all.files {
		sizes[path.Ext(name)] += len(file.body)
	}
	for _, kind := range []string{".css", ".js"} {
		if sizes[kind] > 40_000 {
			t.Errorf("all %s files together have %d bytes, over 40,000", kind, sizes[kind])
		}
	}
}

func TestEverySheetCounts(t *testing.T) {
	files, err := fs.Glob(static, "static/css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !slices.Contains(sheets, strings.TrimSuffix(path.Base(file), ".css")) {
			t.Errorf("%s is in no page: it belongs into sheets", file)
		}
	}
}

func TestStaticFilesArePackedForWhoCanUnpackThem(t *testing.T) {
	w := newWorld(t)
	b := newBrowser(t, w.server)
	whole := b.page("/static/today/ahq.css")
	for asks, packed := range map[string]bool{"gzip, br": true, "br;q=1.0, gzip;q=0.8": true, "br": false, "identity": false, "gzip;q=0": false} {
		r := b.request(http.MethodGet, "/static/today/ahq.css", nil)
		r.Header.Set("Accept-Encoding", asks)
		answer, err := b.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		if err = errors.Join(err, answer.Body.Close()); err != nil {
			t.Fatal(err)
		}
		switch is := answer.Header.Get("Content-Encoding") == "gzip"; {
		case is != packed:
			t.Errorf("who accepts %q gets it packed: %v", asks, is)
		case packed && len(body) > len(whole)/3:
			t.Errorf("packed it has %d of %d bytes", len(body), len(whole))
		case packed && unpacked(t, body) != whole, !packed && string(body) != whole:
			t.Errorf("who accepts %q gets something else", asks)
		}
		if !slices.Contains(answer.Header.Values("Vary"), "Accept-Encoding") {
			t.Errorf("who accepts %q is not told that others get it otherwise", asks)
		}
	}
}

func unpacked(t *testing.T, body []byte) string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(whole)
}
