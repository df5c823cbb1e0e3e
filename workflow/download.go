package workflow

import (
	"context"
	"fmt"
	"io"
	"strings"

	"ahq/models"
	"ahq/workflow/document"
)

// Download writes an edition, and gives the name of the file.
func (w *Workflow) Download(ctx context.Context, scope models.Scope, id models.CompilationID, p Printing, format document.Format, out io.Writer) (name string, err error) {
	file, known := FormatOf(format)
	if !known {
		return "", invalid("/format", "there is no format %q: choose one of %s", format, FormatNames())
	}
	if err := p.sound(); err != nil {
		return "", err
	}
	c, err := w.Store.Compilation(ctx, scope, id)
	if err != nil {
		return "", err
	}
	f, err := w.compared(ctx, scope, c)
	if err != nil {
		return "", err
	}
	if f.reports, err = f.read(); err != nil {
		return "", err
	}
	name = fmt.Sprintf("ahq-%s-%s-%d%s.%s", reference(f.ahq), c.Audience, c.Number, p.file(), format)
	return name, file.write(f, p, out)
}

// DownloadDraft writes one's own draft, for the ministries to look at.
func (w *Workflow) DownloadDraft(ctx context.Context, scope models.Scope, id models.ResponseID, p Printing, format document.Format, out io.Writer) (name string, err error) {
	if err := p.sound(); err != nil {
		return "", err
	}
	d, err := w.Store.Draft(ctx, scope, id)
	if err != nil {
		return "", err
	}
	a, err := w.Store.AHQ(ctx, scope, d.Response.AHQID)
	if err != nil {
		return "", err
	}
	words, err := w.frozen(ctx, w.Store, a)
	if err != nil {
		return "", err
	}
	f := worded(words)
	f.draft, f.made = true, w.Now()
	f.answers = []filteredAnswer{{
		NCP: d.Response.NCP, Name: f.names[d.Response.NCP], Wider: d.Response.Wider == models.WiderYes,
		Organisations: d.Response.Organisations, Content: Content(f.ahq, d),
	}}
	name = fmt.Sprintf("ahq-%s-%s-draft%s.%s", reference(f.ahq), strings.ToLower(d.Response.NCP), p.file(), format)
	return name, document.Write(out, format, f.document(p))
}
