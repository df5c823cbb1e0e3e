package handlers

import (
	"bytes"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/en_GB"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// The browsers of the tests want a language that only they have: English, with
// every text, day and number of it between marks. What a page says outside of
// them does not come from the catalogue. A test then reads the page without them.
const (
	opens  = "⟦"
	closes = "⟧"
)

var marked = language.MustParse("eo")

func mark(words string) string { return opens + words + closes }

func unmarked(body string) string {
	body = strings.ReplaceAll(body, `<html lang="`+marked.String()+`">`, `<html lang="en">`)
	return strings.NewReplacer(opens, "", closes, "").Replace(body)
}

// A markedCalendar writes days and numbers between marks.
type markedCalendar struct{ locales.Translator }

func (m markedCalendar) FmtDateLong(t time.Time) string  { return mark(m.Translator.FmtDateLong(t)) }
func (m markedCalendar) FmtTimeShort(t time.Time) string { return mark(m.Translator.FmtTimeShort(t)) }
func (m markedCalendar) FmtNumber(n float64, digits uint64) string {
	return mark(m.Translator.FmtNumber(n, digits))
}

// withMarks is the catalogue in English and in the marked language.
func withMarks() (catalogue, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(texts, "texts", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		english, err := fs.ReadFile(texts, name)
		if err != nil {
			return err
		}
		files[name] = &fstest.MapFile{Data: english}
		ours, err := markedFile(english)
		files[strings.Replace(name, ".en.", "."+marked.String()+".", 1)] = &fstest.MapFile{Data: ours}
		return err
	})
	if err != nil {
		return catalogue{}, err
	}
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		return catalogue{}, err
	}
	both := maps.Clone(calendars)
	both[marked] = markedCalendar{en_GB.New()}
	return loadTexts(files, both, brussels)
}

func markedFile(english []byte) ([]byte, error) {
	var tree map[string]any
	if err := toml.Unmarshal(english, &tree); err != nil {
		return nil, err
	}
	markAll(tree)
	return toml.Marshal(tree)
}

func markAll(tree map[string]any) {
	for name, value := range tree {
		switch value := value.(type) {
		case map[string]any:
			markAll(value)
		case string:
			tree[name] = mark(value)
		}
	}
}

// markedPages are parsed once for all worlds.
var markedPages = struct {
	sync.Once
	texts catalogue
	pages pages
	err   error
}{}

