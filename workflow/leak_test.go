package workflow

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// worldsAtOnce times the checks that rapid makes by itself is how many worlds
// are drawn.
const worldsAtOnce = 5

func TestNoCanaryIsInAPublicEdition(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		for range worldsAtOnce {
			e := drawEdition(r)
			s := newSecrets(e.words, e.edition, e.all)
			for _, format := range everyFormat() {
				file := file(r, e.filtered(), format)
				said := strings.ToLower(revealed(r, format, file) + unpacked(t, file))
				for _, c := range e.canaries {
					if c.word != "" && strings.Contains(said, c.word) {
						r.Fatalf("%s says %q of %s, %s", format, c.word, c.ncp, c.place)
					}
				}
				if err := s.absentFrom("the file", format, bytes.NewReader(file), int64(len(file))); err != nil {
					r.Fatalf("a false alarm: %v", err)
				}
			}
		}
	})
}

// revealed is all that a file says.
func revealed(t rapid.TB, format document.Format, file []byte) string {
	t.Helper()
	var all strings.Builder
	for said, err := range document.Reveal(format, bytes.NewReader(file), int64(len(file))) {
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(said.Text + "\n")
	}
	return all.String()
}

// where each format has the text of an answer.
var where = map[document.Format]string{
	document.DOCX: "word/document.xml", document.HTML: "html", JSON: "/responses/", "pdf": "page ", "xlsx": "xl/worksheets/", "csv": "csv",
}

// standsThere says whether a part of a file may have the text of an answer. Where
// a link leads stands in an object of its own in a PDF, outside the pages.
func standsThere(format document.Format, part string) bool {
	return strings.HasPrefix(part, where[format]) && where[format] != "" || format == document.PDF && strings.HasPrefix(part, "object ")
}

// slips are how a filter may let one text of an NCP through.
var slips = map[string]func(f *filtered, ncp, text string){
	"as its answer": func(f *filtered, ncp, text string) {
		for i := range f.answers {
			if f.answers[i].NCP == ncp {
				f.answers[i].Withheld, f.answers[i].Content.Answers = false, map[string]forms.Answer{"q0": {Text: text}}
			}
		}
	},
	"as the answer of another": func(f *filtered, ncp, text string) {
		a := &f.answers[0]
		a.Withheld, a.Content = false, forms.Content{Answers: map[string]forms.Answer{"q0": {Text: "Before. " + text + "\nAfter."}}}
	},
	"as an organisation": func(f *filtered, ncp, text string) {
		f.answers[0].Withheld, f.answers[0].Content.Answers = false, nil
		f.answers[0].Organisations = []string{text}
		f.ahq.Questionnaire.Tables = []forms.Table{{ID: "campaigns", Title: "Campaigns", Record: "campaign", Rows: []forms.Question{{ID: "title", Label: "Title", Kind: forms.TextKind}}}}
	},
}

func TestAFilterThatLetsOneTextThroughIsCaught(t *testing.T) {
	for slip, through := range slips {
		t.Run(slip, func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) {
				e := drawEdition(r)
				compiled := slices.DeleteFunc(slices.Clone(e.canaries), func(c canary) bool { return !c.compiled || c.word == "" || !distinctive(c.text) })
				if len(compiled) == 0 {
					r.Skip("nothing is withheld")
				}
				c := rapid.SampledFrom(compiled).Draw(r, "let through")
				s := newSecrets(e.words, e.edition, e.all)
				for _, format := range everyFormat() {
					f := e.filtered()
					through(&f, c.ncp, c.text)
					file := file(r, f, format)
					if !strings.Contains(strings.ToLower(revealed(r, format, file)), c.word) {
						continue // a list of records has no room for organisations
					}
					var leak *Leak
					if err := s.absentFrom("the file", format, bytes.NewReader(file), int64(len(file))); !errors.As(err, &leak) {
						r.Fatalf("%s says %q, and the check says %v", format, c.text, err)
					}
					if leak.File != "the file" || !e.from(leak) || !standsThere(format, leak.Part) {
						r.Fatalf("%s, %s leaked from %q, and the check says %+v", c.ncp, c.place, format, leak)
					}
				}
			})
		})
	}
}

