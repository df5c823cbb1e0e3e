package workflow

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ahq/forms"
	"ahq/forms/formstest"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// filledIn is what Belgium has said when it asks for a form.
func filledIn() forms.Content {
	no := forms.No
	lessons := "We would begin sooner.\n\n  • and indented\twith a tab\n_x0041_ & <b> “quoted” é ü ż Ω"
	return forms.Content{
		Questionnaire: "world",
		Answers:       map[string]forms.Answer{"policy": {Text: "=1+1 is no formula,\nand this is a second line."}},
		Records: []forms.Record{
			{Section: "origin", Heading: "MACEDONIA & KOSOVO", Countries: []string{"MK", "XK"}, Status: forms.Finished, Note: forms.Answer{Text: "It ran twice."}, Cells: map[string]forms.Answer{
				"title": {Text: "Stay or go"}, "partners": {Text: "a) one\nb) two"}, "lessons": {Text: lessons},
			}},
			{Section: "inland", Heading: "IN-LAND", Cells: map[string]forms.Answer{
				"title": {Text: "At home"}, "partners": {Reason: forms.NotDisclosed}, "lessons": {Reason: forms.SameAs, As: "r1", Confirmed: &forms.Confirmed{Of: sum(nil), Reading: &forms.Correction{Verdict: &no}}},
			}},
		},
	}
}

// begunDraft is Belgium's draft with that in it.
func (w *world) begunDraft(a models.AHQ) models.Response {
	w.t.Helper()
	_, err := w.SaveContent(w.ctx, w.as("BE contributor"), w.of(a, "BE").ID, "", filledIn())
	w.must(err)
	return w.of(a, "BE")
}

// form is the form of a response as it is now.
func (w *world) form(r models.Response, format document.Format) []byte {
	w.t.Helper()
	var b bytes.Buffer
	_, err := w.Blank(w.ctx, everything, r.ID, format, &b)
	w.must(err)
	return b.Bytes()
}

func (w *world) proposed(r models.Response, name string, raw []byte) Proposal {
	w.t.Helper()
	u := w.uploaded("BE contributor", r, File{Name: name, Body: bytes.NewReader(raw)})
	if u.AttachmentID == nil {
		w.t.Fatalf("%s is not read: %s", name, u.Refused)
	}
	p, err := w.Proposal(w.ctx, w.as("BE contributor"), r.ID, *u.AttachmentID)
	w.must(err)
	return p
}

// uploaded is what became of a file.
func (w *world) uploaded(who string, r models.Response, f File) models.Upload {
	w.t.Helper()
	id, err := w.Upload(w.ctx, w.as(who), r.ID, f)
	w.must(err)
	w.must(w.ReadUpload(w.ctx, id))
	u, err := w.Await(w.ctx, w.as(who), id)
	w.must(err)
	return u
}

// stands are the cells of a proposal that ask for something, in words.
func asking(p Proposal) (all []string) {
	for _, r := range p.Records {
		for _, c := range r.Cells {
			if c.Stand != SameAnswer {
				all = append(all, c.Key+" "+string(c.Stand)+": "+c.Text)
			}
		}
	}
	return all
}

func TestAFormThatNobodyFilledInSaysWhatTheDraftSays(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.begunDraft(w.issued())
	for _, format := range BlankFormats() {
		name := "form." + string(format)
		t.Run(name, func(t *testing.T) {
			w := w.in(t)
			raw := w.form(r, format)
			for says, raw := range map[string][]byte{"as it is": raw, "saved by LibreOffice": formstest.Saved(t, name, raw, strings.TrimPrefix(filepath.Ext(name), "."))} {
				p := w.proposed(r, name, raw)
				if !p.Form || len(asking(p)) > 0 || len(p.Left) > 0 || p.Count(SameAnswer) < 14 {
					t.Errorf("%s: a form: %v; same: %d; %q; left %v", says, p.Form, p.Count(SameAnswer), asking(p), p.Left)
				}
			}
		})
	}
}

