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
	texts    Texts
	names    map[string]string // of NCPs, by code
	ahq      models.AHQ
	audience models.Audience
	number   int
	made     time.Time
	draft    bool             // no edition: one NCP's own draft
	answers  []filteredAnswer // by name of the NCP
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
	f = filtered{audience: c.Audience, number: c.Number, made: c.MadeAt}
	if f.ahq, err = w.asOf(ctx, c.AHQID, c.MadeAt); err != nil {
		return f, err
	}
	if err = w.dress(ctx, &f); err != nil {
		return f, err
	}
	for _, d := range delivered {
		f.answers = append(f.answers, f.answer(d))
	}
	slices.SortFunc(f.answers, func(a, b filteredAnswer) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.NCP, b.NCP))
	})
	return f, nil
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

// dress adds the names and the standard sentences.
func (w *Workflow) dress(ctx context.Context, f *filtered) (err error) {
	if f.texts, err = w.texts(ctx); err != nil {
		return err
	}
	f.names = map[string]string{}
	ncps, err := w.Store.NCPs(ctx)
	if err != nil {
		return err
	}
	for _, n := range ncps {
		f.names[n.Code] = n.Name
	}
	asThen, err := w.Store.Addressees(ctx, models.Scope{Unlimited: true}, f.ahq.ID)
	for _, x := range asThen {
		f.names[x.NCP] = x.Name
	}
	return err
}

// asOf is an AHQ in the words, and with the reply-by date, that held at an
// instant: an edition prints the same for ever.
func (w *Workflow) asOf(ctx context.Context, id models.AHQID, at time.Time) (models.AHQ, error) {
	everything := models.Scope{Unlimited: true}
	a, err := w.Store.AHQ(ctx, everything, id)
	if err != nil {
		return a, err
	}
	corrigenda, err := w.Store.Corrigenda(ctx, everything, id)
	if err != nil {
		return a, err
	}
	for _, c := range slices.Backward(corrigenda) {
		if c.At.After(at) {
			reword(&a, c.Before)
		}
	}
	events, err := w.Store.Events(ctx, everything, string(id))
	for _, e := range events {
		if e.Data.Day != "" && e.Data.NCP == "" && !e.At.After(at) {
			a.ReplyBy = e.Data.Day
		}
	}
	return a, err
}
