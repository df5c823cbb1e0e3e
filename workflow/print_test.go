package workflow

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// fileOf is an edition as a file, as everybody gets it who may.
func (w *world) fileOf(c models.Compilation, format document.Format) []byte {
	w.t.Helper()
	var file bytes.Buffer
	_, err := w.Download(w.ctx, everything, c.ID, Printing{}, format, &file)
	w.must(err)
	return file.Bytes()
}

func TestAFileIsPrintedOnce(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		w.Engine = "ahq one"
		c := w.edition(w.published(), models.Public)
		before := w.fileOf(c, document.DOCX)
		w.Engine = "ahq two"
		if !bytes.Equal(before, w.fileOf(c, document.DOCX)) {
			t.Error("another program printed it anew")
		}
		w.must(os.RemoveAll(w.Blobs.Dir))
		if after := w.fileOf(c, document.DOCX); bytes.Equal(before, after) || len(after) == 0 {
			t.Error("a file that was lost is not printed again")
		}
	})
}

// The same edition gives the same bytes, on whatever database and at whatever time.
func TestTheSameEditionGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	files := map[document.Format][][]byte{}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		c := w.edition(w.published(), models.Internal)
		for _, format := range Formats() {
			if format.Format == JSON {
				continue // it names the edition by an id of its own
			}
			for range 2 {
				w.clock.pass(time.Hour)
				press, err := w.press(w.ctx, c)
				w.must(err)
				var file bytes.Buffer
				w.must(format.write(press.told, Printing{}, &file))
				files[format.Format] = append(files[format.Format], file.Bytes())
			}
		}
	})
	for format, written := range files {
		for _, file := range written[1:] {
			if !bytes.Equal(file, written[0]) {
				t.Errorf("%s: %d bytes, then %d others", format, len(written[0]), len(file))
			}
		}
	}
}

func TestWhatPeopleUsuallyWantIsPrintedByItself(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		w.must(w.Start(w.ctx))
		c := w.edition(w.published(), models.Public)
		deadline := time.Now().Add(time.Minute)
		for {
			prints, err := store.Prints(w.ctx, models.Scope{}, c.ID)
			w.must(err)
			if len(prints) == len(wanted) {
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("%d of %d files were printed", len(prints), len(wanted))
			}
			time.Sleep(20 * time.Millisecond)
		}
		w.must(w.Stop(context.WithoutCancel(w.ctx)))
	})
}

func TestAnEditionThatTellsTooMuchIsStopped(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		const secret = "A secret of eight words or more that nobody else has ever said."
		a := w.issued()
		w.must(w.write("DE coordinator", w.of(a, "DE"), "", "policy", secret))
		w.handIn(a, "DE", models.WiderNo)
		w.submitted(a, "BE", models.WiderYes)
		a, err := w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		c := w.edition(a, models.Public)
		press, err := w.press(w.ctx, c)
		w.must(err)
		through(&press.told, secret)
		format, _ := FormatOf(document.HTML)
		_, err = press.print(w.ctx, Printing{}, format)
		w.expect(err, "found something in them that is withheld")

		_, err = w.Printed(w.ctx, everything, c.ID, Printing{}, document.PDF)
		w.expect(err, "is not handed out")
		c, err = store.Compilation(w.ctx, everything, c.ID)
		w.must(err)
		if !strings.Contains(c.Failed, "Germany") || strings.Contains(c.Failed, "secret") {
			t.Errorf("its compiler reads %q", c.Failed)
		}
		if again := w.edition(a, models.Public); again.Number != 2 {
			t.Errorf("compiled again it is edition %d", again.Number)
		}
	})
}

// through is a filter that fails.
func through(f *filtered, secret string) {
	f.answers[0].Organisations = []string{secret}
}

func TestAPublicEditionIsWithdrawnWhenAnAnswerIsWithheld(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		first, inside := w.edition(a, models.Public), w.edition(a, models.Internal)
		_, err := w.Amend(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID, "no longer public")
		w.must(err)
		w.handIn(a, "BE", models.WiderNo)
		w.fileOf(first, document.HTML) // until there is another
		second := w.edition(a, models.Public)

		_, err = w.Printed(w.ctx, models.Scope{}, first.ID, Printing{}, document.HTML)
		if withdrawn, ok := errors.AsType[*Withdrawn](err); !ok || withdrawn.Next != second.ID {
			t.Errorf("the first edition: %v", err)
		}
		if text := string(w.fileOf(second, document.HTML)); strings.Contains(text, "Stay informed") || !strings.Contains(text, "Dissemination changed") {
			t.Error("the second edition says what is withheld, or not that something is")
		}
		w.fileOf(inside, document.HTML)
	})
}

func TestAFileIsVerified(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		public, internal := w.edition(a, models.Public), w.edition(a, models.Internal)
		_, err := w.Amend(w.ctx, w.as("AT coordinator"), w.of(a, "AT").ID, "more")
		w.must(err)
		w.must(w.write("AT coordinator", w.of(a, "AT"), "", "policy", "Another answer of AT."))
		w.handIn(a, "AT", models.WiderYes)
		files := map[string][]byte{}
		for _, f := range Formats() {
			files[string(f.Format)] = w.fileOf(public, f.Format)
		}
		inside := w.fileOf(internal, document.DOCX)
		w.edition(a, models.Public)
		for name, file := range files {
			w.verifies(models.Scope{}, name, file, Verdict{Finding: Match, ID: public.ID, SupersededBy: 2})
			changed := Altered
			if name == "csv" {
				changed = Unknown // it has no room to say what it is
			}
			w.verifies(models.Scope{}, name+", changed", changedText(file, name), Verdict{Finding: changed})
		}
		w.verifies(w.as("AT reader").Scope(), "an internal one, for the network", inside, Verdict{Finding: Match, ID: internal.ID})
		w.verifies(models.Scope{}, "an internal one, for the public", inside, Verdict{Finding: Unknown})
		w.verifies(models.Scope{}, "any file", []byte("any file"), Verdict{Finding: Unknown})
		w.verifies(models.Scope{}, "no file", nil, Verdict{Finding: Unknown})
	})
}

// changedText is a file in which one thing is otherwise.
func changedText(file []byte, format string) []byte {
	if format == "html" || format == "json" || format == "csv" {
		return bytes.Replace(file, []byte("Belgium"), []byte("Belgien"), 1)
	}
	return append(bytes.Clone(file), '\n')
}

func (w *world) verifies(scope models.Scope, name string, file []byte, want Verdict) {
	w.t.Helper()
	got, err := w.Verify(w.ctx, scope, bytes.NewReader(file), int64(len(file)))
	w.must(err)
	if got.Finding != want.Finding || want.ID != "" && got.ID != want.ID || want.SupersededBy != 0 && got.SupersededBy != want.SupersededBy {
		w.t.Errorf("%s: %+v, want %+v", name, got, want)
	}
}

func TestNothingIsLeftAsideAfterPrinting(t *testing.T) {
	aside := t.TempDir()
	t.Setenv("TMPDIR", aside)
	w := newWorld(t, modelstest.Open(t))
	w.fileOf(w.edition(w.published(), models.Public), document.PDF)
	if left, _ := filepath.Glob(filepath.Join(aside, "ahq-print-*")); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}