func TestAFormOfAnotherIsRefusedWithItsName(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	first, second := w.issued(), w.issued()
	r := w.begunDraft(first)
	for says, other := range map[string]models.Response{"another AHQ": w.of(second, "BE"), "another NCP": w.of(first, "AT")} {
		for _, format := range BlankFormats() {
			u := w.uploaded(other.NCP+" coordinator", other, File{Name: "f." + string(format), Body: bytes.NewReader(w.form(r, format))})
			if !strings.Contains(u.Refused, "Belgium") || !strings.Contains(u.Refused, reference(first)) {
				t.Errorf("%s, %s: %+v", says, format, u)
			}
		}
		kept, err := w.Store.ResponseAttachments(w.ctx, everything, other.ID)
		if w.must(err); len(kept) > 0 {
			t.Errorf("%s: what was refused is kept: %v", says, kept)
		}
	}
}

// Whoever takes answers out of a file comes back to it with every page: it is read
// once, from where it is kept too.
func TestAFileThatWasReadIsNotReadAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.begunDraft(w.issued())
	p := w.proposed(r, "form.docx", w.form(r, document.DOCX))
	w.must(os.RemoveAll(w.Blobs.Dir))
	_, err := w.Proposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID)
	w.must(err)
}

// Several who wait for the same file have it read for them once.
func TestAFileIsReadForAllWhoWaitForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var w Workflow
		a := models.AHQ{Questionnaire: asked2016()}
		leave, err := w.files.gate.enter(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		read := 0
		for range 3 {
			go func() {
				raw := func() ([]byte, error) {
					read++
					return []byte("Title\n\nStay or go\n\nPartners\n\nnone\n"), nil
				}
				if _, err := w.readFile(t.Context(), a, toRead{"answers.txt", sum(nil), raw, nil}); err != nil {
					t.Error(err)
				}
			}()
		}
		synctest.Wait() // until all of them wait
		leave()
		synctest.Wait()
		if read != 1 {
			t.Errorf("it is read %d times", read)
		}
	})
}

// While somebody fills the form in, others write on: nothing of theirs is lost, and
// what the form left as it was asks for nothing.
func TestAnOlderFormSaysWhatChangedMeanwhile(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.begunDraft(w.issued())
		raw := edited(t, w.form(r, document.DOCX), "Stay or go", "Stay or go home", "a) one", "a) uno", ">At home<", "><")
		w.must(w.write("BE coordinator", r, "r1", "title", "Another title"))
		w.must(w.write("BE coordinator", r, "r1", "note", "It ran three times."))
		p := w.proposed(r, "form.docx", raw)
		want := []string{"r1.note untouched: It ran twice.", "r1.title changed: Stay or go home", "r1.partners different: a) uno\nb) two", "r2.title emptied: "}
		if diff := cmp.Diff(want, asking(p)); diff != "" {
			t.Error(diff)
		}
	})
}

// Who asked sees what the NCP attached, and nothing of a draft: a filled form is one.
func TestAFileThatWasReadInIsForThoseWhoSeeTheDraft(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		_, err := w.NameCompilers(w.ctx, w.as("NO coordinator"), a.ID, []models.PersonID{w.people["compiler"]})
		w.must(err)
		r := w.begunDraft(a)
		p := w.proposed(r, "form.docx", w.form(r, document.DOCX))
		poster, err := w.AttachToResponse(w.ctx, w.as("BE contributor"), r.ID, File{Name: "poster.pdf", Body: strings.NewReader("poster")})
		w.must(err)
		for who, want := range map[string][]models.AttachmentID{
			"BE contributor": {p.File.ID, poster.ID},
			"BE reader":      {p.File.ID, poster.ID},
			"NO coordinator": {poster.ID},
			"compiler":       {poster.ID},
		} {
			var seen []models.AttachmentID
			files, err := store.ResponseAttachments(w.ctx, w.as(who).Scope(), r.ID)
			w.must(err)
			for _, f := range files {
				seen = append(seen, f.ID)
			}
			slices.Sort(seen)
			slices.Sort(want)
			if !slices.Equal(seen, want) {
				t.Errorf("the %s sees %v, want %v", who, seen, want)
			}
		}
		_, err = store.Attachment(w.ctx, w.as("NO coordinator").Scope(), p.File.ID)
		w.expect(err, "not found")
	})
}