// distinctive: there is something in the text that the check looks for.
func distinctive(text string) bool {
	x := newWordIndex()
	x.add("DE", "a place", text)
	return len(x.runs) > 0
}

// from says whether a text with these words is withheld where the leak says.
func (e *askedEdition) from(l *Leak) bool {
	return slices.ContainsFunc(e.canaries, func(c canary) bool { return c.ncp == l.NCP && c.place == l.Place && says(c.text, l.Words) })
}

// says: these are words or an address of the text, in its own numbering or in
// that of a list.
func says(text, words string) bool {
	for _, text := range []string{text, unnumbered(text)} {
		var all []string
		x := newWordIndex()
		_, n := x.take(text)
		for i := range n {
			all = append(all, string(x.words.word(i)))
		}
		if strings.Contains(strings.Join(all, " "), words) || slices.Contains(addressesIn(text), words) {
			return true
		}
	}
	return false
}

// aSecret is the public edition of one NCP that says this in the open, and of
// another that does not want that to be printed.
func aSecret(open, secret string) *secrets {
	words := models.Frozen{Texts: DefaultTexts(), Names: map[string]string{"BE": "Belgium", "DE": "Germany"},
		AHQ: models.AHQ{Topic: "information campaigns", ReplyBy: "2017-01-23", Requesters: []models.Requester{{NCP: "BE", Lead: true}}, Questionnaire: asked2016()}}
	version := func(text string, wider bool) []models.Version {
		return []models.Version{{Number: 1, Wider: wider, Content: forms.Content{Answers: map[string]forms.Answer{"policy": {Text: text}}}}}
	}
	return newSecrets(words, models.Compilation{Audience: models.Public, Number: 1}, []models.Unfiltered{
		{NCP: "BE", Number: 1, Versions: version(open, true)}, {NCP: "DE", Number: 1, Withheld: true, Versions: version(secret, false)}})
}

