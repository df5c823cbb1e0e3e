package workflow

import (
	"bytes"
	"context"

	"ahq/models"
	"ahq/workflow/document"
)

// Preview is the edition that would be made now, as the page that it would print,
// for those who may compile. Nothing is kept of it.
func (w *Workflow) Preview(ctx context.Context, by Actor, id models.AHQID, audience models.Audience, p Printing) ([]byte, error) {
	if err := p.sound(); err != nil {
		return nil, err
	}
	a, err := w.Store.AHQ(ctx, by.Scope(), id)
	if err != nil {
		return nil, err
	}
	if err := by.may(Compile, by.PartsInAHQ(a)); err != nil {
		return nil, err
	}
	if err := compilable(a, audience, "only looking"); err != nil {
		return nil, err
	}
	words, err := w.frozen(ctx, w.Store, a)
	if err != nil {
		return nil, err
	}
	delivered, err := w.Store.VersionsInForce(ctx, by.Scope(), id)
	if err != nil {
		return nil, err
	}
	f := worded(words)
	f.audience, f.made = audience, w.Now()
	f.take(delivered)
	if f.reports, err = f.read(); err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = document.Write(&page, document.HTML, f.document(p))
	return page.Bytes(), err
}