// speakingMarked is a server that speaks the marked language too.
func speakingMarked(t testing.TB, config Config) http.Handler {
	t.Helper()
	s, err := newServer(config)
	if err != nil {
		t.Fatal(err)
	}
	markedPages.Do(func() {
		if s.texts, markedPages.err = withMarks(); markedPages.err == nil {
			markedPages.texts = s.texts
			markedPages.pages, markedPages.err = s.parsePages()
		}
	})
	if markedPages.err != nil {
		t.Fatal(markedPages.err)
	}
	s.texts, s.pages = markedPages.texts, markedPages.pages
	handler, err := s.handler()
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// checkMarks finds what a page, or a part of one, says that is neither in the
// catalogue nor what people wrote. A document is no page of ours.
func checkMarks(t testing.TB, body string) {
	t.Helper()
	name := pageName.FindStringSubmatch(body)
	switch {
	case name == nil && strings.Contains(body, `<html lang="`+marked.String()+`">`):
		t.Error("a page of ours does not say which it is")
	case name == nil && strings.Contains(body, "<html"):
		return
	case name == nil:
		name = []string{"", "part"}
	}
	for _, said := range unsaid(parse(t, body)) {
		t.Errorf("page %s says %q, which is not in the catalogue", name[1], said)
	}
}

// unsaid is what a page says by itself.
func unsaid(tree *html.Node) (all []string) {
	for n := range tree.Descendants() {
		switch n.Type {
		case html.TextNode:
			if !writtenByPeople(n) && !allMarked(n.Data) {
				all = append(all, strings.TrimSpace(n.Data))
			}
		case html.ElementNode:
			for _, a := range n.Attr {
				if slices.Contains(spoken, a.Key) && attr(n, "dir") != "auto" && !allMarked(a.Val) {
					all = append(all, a.Val)
				}
			}
		}
	}
	return all
}

// spoken are the attributes that people see or hear.
var spoken = []string{"title", "alt", "placeholder", "aria-label", "aria-description", "data-label", "label"}

// writtenByPeople says whether a text is what people wrote, a name of the
// machine's, or English whatever the language of the page: forms and workflow say
// themselves what they refuse.
func writtenByPeople(n *html.Node) bool {
	return slices.ContainsFunc(slices.Collect(n.Ancestors()), func(a *html.Node) bool {
		return slices.Contains([]string{"script", "style", "textarea", "code", "bdi"}, a.Data) ||
			attr(a, "dir") == "auto" || a.Data != "html" && attr(a, "lang") == "en" || slices.Contains(strings.Fields(attr(a, "class")), "typed")
	})
}

// names are what the world of the tests calls people and NCPs, and others their products.
var names = []string{"Austria", "Belgium", "Denmark", "Finland", "Norway", "the newcomer", "AHQ", "Word", "Excel", "PDF", "HTML", "CSV", "JSON"}

var betweenMarks = regexp.MustCompile(opens + `[^` + opens + closes + `]*` + closes)

// allMarked says whether all of a text stands between marks, but for names.
func allMarked(words string) bool {
	for betweenMarks.MatchString(words) {
		words = betweenMarks.ReplaceAllString(words, "")
	}
	for _, name := range slices.Concat(names, slices.Collect(maps.Keys(people))) {
		words = strings.ReplaceAll(words, name, "")
	}
	return !strings.ContainsFunc(words, unicode.IsLetter)
}

func TestWhatIsNotInTheCatalogueIsFound(t *testing.T) {
	for _, c := range []struct {
		what, body string
		want       []string
	}{
		{"what the catalogue says", `<p>⟦3 days, until ⟦23 January 2017⟧⟧</p>`, nil},
		{"what it does not", `<p>⟦Left⟧ until then</p>`, []string{"⟦Left⟧ until then"}},
		{"what people wrote", `<p dir="auto">Our answer</p><bdi>A topic</bdi><textarea>x</textarea>`, nil},
		{"a page in English", `<html lang="en"><p>Left</p><p lang="en">refused</p></html>`, []string{"Left"}},
		{"who is called so", `<option>Belgium</option>`, nil},
		{"what people wrote, in an attribute", `<optgroup label="Their table" dir="auto"></optgroup>`, nil},
		{"a word that is heard", `<nav aria-label="Main"></nav>`, []string{"Main"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := unsaid(parse(t, c.body)); !slices.Equal(got, c.want) {
				t.Errorf("found %q, not %q", got, c.want)
			}
		})
	}
}

func TestALanguageWithoutACalendarIsRefused(t *testing.T) {
	files := fstest.MapFS{"texts/a.en.toml": {Data: []byte(`a.b = "c"`)}, "texts/a.mt.toml": {Data: []byte(`a.b = "d"`)}}
	if _, err := loadTexts(files, calendars, time.UTC); err == nil || !strings.Contains(err.Error(), "in mt") {
		t.Errorf("got %v", err)
	}
}

func TestWhoWantsEnglishReadsItWithoutMarks(t *testing.T) {
	w := newWorld(t)
	page := w.as("nobody").in("en-GB").page("/sign-in")
	if !strings.Contains(page, `<html lang="en">`) || bytes.ContainsAny([]byte(page), opens+closes) {
		t.Errorf("it is not English:\n%s", page)
	}
	if page != w.as("nobody").page("/sign-in") {
		t.Error("the marked page is another one")
	}
}

// ours finds a text of ours that is given out as what people wrote.
var ours = regexp.MustCompile(`\b(?:plain|english)\("[^"]*[A-Za-z]`)

func TestNoTextOfOursIsGivenOutAsWhatPeopleWrote(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := ours.Find(code); found != nil {
			t.Errorf("%s has %s..., which no catalogue has", name, found)
		}
	}
}
