package handlers

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/en_GB"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"ahq/models"
	"ahq/workflow"
)

// asksFor finds the ids of texts, in templates and in code.
var asksFor = regexp.MustCompile(`(?:\bt |\bmany |\bsay\(|\bmany\()"([a-z_]+\.[a-z_.0-9]+)"`)

func TestEveryTextThatIsAskedForIsInTheCatalogueAndEachIsAskedFor(t *testing.T) {
	asked := map[string]bool{}
	for _, files := range []fs.FS{templates, os.DirFS(".")} {
		err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
			if err != nil || strings.HasSuffix(name, "_test.go") || !strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, ".html") {
				return err
			}
			body, err := fs.ReadFile(files, name)
			for _, id := range asksFor.FindAllStringSubmatch(string(body), -1) {
				asked[id[1]] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	there := idsOf(t, "en")
	for id := range asked {
		if !there[id] {
			t.Errorf("no text is called %q", id)
		}
	}
	for id := range there {
		if !asked[id] {
			t.Errorf("nobody says %q", id)
		}
	}
}

// idsOf are the ids of all texts in a language. What depends on a number is one.
func idsOf(t *testing.T, tag string) map[string]bool {
	t.Helper()
	names, err := fs.Glob(texts, "texts/*."+tag+".toml")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, name := range names {
		body, err := fs.ReadFile(texts, name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(body, &tree); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		gatherIDs(ids, "", tree)
	}
	return ids
}

func gatherIDs(ids map[string]bool, above string, tree map[string]any) {
	for name, value := range tree {
		switch value := value.(type) {
		case map[string]any:
			if _, counts := value["other"]; counts {
				ids[above+name] = true
				continue
			}
			gatherIDs(ids, above+name+".", value)
		default:
			ids[above+name] = true
		}
	}
}

func TestWhatIsSaidDependsOnHowMany(t *testing.T) {
	inEnglish := catalogueOf(t).in(language.English)
	for _, c := range []struct {
		said phrase
		want string
	}{
		{phrase{}, ""},
		{many("count.days", 1), "1 day"},
		{many("count.days", 12), "12 days"},
		{many("count.days", 1234), "1,234 days"},
		{say("count.left", "Days", many("count.days", 2)), "2 days left"},
		{plain("as it was typed"), "as it was typed"},
		{say("ahq.reply_by_left", "Day", isoDay("2017-01-23"), "Left", say("count.today")), "23 January 2017 (due today)"},
	} {
		if got, err := inEnglish.text(c.said); err != nil || got != c.want {
			t.Errorf("%v says %q (%v), not %q", c.said, got, err, c.want)
		}
	}
	if _, err := inEnglish.text(say("no.such")); err == nil {
		t.Error("a text that is not there is said")
	}
}

func TestAPhraseSaysWhoseWordsItIs(t *testing.T) {
	for _, c := range []struct {
		what      string
		said      phrase
		dir, lang string
	}{
		{"what a person wrote", plain("A topic"), ` dir="auto"`, ""},
		{"what workflow refuses", english("It is closed."), "", ` lang="en"`},
		{"what the catalogue says", say("count.today"), "", ""},
		{"nothing", phrase{}, "", ""},
	} {
		if dir, lang := string(c.said.Dir()), string(c.said.Lang()); dir != c.dir || lang != c.lang {
			t.Errorf("%s has %q, %q", c.what, dir, lang)
		}
	}
}

func TestWhyAnAnswerWasNotKeptIsSaid(t *testing.T) {
	for want, failed := range map[string]error{
		"Somebody else changed one of these answers while you were writing: look at both texts, and save again.": &workflow.StaleCell{},
		"Somebody else changed 2 of these answers while you were writing: look at both texts, and save again.":   &workflow.StaleCells{Cells: make([]workflow.StaleCell, 2)},
		"There is no such thing.": &workflow.Invalid{Pointer: "/cells/0", Text: "there is no such thing"},
	} {
		if got := inEnglish(t, notKept(failed)); got != want {
			t.Errorf("%v says %q, not %q", failed, got, want)
		}
	}
}

func TestAnActThatHasNoWordsIsCalledByItsName(t *testing.T) {
	if got := inEnglish(t, eventText(models.Event{Act: "fly"})); got != "did “fly”" {
		t.Errorf("it says %q", got)
	}
}

func TestEnglishStandsInForATextThatIsNotTranslatedYet(t *testing.T) {
	files := fstest.MapFS{"texts/a.en.toml": {Data: []byte("[a]\nb = \"one\"\nc = \"two of {{.What}}\"")}, "texts/a.eo.toml": {Data: []byte("[a]\nb = \"unu\"")}}
	k, err := loadTexts(files, map[language.Tag]locales.Translator{language.English: en_GB.New(), marked: en_GB.New()}, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	speech := k.in(marked)
	for said, want := range map[*phrase]string{{id: "a.b"}: "unu", {id: "a.c", with: map[string]any{"What": "three"}}: "two of three"} {
		for range 2 { // the second time it is remembered
			if got, err := speech.text(*said); err != nil || got != want {
				t.Errorf("%s says %q (%v), not %q", said.id, got, err, want)
			}
		}
	}
	if words, err := speech.text(phrase{id: "a.d"}); err == nil {
		t.Errorf("a text that no language has says %q", words)
	}
}

func TestWhoeverWantsALanguageThatIsNotThereReadsEnglish(t *testing.T) {
	k := catalogueOf(t)
	for _, accept := range []string{"", "en-GB,en;q=0.8", "mt", "fr-BE;q=0.5, de", ";;;"} {
		if got := k.of(accept); got != language.English {
			t.Errorf("%q is answered in %s", accept, got)
		}
	}
}

func catalogueOf(t *testing.T) catalogue {
	t.Helper()
	k, err := loadTexts(texts, calendars, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// inEnglish is what a phrase says.
func inEnglish(t *testing.T, p phrase) string {
	t.Helper()
	words, err := catalogueOf(t).in(language.English).text(p)
	if err != nil {
		t.Error(err)
	}
	return words
}
