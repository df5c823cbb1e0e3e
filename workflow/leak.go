package workflow

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"sync"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// A Leak is withheld text in a file that must not have it.
type Leak struct {
	File  string // its name
	Part  string // of the file: "word/document.xml", "page 3"
	Words string // that were found, as they are compared: without capitals and punctuation
	NCP   string // whose they are
	Place string // where they stand in what it delivered: "version 2, r3 costs"
}

func (l *Leak) Error() string {
	return fmt.Sprintf("%s must not be handed out: its %s says %q, which is withheld (%s, %s)", l.File, l.Part, l.Words, l.NCP, l.Place)
}

// secrets are what the files of an edition must not say. They are gathered from
// what was delivered, past the filter, so that they find where it is wrong.
//
// Found are runs of eight words of a withheld text; a shorter text, whole, if it
// is at least three words and twenty letters long; and every address in it.
// Words that the edition may say anyway are none.
type secrets struct {
	index *wordIndex
	clean filtered // the edition as it must be: made without what is withheld
	// What it may say anyway, looked for when there is a suspicion: what stands in
	// one of its texts; and if that explains not all, what it says when printed,
	// where the end of one text and the beginning of the next make a run as well.
	inTexts, inPrint func() (map[uint32]bool, error)
}

// secrets of an edition. To check all its files they are gathered once.
func (w *Workflow) secrets(ctx context.Context, c models.Compilation) (*secrets, error) {
	all, err := w.Store.UnfilteredForTheLeakCheck(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	words, err := w.frozenIn(ctx, c)
	if err != nil {
		return nil, err
	}
	s := newSecrets(words, c, all)
	return s, w.compareClean(ctx, c, s)
}

func newSecrets(words models.Frozen, c models.Compilation, all []models.Unfiltered) *secrets {
	s := &secrets{index: newWordIndex(), clean: cleanEdition(words, c, all)}
	for _, of := range all {
		a, there := s.clean.answerOf(of.NCP)
		s.keep(c.Audience, of, !there || a.Withheld) // not there: it was withdrawn
	}
	s.index.settle()
	s.inTexts = sync.OnceValues(func() (map[uint32]bool, error) { return s.excused(s.clean.textByText()) })
	s.inPrint = sync.OnceValues(func() (map[uint32]bool, error) { return s.excused(s.clean.asPrinted()) })
	return s
}

func (s *secrets) excused(said iter.Seq2[document.Said, error]) (map[uint32]bool, error) {
	found, err := s.index.found(said)
	excused := make(map[uint32]bool, len(found))
	for _, f := range found {
		excused[f.run] = true
	}
	return excused, err
}

// cleanEdition is an edition as it must be.
func cleanEdition(words models.Frozen, c models.Compilation, all []models.Unfiltered) filtered {
	clean := worded(words)
	clean.audience, clean.number, clean.made = c.Audience, c.Number, c.MadeAt
	var delivered []models.Delivered
	for _, of := range all {
		for _, v := range of.Versions {
			if v.Number == of.Number {
				delivered = append(delivered, published(c.Audience, of, v))
			}
		}
	}
	clean.take(delivered)
	return clean
}

// published is a version as the edition may have it: what is withheld loses its
// content here, before any filter sees it.
func published(to models.Audience, of models.Unfiltered, v models.Version) models.Delivered {
	d := models.Delivered{Response: models.Response{NCP: of.NCP}, Version: v, Withheld: of.Withheld || withheld(to, v)}
	if d.Withheld {
		d.Content, d.Version.Organisations = forms.Content{}, nil
	}
	return d
}

// keep gathers what must not be said of one NCP: all it ever delivered if the
// edition keeps its answer back, and otherwise what it once kept back itself.
// Inside nothing is withheld but what was withdrawn.
func (s *secrets) keep(to models.Audience, of models.Unfiltered, kept bool) {
	for _, v := range slices.Backward(of.Versions) { // the newest is named first
		if !kept && !withheld(to, v) {
			continue
		}
		for place, text := range saidIn(v) {
			s.index.add(of.NCP, fmt.Sprintf("version %d, %s", v.Number, place), text)
		}
	}
	if !kept {
		return
	}
	for _, name := range of.Files {
		s.index.add(of.NCP, "the name of a file", name)
	}
}

// absentFrom proves that a finished file has nothing of them, or gives the Leak.
// What cannot be looked into is an error too.
func (s *secrets) absentFrom(name string, format document.Format, file io.ReaderAt, size int64) error {
	suspects, err := s.index.found(document.Reveal(format, file, size))
	if err != nil {
		return fmt.Errorf("nobody could look into %s: %w", name, err)
	}
	for _, excuse := range []func() (map[uint32]bool, error){s.inTexts, s.inPrint} {
		if len(suspects) == 0 {
			return nil
		}
		excused, err := excuse()
		if err != nil {
			return fmt.Errorf("nobody could say what %s may contain: %w", name, err)
		}
		suspects = slices.DeleteFunc(suspects, func(f finding) bool { return excused[f.run] })
	}
	if len(suspects) == 0 {
		return nil
	}
	run := &s.index.runs[suspects[0].run]
	of := s.index.sources[run.source]
	return &Leak{File: name, Part: suspects[0].part, Words: s.index.said(run), NCP: of.ncp, Place: of.place}
}
