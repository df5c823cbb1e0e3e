package workflow

import (
	"context"
	"fmt"
	"strconv"

	"ahq/models"
	"ahq/workflow/document"
)

// Document is an edition as it will be printed. What is withheld is taken out
// first; nothing after that knows it.
func (w *Workflow) Document(ctx context.Context, scope models.Scope, c models.Compilation) (document.Document, error) {
	f, err := w.filter(ctx, scope, c)
	if err != nil {
		return document.Document{}, err
	}
	return f.document(), nil
}

// document puts the whole together, by country.
func (f filtered) document() document.Document {
	d := document.Document{
		Title:    f.title(),
		Subject:  "AHQ " + reference(f.ahq),
		Author:   "EMN NCP " + f.names[lead(f.ahq)],
		Language: "en",
		Running:  f.running(),
		Made:     f.made,
	}
	d.Blocks = append(d.Blocks, f.front()...)
	d.Blocks = append(d.Blocks, f.responseTable()...)
	if len(f.ahq.Questionnaire.Tables) > 0 {
		for _, a := range f.answers {
			d.Blocks = append(d.Blocks, f.country(a)...)
		}
	}
	return d
}

func (f filtered) title() string {
	return f.texts.Prefix + " " + f.ahq.Topic
}

// running stands at the top of every page.
func (f filtered) running() string {
	return fmt.Sprintf("AHQ %s · %s · %s", reference(f.ahq), f.ahq.Topic, f.edition())
}

// edition in words.
func (f filtered) edition() string {
	switch {
	case f.draft:
		return "DRAFT"
	case f.audience == models.Public:
		return "Public edition " + strconv.Itoa(f.number)
	default:
		return "Internal edition " + strconv.Itoa(f.number)
	}
}
