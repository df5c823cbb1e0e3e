package workflow

import (
	"context"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/models"
	"ahq/workflow/document"
)

// A Manifest says of a file what it is: which edition, made of what, printed how
// and by which program. It stands in the file, and can be had beside it.
type Manifest struct {
	ID            models.CompilationID `json:"id"`
	AHQ           string               `json:"ahq"` // reference
	Edition       int                  `json:"edition"`
	Audience      models.Audience      `json:"audience"`
	Made          time.Time            `json:"made"`
	Hash          string               `json:"hash"`          // over all that the edition prints
	Questionnaire string               `json:"questionnaire"` // hash
	Versions      []ManifestVersion    `json:"versions"`      // by NCP
	Layout        string               `json:"layout"`
	Order         string               `json:"order"`
	Records       bool                 `json:"records"`
	Format        document.Format      `json:"format"`
	Engine        string               `json:"engine"`
}

// A ManifestVersion is a version that an edition is made of.
type ManifestVersion struct {
	NCP      string `json:"ncp"`
	Version  int    `json:"version"`
	Hash     string `json:"hash"`
	Withheld bool   `json:"withheld"` // its text is not in this edition
}

// manifestOf a file of this edition.
func (f filtered) manifestOf(c models.Compilation, p Printing, format FileFormat, engine string) *Manifest {
	print := p.of(c, format)
	m := &Manifest{
		ID: c.ID, AHQ: reference(f.ahq), Edition: c.Number, Audience: c.Audience, Made: c.MadeAt, Hash: c.Hash,
		Questionnaire: f.ahq.Questionnaire.Hash(), Layout: print.Layout, Order: print.Ordering, Records: print.Records,
		Format: format.Format, Engine: engine,
	}
	for _, a := range f.answers {
		m.Versions = append(m.Versions, ManifestVersion{a.NCP, a.Number, a.Hash, a.Withheld})
	}
	return m
}

// Manifest is what stands in a file of an edition, to be had beside it.
func (w *Workflow) Manifest(ctx context.Context, scope models.Scope, id models.CompilationID, p Printing, name document.Format) (Manifest, error) {
	format, err := printOf(p, name)
	if err != nil {
		return Manifest{}, err
	}
	c, err := w.readable(ctx, scope, id)
	if err != nil {
		return Manifest{}, err
	}
	f, err := w.filter(ctx, scope, c)
	return *f.manifestOf(c, p, format, w.Engine), err
}

// text of a manifest as it stands in a file; none where there is no edition.
func (m *Manifest) text() []byte {
	if m == nil {
		return nil
	}
	text, err := json.Marshal(m, json.Deterministic(true), jsontext.Multiline(true))
	if err != nil {
		return nil // a struct of texts and numbers: it has none
	}
	return text
}
