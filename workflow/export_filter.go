package workflow

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ahq/forms"
	"ahq/models"
)

// A filtered is an edition as its audience may read it: in the words of the day
// it was made, and without what is withheld. All that is printed comes from here.
type filtered struct {
	texts      Texts
	names      map[string]string // of NCPs, by code
	ahq        models.AHQ
	addressees []models.Addressee
	declined   []string // codes
	audience   models.Audience
	number     int
	made       time.Time
	draft      bool                    // no edition: one NCP's own draft
	answers    []filteredAnswer        // by name of the NCP
	since      int                     // the number of the edition before; 0 for none
	changes    []Change                // since then
	reports    map[string]forms.Report // of the answers, by NCP, where they were read
	manifest   *Manifest               // of the file that is being written
}

// A filteredAnswer is what one NCP answered. Withheld, it has no content.
type filteredAnswer struct {
	NCP           string
	Name          string
	Number        int
	Hash          string
	Submitted     time.Time
	Wider         bool
	Late          bool
	Entered       bool
	Withheld      bool
	Organisations []string
	Content       forms.Content
}

// filter reads an edition for its audience. Who may see the edition may see all
// that is in it, so the rest is read without a scope.
func (w *Workflow) filter(ctx context.Context, scope models.Scope, c models.Compilation) (f filtered, err error) {
	delivered, err := w.Store.DeliveredIn(ctx, scope, c.ID)
	if err != nil {
		return f, err
	}
	words, err := w.frozenIn(ctx, c)
	if err != nil {
		return f, err
	}
	f = worded(words)
	f.audience, f.number, f.made = c.Audience, c.Number, c.MadeAt
	f.take(delivered)
	return f, nil
}

// worded is an edition in its words, without an answer yet.
func worded(words models.Frozen) filtered {
	return filtered{
		texts: words.Texts, names: words.Names, ahq: words.AHQ,
		addressees: words.Addressees, declined: words.Declined,
	}
}

// take lets in what the audience may read, by name.
func (f *filtered) take(delivered []models.Delivered) {
	for _, d := range delivered {
		f.answers = append(f.answers, f.answer(d))
	}
	slices.SortFunc(f.answers, func(a, b filteredAnswer) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.NCP, b.NCP))
	})
}

// answer lets through what the audience may read.
func (f filtered) answer(d models.Delivered) filteredAnswer {
	a := filteredAnswer{
		NCP: d.Response.NCP, Name: f.names[d.Response.NCP], Number: d.Number, Hash: d.Version.Hash,
		Submitted: d.Version.SubmittedAt, Wider: d.Version.Wider, Late: d.Version.Late, Entered: d.Version.Entered,
		Withheld: d.Withheld || withheld(f.audience, d.Version),
	}
	if !a.Withheld {
		a.Organisations, a.Content = d.Version.Organisations, d.Version.Content
	}
	return a
}
