package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// A Change is what became of one NCP's answer since the edition before.
type Change struct {
	NCP   string       `json:"ncp"`
	Name  string       `json:"name"`
	Kind  ChangeKind   `json:"kind"`
	Wider bool         `json:"wider"`           // whether it may be disseminated wider, as of now
	Cells []CellChange `json:"cells,omitempty"` // of what was amended
}

// A ChangeKind is a way in which an answer can change.
type ChangeKind string

// The kinds of changes. A new dissemination is told without the text.
const (
	NewAnswer        ChangeKind = "new"
	AmendedAnswer    ChangeKind = "amended"
	WithdrawnAnswer  ChangeKind = "withdrawn"
	NewDissemination ChangeKind = "dissemination"
)

// changes are those from one edition to a later one for the same audience. They
// know no more than the two editions do: of an answer that either withholds,
// nothing but that it is, or is no longer, disseminated.
func changes(before, after filtered) []Change {
	var all []Change
	for _, is := range after.answers {
		change := Change{NCP: is.NCP, Name: is.Name, Wider: is.Wider}
		was, there := before.answerOf(is.NCP)
		if !there {
			change.Kind = NewAnswer
			all = append(all, change)
			continue
		}
		if was.Wider != is.Wider {
			change.Kind = NewDissemination
			all = append(all, change)
		}
		if was.Withheld || is.Withheld {
			continue
		}
		if change.Cells = (comparison{before, after, was, is}).cells(); len(change.Cells) > 0 {
			change.Kind = AmendedAnswer
			all = append(all, change)
		}
	}
	for _, was := range before.answers {
		if _, there := after.answerOf(was.NCP); !there {
			all = append(all, Change{NCP: was.NCP, Name: was.Name, Kind: WithdrawnAnswer})
		}
	}
	return all
}

// answerOf an NCP in this edition, if it has one.
func (f filtered) answerOf(ncp string) (filteredAnswer, bool) {
	i := slices.IndexFunc(f.answers, func(a filteredAnswer) bool { return a.NCP == ncp })
	if i < 0 {
		return filteredAnswer{}, false
	}
	return f.answers[i], true
}

// compared is an edition for its audience, with what changed since the one before.
func (w *Workflow) compared(ctx context.Context, scope models.Scope, c models.Compilation) (f filtered, err error) {
	if f, err = w.filter(ctx, scope, c); err != nil {
		return f, err
	}
	earlier, err := w.editionBefore(ctx, scope, c)
	if err != nil || earlier.Number == 0 {
		return f, err
	}
	before, err := w.filter(ctx, scope, earlier)
	if err != nil {
		return f, err
	}
	f.since, f.changes = earlier.Number, changes(before, f)
	return f, nil
}

// editionBefore is the last one for the same audience whose files were handed
// out, withdrawn since or not; the zero edition if there was none.
func (w *Workflow) editionBefore(ctx context.Context, scope models.Scope, c models.Compilation) (before models.Compilation, err error) {
	all, err := w.Store.Compilations(ctx, scope, c.AHQID)
	for _, e := range all {
		if e.Audience == c.Audience && e.Failed == "" && e.Number < c.Number && e.Number > before.Number {
			before = e
		}
	}
	return before, err
}