func TestWhatIsALeak(t *testing.T) {
	const sentence = "We inform people in the countries of origin about the risks."
	tests := []struct {
		name, open, secret, file string
		leaks                    string
	}{
		{"nothing", "", sentence, "<p>Something else.</p>", ""},
		{"the sentence", "", sentence, "<p>" + sentence + "</p>", "we inform people in the countries of origin"},
		{"eight words in other dress", "", sentence, "<p>They <b>peo</b>ple in, the COUNTRIES -- of origin: about<br>the</p><p>risks</p>", "people in the countries of origin about the"},
		{"seven words of it", "", sentence, "<p>people in the countries of origin about</p>", ""},
		{"in an attribute", "", sentence, `<p title="` + sentence + `"></p>`, "we inform people in the countries of origin"},
		{"in a remark", "", sentence, "<!-- " + sentence + " -->", "we inform people in the countries of origin"},
		{"what another says in the open", sentence, sentence, "<p>" + sentence + "</p>", ""},
		{"what another says, and more", sentence, sentence + " Also of the camps.", "<p>" + sentence + " Also of the camps</p>", "the countries of origin about the risks also"},
		{"what is asked", "", "Wishes: what would you do differently, and what is your policy?", "<p>What would you do differently? What is your policy?</p>", ""},
		{"a standard sentence", "", DefaultTexts().Withheld, "<p>" + DefaultTexts().Withheld + "</p>", ""},
		{"a short text", "", "Deportation of minors", "<p>the deportation of minors</p>", ""},
		{"a short text of twenty letters", "", "Deportations of minors", "<p>the deportations of minors</p>", "deportations of minors"},
		{"two words", "", "Unaccompanied deportations", "<p>Unaccompanied deportations</p>", ""},
		{"a short text that another says within a sentence", "On deportations of minors.", "Deportations of minors", "<p>deportations of minors</p>", ""},
		{"an address", "", "see https://www.secret.example/page", "<p>http://secret.example/page/ is it</p>", "secret.example/page"},
		{"an address, bare", "", "see https://www.secret.org/page", "<p>(Secret.org/page)</p>", "secret.org/page"},
		{"where a link leads", "", "see www.secret.org/page", `<p><a href="http://secret.org/page">it</a></p>`, "secret.org/page"},
		{"another address that begins so", "", "see https://secret.org/page", "<p>https://secret.org/page/two</p>", ""},
		{"an address that another gives", "www.secret.org/page", "see https://secret.org/page", "<p>https://secret.org/page</p>", ""},
		{"mail", "", "Office@Secret.example", "<p>write to office@secret.example.</p>", "office@secret.example"},
		{"a list that gets numbers of its own", "", "1. Posters for schools\n2. Films in town\n3. Radio", "<ol><li>Posters for schools</li><li>Films in town</li><li>Radio</li></ol>", "posters for schools films in town radio"},
		{"Greek", "", "ΕΝΗΜΕΡΏΝΟΥΜΕ ΤΟΥΣ ΑΝΘΡΏΠΟΥΣ", "<p>ενημερώνουμε τους ανθρώπους</p>", "ενημερώνουμε τουσ ανθρώπουσ"},
		{"letters that look otherwise", "", "Straße of the oﬃces of Élysée", "<p>STRASSE of the of\u00adfices of E\u0301lyse\u0301e</p>", "strasse of the offices of élysée"},
		{"a script without spaces", "", "我们向移民提供信息。", "<p>政府说：我们向移民提供信息吗</p>", "我 们 向 移 民 提 供 信"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := aSecret(test.open, test.secret).absentFrom("it.html", document.HTML, strings.NewReader(test.file), int64(len(test.file)))
			var leak *Leak
			if errors.As(err, &leak) != (test.leaks != "") || err != nil && leak.Words != test.leaks {
				t.Errorf("got %v, want %q", err, test.leaks)
			}
		})
	}
}

func TestALeakSaysWhereAndWhat(t *testing.T) {
	file := "<p>Deportations of minors</p>"
	err := aSecret("", "Deportations of minors").absentFrom("ahq-2017.1-public-1.html", document.HTML, strings.NewReader(file), int64(len(file)))
	want := `ahq-2017.1-public-1.html must not be handed out: its html says "deportations of minors", which is withheld (DE, version 1, policy)`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestAFileThatCannotBeLookedIntoIsNoProof(t *testing.T) {
	err := aSecret("", "").absentFrom("it.docx", document.DOCX, strings.NewReader("text"), 4)
	if err == nil || !strings.HasPrefix(err.Error(), "nobody could look into it.docx: ") {
		t.Errorf("got %v", err)
	}
}

// notText are the fields of a content that hold codes, and nothing that a person
// worded.
var notText = []string{"Questionnaire", "NCP", "On", "ID", "Section", "Countries", "Status", "Reason", "As", "Of",
	"Currency", "Start", "End", "Verdict", "Choice", "Date", "Channels"}

func TestEveryTextOfAVersionIsGathered(t *testing.T) {
	v := models.Version{Organisations: []string{"an organisation"}}
	want := []string{"an organisation"}
	var fill func(v reflect.Value, name string)
	fill = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), name)
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() && v.Type() != reflect.TypeFor[forms.Decimal]() {
					fill(v.Field(i), v.Type().Field(i).Name)
				}
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), name)
		case reflect.Map:
			value := reflect.New(v.Type().Elem()).Elem()
			fill(value, name)
			v.Set(reflect.MakeMap(v.Type()))
			v.SetMapIndex(reflect.ValueOf("key").Convert(v.Type().Key()), value)
		case reflect.String:
			text := fmt.Sprint(name, " ", len(want))
			if v.SetString(text); !slices.Contains(notText, name) {
				want = append(want, text)
			}
		}
	}
	fill(reflect.ValueOf(&v.Content).Elem(), "Content")
	var got []string
	for _, text := range saidIn(v) {
		got = append(got, text)
	}
	for _, text := range want {
		if !slices.Contains(got, text) {
			t.Errorf("%q is not gathered: gather it in leak_texts.go, or say in notText that it is none", text)
		}
	}
}

