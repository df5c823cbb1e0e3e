package workflow

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"ahq/models"
	"ahq/workflow/document"
)

// A Printed edition is one as it is handed out.
type Printed struct {
	Name string
	models.Print
	Body io.ReadCloser
}

// A Withdrawn edition is not read any more: an answer in it is withheld now.
type Withdrawn struct {
	Next models.CompilationID // the edition to read instead; "" while there is none
}

func (w *Withdrawn) Error() string {
	return "this edition was withdrawn, since an answer in it is not disseminated any more: read the next one instead"
}

// Printed is an edition as a file. It is printed once and kept: whoever asks again
// gets the same bytes, whatever the program has become since.
func (w *Workflow) Printed(ctx context.Context, scope models.Scope, id models.CompilationID, p Printing, name document.Format) (Printed, error) {
	format, err := printOf(p, name)
	if err != nil {
		return Printed{}, err
	}
	c, err := w.readable(ctx, scope, id)
	if err != nil {
		return Printed{}, err
	}
	words, err := w.frozenIn(ctx, c)
	if err != nil {
		return Printed{}, err
	}
	made, err := w.print(ctx, c, p, format)
	if err != nil {
		return Printed{}, err
	}
	body, err := w.Blobs.Open(made.SHA256)
	return Printed{printName(words.AHQ, c, p, format), made, body}, err
}

// Download writes such a file, and gives its name.
func (w *Workflow) Download(ctx context.Context, scope models.Scope, id models.CompilationID, p Printing, format document.Format, out io.Writer) (name string, err error) {
	file, err := w.Printed(ctx, scope, id, p, format)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, file.Body)
	return file.Name, errors.Join(err, file.Body.Close())
}

// readable is an edition that may be handed out.
func (w *Workflow) readable(ctx context.Context, scope models.Scope, id models.CompilationID) (models.Compilation, error) {
	c, err := w.Store.Compilation(ctx, scope, id)
	switch {
	case err != nil:
		return c, err
	case c.WithdrawnAt != nil:
		next, err := w.Store.NextCompilation(ctx, scope, c)
		if err != nil && !errors.Is(err, models.ErrNotFound) {
			return c, err
		}
		return c, &Withdrawn{next.ID}
	case c.Failed != "":
		return c, refuse(Compile, stoppedEdition)
	}
	return c, nil
}

// print gives the print there is, or has it made, one at a time.
func (w *Workflow) print(ctx context.Context, c models.Compilation, p Printing, format FileFormat) (models.Print, error) {
	want := p.of(c, format)
	if known, err := w.printed(ctx, want); !errors.Is(err, models.ErrNotFound) {
		return known, err
	}
	leave, err := w.printing.enter(ctx, 1)
	if err != nil {
		return want, err
	}
	defer leave()
	if known, err := w.printed(ctx, want); !errors.Is(err, models.ErrNotFound) {
		return known, err // while we waited
	}
	press, err := w.press(ctx, c)
	if err != nil {
		return want, err
	}
	return press.print(ctx, p, format)
}

// printed is the print there is. One whose file was lost is as good as none.
func (w *Workflow) printed(ctx context.Context, want models.Print) (models.Print, error) {
	known, err := w.Store.PrintLike(ctx, models.Scope{Unlimited: true}, want)
	if err != nil {
		return known, err
	}
	body, err := w.Blobs.Open(known.SHA256)
	if err != nil {
		return known, err
	}
	return known, body.Close()
}

// draftInWords is a draft, and the words in which its AHQ is printed now.
func (w *Workflow) draftInWords(ctx context.Context, scope models.Scope, id models.ResponseID) (models.DraftContent, filtered, error) {
	d, err := w.Store.Draft(ctx, scope, id)
	if err != nil {
		return d, filtered{}, err
	}
	a, err := w.Store.AHQ(ctx, scope, d.Response.AHQID)
	if err != nil {
		return d, filtered{}, err
	}
	words, err := w.frozen(ctx, w.Store, a)
	f := worded(words)
	f.made = w.Now()
	return d, f, err
}

// DownloadDraft writes one's own draft, for the ministries to look at.
func (w *Workflow) DownloadDraft(ctx context.Context, scope models.Scope, id models.ResponseID, p Printing, format document.Format, out io.Writer) (name string, err error) {
	if err := p.sound(); err != nil {
		return "", err
	}
	d, f, err := w.draftInWords(ctx, scope, id)
	if err != nil {
		return "", err
	}
	f.draft = true
	f.answers = []filteredAnswer{{
		NCP: d.Response.NCP, Name: f.names[d.Response.NCP], Wider: d.Response.Wider == models.WiderYes,
		Organisations: d.Response.Organisations, Content: Content(f.ahq, d),
	}}
	name = fmt.Sprintf("ahq-%s-%s-draft%s.%s", reference(f.ahq), strings.ToLower(d.Response.NCP), p.file(), format)
	return name, document.Write(out, format, f.document(p))
}
