package workflow

import (
	"context"

	"ahq/models"
	"ahq/workflow/document"
)

// Document is an edition as it will be printed. What is withheld is taken out
// first; nothing after that knows it.
func (w *Workflow) Document(ctx context.Context, scope models.Scope, c models.Compilation, p Printing) (document.Document, error) {
	if err := p.sound(); err != nil {
		return document.Document{}, err
	}
	f, err := w.compared(ctx, scope, c)
	if err != nil {
		return document.Document{}, err
	}
	if f.reports, err = f.read(); err != nil {
		return document.Document{}, err
	}
	return f.document(p), nil
}