func TestThePublicFilesOfAnEditionAreChecked(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		de := w.of(a, "DE")
		w.must(w.write("DE coordinator", de, "", "policy", "We inform nobody at all about anything whatsoever, ever."))
		w.must(w.SetOrganisations(w.ctx, w.as("DE coordinator"), de.ID, []string{"Office for secret affairs of state"}))
		_, err := w.AttachToResponse(w.ctx, w.as("DE coordinator"), de.ID, File{Name: "secret posters of the campaign.pdf", MediaType: "application/pdf", Body: strings.NewReader("%PDF")})
		w.must(err)
		w.handIn(a, "DE", models.WiderNo)
		w.submitted(a, "BE", models.WiderYes)
		_, err = w.Withdraw(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
		w.must(err)
		w.must(w.write("BE coordinator", w.of(a, "BE"), "", "policy", "What we wanted to say before we took it back, which is long."))
		w.handIn(a, "BE", models.WiderNo)
		_, err = w.Withdraw(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
		w.must(err)
		w.submitted(a, "BE", models.WiderYes)
		w.submitted(a, "AT", models.WiderYes)
		a, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		c := w.edition(a, models.Public)
		s, err := w.secrets(w.ctx, c)
		w.must(err)
		for _, format := range everyFormat() {
			var file bytes.Buffer
			name, err := w.Download(w.ctx, models.Scope{}, c.ID, Printing{}, format, &file)
			w.must(err)
			w.must(s.absentFrom(name, format, bytes.NewReader(file.Bytes()), int64(file.Len())))
		}
		for _, secret := range []string{
			"inform nobody at all about anything whatsoever, ever", "Office for secret affairs of state", "secret posters of the campaign.pdf",
			"we wanted to say before we took it back",
		} {
			var leak *Leak
			if err := s.absentFrom("it", "csv", strings.NewReader(secret), int64(len(secret))); !errors.As(err, &leak) {
				t.Errorf("%q: %v", secret, err)
			}
		}
		internal, err := w.secrets(w.ctx, w.edition(a, models.Internal))
		w.must(err)
		var file bytes.Buffer
		_, err = w.Download(w.ctx, w.as("AT reader").Scope(), w.edition(a, models.Internal).ID, Printing{}, JSON, &file)
		w.must(err)
		w.must(internal.absentFrom("the internal edition", JSON, bytes.NewReader(file.Bytes()), int64(file.Len())))
	})
}

// Whatever texts there are, one that is let through is found, and looking takes
// no longer than the texts are long.
func FuzzWordsAreFoundAgain(f *testing.F) {
	f.Add("We inform people in the countries of origin about the risks.")
	f.Add("1. a\n2. b \u0301\u00ad ｆｕｌｌ ﷺ 我们 ½ word")
	f.Fuzz(func(t *testing.T, text string) {
		x := newWordIndex()
		x.add("DE", "a place", text)
		x.settle()
		found, err := x.found(document.Reveal("csv", strings.NewReader(text), int64(len(text))))
		if err != nil && !errors.Is(err, io.EOF) {
			t.Skip(err)
		}
		said := map[uint32]bool{}
		for _, f := range found {
			said[f.run] = true
		}
		for _, entry := range x.table {
			if i := uint32(entry) - 1; entry != 0 && x.runs[i].n == runLength && !said[i] && unnumbered(text) == "" {
				t.Errorf("%q is not found in %q", x.said(&x.runs[i]), text)
			}
		}
	})
}
