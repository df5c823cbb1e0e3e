package workflow

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
	"ahq/workflow/document"
)

// A Wanted is a way in which every edition is printed without being asked.
type Wanted struct {
	Printing
	Format document.Format
}

// wanted is what people usually ask for; the rest is printed when somebody does.
var wanted = []Wanted{
	{Printing{Layout: ByCountry}, document.DOCX},
	{Printing{Layout: ByCountry}, document.PDF},
	{Printing{Layout: ByCountry}, document.HTML},
	{Printing{Layout: ByQuestion}, document.DOCX},
	{Printing{Layout: ByQuestion}, document.PDF},
	{Printing{Layout: ByQuestion}, document.HTML},
	{Printing{}, document.XLSX},
	{Printing{}, document.CSV},
	{Printing{}, JSON},
}

// printArgs: print an edition in all the ways that people usually want.
type printArgs struct {
	Compilation models.CompilationID `json:"compilation"`
}

// Kind names the job in the queue.
func (printArgs) Kind() string { return "print" }

// InsertOpts: an edition waits in the queue once.
func (printArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// A Printer has an edition printed in a process of its own, which calls
// PrintEdition, and calls printed after each file. It takes a core for seconds
// and much memory, leaves much garbage, and who saves meanwhile must not feel it.
type Printer func(ctx context.Context, id models.CompilationID, now time.Time, printed func()) error

// printEdition has an edition printed, and tells of it.
func (w *Workflow) printEdition(ctx context.Context, a printArgs) error {
	if err := w.printAside(ctx, a.Compilation); err != nil {
		return err
	}
	return w.editionReady(ctx, a.Compilation)
}

// printAside has an edition printed, one at a time.
func (w *Workflow) printAside(ctx context.Context, id models.CompilationID) error {
	if w.Print == nil {
		return w.PrintEdition(ctx, id, func() {})
	}
	leave, err := w.aside.enter(ctx, 1)
	if err != nil {
		return err
	}
	defer leave()
	tell := func() { _ = w.Store.Tell(ctx, models.Notice{Act: models.Printed, Edition: id}) } // who missed it looks again
	defer tell()
	return patiently(func() error { return w.Print(ctx, id, w.Now(), tell) })
}

// PrintEdition prints an edition in all the ways that people usually want, and
// calls printed after each. It goes on where it was broken off: what is printed
// stays.
func (w *Workflow) PrintEdition(ctx context.Context, id models.CompilationID, printed func()) error {
	c, err := w.readable(ctx, models.Scope{Unlimited: true}, id)
	if final(err) {
		return nil
	}
	if err != nil {
		return err
	}
	press, err := w.press(ctx, c)
	if err != nil {
		return err
	}
	for _, one := range wanted {
		if err := w.printWanted(ctx, press, one); err != nil {
			if final(err) {
				return nil
			}
			return err
		}
		printed()
	}
	return nil
}

// printWanted waits its turn: whoever wants another file now goes between.
func (w *Workflow) printWanted(ctx context.Context, p *press, one Wanted) error {
	format, err := printOf(one.Printing, one.Format)
	if err != nil {
		return err
	}
	leave, err := w.printing.enter(ctx, 1)
	if err != nil {
		return err
	}
	defer leave()
	if _, err := w.printed(ctx, one.of(p.edition, format)); !errors.Is(err, models.ErrNotFound) {
		return err
	}
	_, err = p.print(ctx, one.Printing, format)
	return err
}

// final says whether trying again would lead nowhere.
func final(err error) bool {
	_, refused := errors.AsType[*Refusal](err)
	_, withdrawn := errors.AsType[*Withdrawn](err)
	return refused || withdrawn
}