func TestWhatIsTakenCanBeUndone(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.begunDraft(a)
		raw := edited(t, w.form(r, document.DOCX), "Stay or go", "Stay or go home", "a) one", "a) uno", "MK, XK", "MK")
		p := w.proposed(r, "form.docx", raw)
		by := w.as("BE contributor")
		title, partners := w.proposedCell(p, "r1.title"), w.proposedCell(p, "r1.partners")
		w.must(w.write("BE coordinator", r, "r1", "partners", "somebody else was faster"))
		done, err := w.TakeProposal(w.ctx, by, r.ID, p.File.ID, []Take{{"r1.title", title.Version}, {"r1.partners", partners.Version}, {"r1._countries", w.proposedCell(p, "r1._countries").Version}})
		stale, ok := errors.AsType[*StaleCells](err)
		if !ok || len(stale.Cells) != 1 || stale.Cells[0].Theirs.Text != "somebody else was faster" || done != 2 {
			t.Fatalf("%d were taken, and %v", done, err)
		}
		now, err := w.Store.Draft(w.ctx, everything, r.ID)
		w.must(err)
		got := Content(a, now).Records[0]
		if got.Cells["title"].Text != "Stay or go home" || got.Cells["partners"].Text != "somebody else was faster" || len(got.Countries) != 1 {
			t.Errorf("the draft says %+v", got)
		}
		texts, err := w.Store.CellTexts(w.ctx, everything, r.ID, "r1", "title")
		w.must(err)
		if len(texts) != 2 || texts[1].Answer.Text != "Stay or go" {
			t.Errorf("what it said before is not in its history: %+v", texts)
		}
	})
}

func TestARecordThatIsInTheFileOnlyIsMadeWhenItIsTaken(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.begunDraft(a)
	text := "Title\tA third one\nPartners\tnobody\n5. What would you do differently?\tNothing.\n"
	p := w.proposed(r, "answer.txt", []byte(text))
	if diff := cmp.Diff([]string{"new1.title new: A third one", "new1.partners new: nobody", "new1.lessons new: Nothing."}, asking(p)); diff != "" {
		t.Fatal(diff)
	}
	_, err := w.TakeProposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID, []Take{{"new1.title", 0}, {"new1.lessons", 0}})
	w.must(err)
	now, err := w.Store.Draft(w.ctx, everything, r.ID)
	w.must(err)
	if got := Content(a, now).Records; len(got) != 3 || got[2].ID != "r3" || got[2].Cells["title"].Text != "A third one" || got[2].Cells["partners"].Text != "" {
		t.Errorf("the records are %+v", got)
	}
	again, err := w.Proposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID)
	w.must(err)
	if diff := cmp.Diff([]string{"r3.partners new: nobody"}, asking(again)); diff != "" {
		t.Error("once it is taken, the rest of it is of that record: " + diff)
	}
}

// The next save of whoever took it is a text of its own: what the file said stays.
func TestWhatCameFromAFileStaysInTheHistory(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.begunDraft(w.issued())
		p := w.proposed(r, "form.docx", edited(t, w.form(r, document.DOCX), "Stay or go", "Stay or go home"))
		_, err := w.TakeProposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID, []Take{{"r1.title", w.proposedCell(p, "r1.title").Version}})
		w.must(err)
		w.must(w.write("BE contributor", r, "r1", "title", "Stay or go h"))
		w.must(w.write("BE contributor", r, "r1", "title", "Stay or go h."))
		var said []string
		texts, err := store.CellTexts(w.ctx, everything, r.ID, "r1", "title")
		w.must(err)
		for _, text := range texts {
			said = append(said, text.Answer.Text)
		}
		if diff := cmp.Diff([]string{"Stay or go h.", "Stay or go home", "Stay or go"}, said); diff != "" {
			t.Error(diff)
		}
	})
}

