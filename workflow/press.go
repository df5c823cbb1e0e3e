package workflow

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"ahq/models"
	"ahq/workflow/document"
)

// largestPrint is the most that an edition can be, in bytes: far beyond what all
// NCPs together have ever written.
const largestPrint = 1 << 30

// A press prints one edition, in as many ways as are wanted: it is read, and what
// it must not say is gathered, once.
type press struct {
	*Workflow
	edition  models.Compilation
	told     filtered
	withheld *secrets // of a public edition
	shelved  bool     // its answers are in the library: a print of it was proven
}

// shelve what the library has of the AHQ after a change of its edition.
func (p *press) shelve(ctx context.Context, tx *models.Tx, change func() error) error {
	a, err := tx.LockAHQ(ctx, models.Scope{Unlimited: true}, p.edition.AHQID)
	if err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	return shelve(ctx, tx, a)
}

func (w *Workflow) press(ctx context.Context, c models.Compilation) (p *press, err error) {
	p = &press{Workflow: w, edition: c}
	if p.told, err = w.compared(ctx, models.Scope{Unlimited: true}, c); err != nil {
		return p, err
	}
	if err = patiently(p.read); err != nil {
		return p, err
	}
	if c.Audience == models.Public {
		p.withheld, err = w.secrets(ctx, c)
	}
	return p, err
}

// read has one answer understood after the other: nobody waits for it.
func (p *press) read() (err error) {
	p.told.reports, err = p.told.readBy(inTurn)
	return err
}

// print writes a file aside, proves that it tells no more than it may, and keeps
// it.
func (p *press) print(ctx context.Context, how Printing, format FileFormat) (models.Print, error) {
	want := how.of(p.edition, format)
	aside, err := os.CreateTemp("", "ahq-print-*")
	if err != nil {
		return want, err
	}
	defer os.Remove(aside.Name()) //nolint:errcheck // the system clears what is left there
	defer aside.Close()           //nolint:errcheck // it was only read
	p.told.manifest = p.told.manifestOf(p.edition, how, format, p.Engine)
	if err := patiently(func() error { return format.write(p.told, how, aside) }); err != nil {
		return want, fmt.Errorf("print %s as %s: %w", p.edition.ID, format.Format, err)
	}
	if err := p.proven(ctx, format, aside); err != nil {
		return want, err
	}
	if _, err := aside.Seek(0, io.SeekStart); err != nil {
		return want, err
	}
	if want.SHA256, want.Size, err = p.Blobs.Put(ctx, aside, largestPrint); err != nil {
		return want, err
	}
	return p.keep(ctx, want)
}

// proven looks into a public file for what it must not say. An edition with such
// a file is stopped: none of its files is handed out.
func (p *press) proven(ctx context.Context, format FileFormat, file *os.File) error {
	if p.withheld == nil {
		return nil
	}
	about, err := file.Stat()
	if err != nil {
		return err
	}
	found := patiently(func() error {
		return p.withheld.absentFrom("the "+format.Name+" file", format.Format, file, about.Size())
	})
	leak, leaks := errors.AsType[*Leak](found)
	if !leaks {
		return found
	}
	why := fmt.Sprintf("the %s of its %s file has words of %s in it that are withheld (%s)", leak.Part, format.Name, p.told.names[leak.NCP], leak.Place)
	stopped := p.Store.Tx(ctx, func(tx *models.Tx) error {
		tx.Tell(models.Notice{Act: models.Printed, Edition: p.edition.ID})
		return p.shelve(ctx, tx, func() error { return tx.FailCompilation(ctx, p.edition.ID, why) })
	})
	return errors.Join(refuse(Compile, stoppedEdition), stopped)
}

// stoppedEdition is what everybody may hear of an edition that would tell too much.
const stoppedEdition = "this edition is not handed out: the check of its files found something in them that is withheld. Its compiler sees what and where, and can compile again"

// keep writes down what was printed. Where another process printed the same
// meanwhile, its print holds, unless its file was lost.
func (p *press) keep(ctx context.Context, made models.Print) (models.Print, error) {
	made.Engine, made.At = p.Engine, p.Now()
	err := p.Store.Tx(ctx, func(tx *models.Tx) error {
		tx.Tell(models.Notice{Act: models.Printed, Edition: made.CompilationID})
		create := func() error { return tx.CreatePrint(ctx, made) }
		if p.shelved || p.withheld == nil {
			return create()
		}
		return p.shelve(ctx, tx, create)
	})
	p.shelved = p.shelved || err == nil
	if !errors.Is(err, models.ErrDuplicate) {
		return made, err
	}
	if known, err := p.printed(ctx, made); !errors.Is(err, models.ErrNotFound) {
		return known, err
	}
	return made, p.Store.Tx(ctx, func(tx *models.Tx) error { return tx.RenewPrint(ctx, made) })
}

// of is the print that an edition gets when it is printed so. What is not laid
// out in pages is the same however pages are laid out.
func (p Printing) of(c models.Compilation, format FileFormat) models.Print {
	if !format.Pages {
		p = Printing{}
	}
	return models.Print{
		CompilationID: c.ID, Layout: p.layout().name, Ordering: p.order().name,
		Records: !p.WithoutRecords, Format: string(format.Format),
	}
}

// printName says what a file is, also where it is found alone.
func printName(a models.AHQ, c models.Compilation, p Printing, format FileFormat) string {
	if !format.Pages {
		p = Printing{}
	}
	return fmt.Sprintf("ahq-%s-%s-%d%s.%s", strings.ReplaceAll(reference(a), "/", "-"), c.Audience, c.Number, p.file(), format.Format)
}

// printOf is the format of that name, if it can be printed so.
func printOf(p Printing, format document.Format) (FileFormat, error) {
	file, known := FormatOf(format)
	if !known {
		return file, invalid("/format", "there is no format %q: choose one of %s", format, FormatNames())
	}
	return file, p.sound()
}
