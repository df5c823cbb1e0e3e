package workflow

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// found is what somebody finds in the library with words: references, with the
// excerpts that are shown.
func (w *world) found(who, text string) (all []string) {
	w.t.Helper()
	scope := models.Scope{}
	if who != "public" {
		scope = w.as(who).Scope()
	}
	entries, err := w.Store.Library(w.ctx, scope, models.LibraryFilter{Text: text, Limit: 50})
	w.must(err)
	for _, e := range entries {
		all = append(all, e.Reference)
	}
	return all
}

// Each step, and who finds the AHQ in the library by which words afterwards.
func TestWhatTheLibraryHasFollowsWhatHappens(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		finds := func(who, text string, want ...string) {
			t.Helper()
			if got := w.found(who, text); !slices.Equal(got, want) {
				t.Errorf("%s finds %v by %q, want %v", who, got, text, want)
			}
		}
		finds("AT reader", "campaigns")
		w.submitted(a, "AT", models.WiderYes)
		w.submitted(a, "BE", models.WiderNo)
		_, err := w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		finds("AT reader", "campaigns", *a.Reference)
		finds("AT reader", "sample")
		finds("public", "campaigns")
		w.edition(a, models.Internal)
		finds("AT reader", "sample BE", *a.Reference)
		finds("public", "campaigns")
		public := w.edition(a, models.Public)
		finds("public", "campaigns", *a.Reference)
		finds("public", "sample AT") // nobody has looked yet whether it says too much
		w.looksInto(public)
		finds("public", "sample AT", *a.Reference)
		finds("public", "sample BE")
		finds("nobody", "sample BE")

		r, err := w.Amend(w.ctx, w.as("AT coordinator"), w.of(a, "AT").ID, "It was wrong.")
		w.must(err)
		_, err = w.Submit(w.ctx, w.as("AT coordinator"), r.ID, models.WiderNo)
		w.must(err)
		finds("public", "sample AT", *a.Reference)
		next := w.edition(a, models.Public)
		w.looksInto(next)
		finds("public", "sample")
		finds("public", "campaigns", *a.Reference)
		finds("AT reader", "sample AT", *a.Reference)
		w.must(store.Tx(w.ctx, func(tx *models.Tx) error {
			if err := tx.FailCompilation(w.ctx, next.ID, "found"); err != nil {
				return err
			}
			return shelve(w.ctx, tx, a)
		}))
		finds("public", "campaigns", *a.Reference) // the first edition is withdrawn, and says so
		finds("public", "sample")
		if public.Number != 1 {
			t.Errorf("the first public edition is %d", public.Number)
		}
		_, err = w.Reopen(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		finds("public", "campaigns", *a.Reference)
	})
}

// What is in the library from before there was one is put there.
func TestWhatIsNotInTheLibraryIsPutThere(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		_, err := w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		w.must(store.Tx(w.ctx, func(tx *models.Tx) error { return tx.SetEntries(w.ctx, a.ID) }))
		if got := w.found("AT reader", "campaigns"); len(got) != 0 {
			t.Fatalf("it finds %v", got)
		}
		w.must(w.ShelveAll(w.ctx))
		if got := w.found("AT reader", "campaigns"); len(got) != 1 {
			t.Errorf("it finds %v", got)
		}
	})
}

// Whatever is not for everybody is found by nobody who is nobody: not by its
// words, nor in an excerpt, a count, a choice, or beside another AHQ.
func TestNoCanaryIsFoundInTheLibrary(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		for number := range publishedWorlds {
			w.publish(rand.New(rand.NewPCG(20, uint64(number))), number)
		}
	})
}

// publishedWorlds is how many AHQs are drawn, on each database.
const publishedWorlds = 15

// publish plays an AHQ in which each NCP says a word of its own, and looks for it.
func (w *world) publish(r *rand.Rand, number int) {
	secret := map[string]string{} // words that are not public, by whose they are
	closed, compiled := r.IntN(2) == 0, []models.Audience{"", models.Internal, models.Public}[r.IntN(3)]
	wide := map[string]bool{}
	topic := fmt.Sprintf("kanarie%dtopic", number)
	a := w.issued(func(f *AHQForm) { f.Topic = topic })
	for _, ncp := range []string{"AT", "BE", "DE"} {
		word := fmt.Sprintf("kanarie%dx%s", number, strings.ToLower(ncp))
		w.must(w.write(ncp+" coordinator", w.answered(a, ncp), "", "policy", "Said by "+word+" only."))
		wide[ncp] = r.IntN(2) == 0
		delivers := r.IntN(4) > 0 || ncp == "AT"
		if delivers {
			wider := models.WiderNo
			if wide[ncp] {
				wider = models.WiderYes
			}
			_, err := w.Submit(w.ctx, w.as(ncp+" coordinator"), w.of(a, ncp).ID, wider)
			w.must(err)
		}
		if compiled != models.Public || !wide[ncp] || !delivers {
			secret[ncp] = word
		}
	}
	if closed {
		_, err := w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
	}
	if compiled != "" {
		c, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, compiled, "it is urgent")
		w.must(err)
		w.looksInto(c)
	}
	w.lookFor(secret)
	if found := len(w.found("public", topic)); (found == 1) != (compiled == models.Public) {
		w.t.Fatalf("compiled %q, it is found by its topic %d times", compiled, found)
	}
}

// looksInto prints an edition, and so proves that it tells no more than it may.
func (w *world) looksInto(c models.Compilation) {
	w.t.Helper()
	_, err := w.Download(w.ctx, w.as("AT reader").Scope(), c.ID, Printing{}, JSON, io.Discard)
	w.must(err)
}

// lookFor is everything that the public can ask.
func (w *world) lookFor(secret map[string]string) {
	for ncp, word := range secret {
		for _, text := range []string{word, "said " + word, strings.ToUpper(word)} {
			if got := w.found("public", text); len(got) != 0 {
				w.t.Fatalf("the public finds %v by the word of %s", got, ncp)
			}
		}
		earlier, err := w.Store.EarlierOnTheSame(w.ctx, models.Scope{}, "", word, word, 5)
		w.must(err)
		if len(earlier) != 0 {
			w.t.Fatalf("%v is suggested by the word of %s", earlier, ncp)
		}
	}
	all, err := w.Store.Library(w.ctx, models.Scope{}, models.LibraryFilter{Text: "said", Limit: 100})
	w.must(err)
	shown := fmt.Sprintf("%+v", all)
	for ncp, word := range secret {
		if strings.Contains(shown, word) {
			w.t.Fatalf("what the public is shown has the word of %s", ncp)
		}
	}
}