// A record's countries and status have one version between them, and a cell that
// nobody wrote has none: each says which it is and what it says.
func TestAStaleCellOfAFileSaysWhichItIs(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.begunDraft(w.issued())
		p := w.proposed(r, "form.docx", edited(t, w.form(r, document.DOCX), "MK, XK", "MK", ">Finished<", ">Ongoing<"))
		_, err := w.TakeProposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID, []Take{{"r1._countries", 7}})
		stale, ok := errors.AsType[*StaleCells](err)
		if !ok || len(stale.Cells) != 1 {
			t.Fatalf("it is not stale: %v", err)
		}
		s := stale.Cells[0]
		if s.Theirs.RecordID != "r1" || s.Theirs.Question != "_countries" || s.Theirs.Text != "MK, XK" || s.Yours.Text != "MK" {
			t.Errorf("it says %+v", s)
		}
		p = w.proposed(r, "notes.txt", []byte("Title\tA third one\nPartners\tnobody\n"))
		_, err = w.TakeProposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID, []Take{{"new1.partners", 7}})
		if stale, ok = errors.AsType[*StaleCells](err); !ok || stale.Cells[0].Theirs.RecordID != "new1" || stale.Cells[0].Theirs.Question != "partners" {
			t.Errorf("of a record that nobody made: %v, %+v", err, stale)
		}
	})
}

func TestWhatARecordHasBesideItsQuestionsIsTakenOneByOneOrTogether(t *testing.T) {
	t.Parallel()
	for together, goes := range map[string][][]string{"together": {{"r1._countries", "r1._status"}}, "one by one": {{"r1._countries"}, {"r1._status"}}} {
		t.Run(together, func(t *testing.T) {
			modelstest.Each(t, func(t *testing.T, store *models.Store) {
				w := newWorld(t, store)
				r := w.begunDraft(w.issued())
				p := w.proposed(r, "form.docx", edited(t, w.form(r, document.DOCX), "MK, XK", "MK", ">Finished<", ">Ongoing<"))
				for _, keys := range goes {
					var takes []Take
					for _, key := range keys {
						cell := w.proposedCell(p, key)
						if cell.Stand != OtherAnswer {
							t.Errorf("%s is %s: nobody changed it in the draft", key, cell.Stand)
						}
						takes = append(takes, Take{key, cell.Version})
					}
					_, err := w.TakeProposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID, takes)
					w.must(err)
					p, err = w.Proposal(w.ctx, w.as("BE contributor"), r.ID, p.File.ID)
					w.must(err)
				}
				row, err := store.Record(w.ctx, everything, r.ID, "r1")
				w.must(err)
				if len(row.Countries) != 1 || row.Status != forms.Ongoing {
					t.Errorf("the record is %+v", row)
				}
			})
		})
	}
}

// What was written in a form only has no id: whoever takes some of it, and the rest
// later, has one record.
func TestARecordOfAFormIsTakenInTwoGoes(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.begunDraft(w.issued())
		f, err := excelize.OpenReader(bytes.NewReader(w.form(r, document.XLSX)))
		w.must(err)
		defer f.Close() //nolint:errcheck // it was only read
		w.must(f.UnprotectSheet("campaigns"))
		for cell, text := range map[string]string{"F8": "A third one", "F9": "nobody", "D8": "At home"} { // r1 is called as r2 is
			w.must(f.SetCellStr("campaigns", cell, text))
		}
		var b bytes.Buffer
		w.must(f.Write(&b))
		p := w.proposed(r, "form.xlsx", b.Bytes())
		by := w.as("BE contributor")
		_, err = w.TakeProposal(w.ctx, by, r.ID, p.File.ID, []Take{{"new3.title", 0}})
		w.must(err)
		rest, err := w.Proposal(w.ctx, by, r.ID, p.File.ID)
		w.must(err)
		if diff := cmp.Diff([]string{"r1.title different: At home", "r3.partners new: nobody"}, asking(rest)); diff != "" {
			t.Fatal(diff)
		}
		_, err = w.TakeProposal(w.ctx, by, r.ID, p.File.ID, []Take{{"r3.partners", 0}})
		w.must(err)
		now, err := store.Draft(w.ctx, everything, r.ID)
		w.must(err)
		if len(now.Records) != 3 {
			t.Errorf("there are %d records, want 3", len(now.Records))
		}
	})
}

func (w *world) proposedCell(p Proposal, key string) ProposedCell {
	w.t.Helper()
	for _, r := range p.Records {
		for _, c := range r.Cells {
			if c.Key == key {
				return c
			}
		}
	}
	w.t.Fatalf("no cell %s in %q", key, asking(p))
	return ProposedCell{}
}
