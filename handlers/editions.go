package handlers

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
	"ahq/workflow/document"
)

// An editionRow is one edition, with ways to have it.
type editionRow struct {
	URL       string
	Name      phrase
	At        time.Time
	Early     string
	Downloads []link
}

func editionURL(c models.Compilation) string { return "/editions/" + string(c.ID) }

func editionName(c models.Compilation) phrase {
	if c.Audience == models.Public {
		return say("edition.public", "Number", c.Number)
	}
	return say("edition.internal", "Number", c.Number)
}

func (s *Server) fillEditions(ctx context.Context, d ahqDesk, page *ahqPage) error {
	all, err := s.Store.Compilations(ctx, d.Who.Scope(), d.AHQ.ID)
	for _, c := range all {
		page.Editions = append(page.Editions, editionRowOf(c))
	}
	return err
}

func editionRowOf(c models.Compilation) editionRow {
	row := editionRow{URL: editionURL(c), Name: editionName(c), At: c.MadeAt, Early: c.Early}
	for _, f := range workflow.Formats() {
		row.Downloads = append(row.Downloads, link{URL: row.URL + "/download/" + string(f.Format), Text: plain(f.Name)})
	}
	return row
}

// An editionPage is one edition with what is in it.
type editionPage struct {
	Head     ahqHead
	Edition  editionRow
	By       string
	Hash     string
	Rows     []compiledRow
	Printing printingView
	Laid     laidOut
	Formats  []choice
	Preview  preview
	Stopped  phrase // why no file is handed out
	Gone     bool   // it was withdrawn
}

// A compiledRow is a version in an edition.
type compiledRow struct {
	Name     string
	URL      string // where it can be read; "" for those who read the edition
	Number   int
	At       time.Time
	Hash     string
	Withheld bool
	Late     bool
}

// Title of the page.
func (p editionPage) Title() phrase {
	return say("edition.title", "Edition", p.Edition.Name, "Topic", p.Head.Topic)
}

func (s *Server) edition(c *gin.Context) error {
	edition, err := s.compilation(c)
	if err != nil {
		return err
	}
	d, err := s.editionDesk(c, edition)
	if err != nil {
		return err
	}
	page := editionPage{
		Head: d.head(d.home()), Edition: editionRowOf(edition), Hash: edition.Hash, Gone: edition.WithdrawnAt != nil,
		Formats: formatChoices(), Laid: laidOutAs(c), Stopped: stoppedFor(d, edition),
	}
	page.Preview = page.Laid.preview(page.Edition.URL+"/preview", page.Edition.Name)
	if err := s.fillEdition(c.Request.Context(), d, edition, &page); err != nil {
		return err
	}
	framing(c)
	return s.html(c, http.StatusOK, "edition", page)
}

func (s *Server) fillEdition(ctx context.Context, d ahqDesk, edition models.Compilation, page *editionPage) (err error) {
	if page.By, err = s.person(ctx, edition.MadeBy); err != nil {
		return err
	}
	if page.Printing, err = s.printingOf(ctx, d.Who.Scope(), edition); err != nil {
		return err
	}
	delivered, err := s.Store.DeliveredIn(ctx, d.Who.Scope(), edition.ID)
	for _, one := range delivered {
		page.Rows = append(page.Rows, d.compiledRow(one))
	}
	slices.SortFunc(page.Rows, func(a, b compiledRow) int { return cmp.Compare(a.Name, b.Name) })
	return err
}

// stoppedFor says why no file of an edition is handed out: what was found, and
// where, is for those who compile.
func stoppedFor(d ahqDesk, edition models.Compilation) phrase {
	if edition.Failed != "" && !d.May(workflow.Compile) {
		return say("edition.leaks")
	}
	return english(edition.Failed)
}

// compilation is the one that the path names. Who is signed out is asked to sign
// in, whether there is one or not.
func (s *Server) compilation(c *gin.Context) (models.Compilation, error) {
	who := actor(c)
	edition, err := s.Store.Compilation(c.Request.Context(), who.Scope(), models.CompilationID(c.Param("edition")))
	if errors.Is(err, models.ErrNotFound) && who.Person.ID == "" {
		return edition, errSignedOut
	}
	return edition, err
}

// editionDesk is the AHQ of an edition.
func (s *Server) editionDesk(c *gin.Context, edition models.Compilation) (ahqDesk, error) {
	d, err := s.ahqDesk(c)
	if err != nil {
		return d, err
	}
	if d.AHQ, err = s.Store.AHQ(c.Request.Context(), d.Who.Scope(), edition.AHQID); err != nil {
		return d, err
	}
	d.Parts = d.Who.PartsInAHQ(d.AHQ)
	return d, nil
}

func (d ahqDesk) compiledRow(one models.Delivered) compiledRow {
	row := compiledRow{
		Name: d.name(one.NCP), Number: one.Number, At: one.Version.SubmittedAt,
		Hash: one.Version.Hash, Withheld: one.Withheld, Late: one.Version.Late,
	}
	if d.May(workflow.Track) {
		row.URL = versionURL(one.Version)
	}
	return row
}

// downloadEdition sends an edition. A public one is for everybody.
func (s *Server) downloadEdition(c *gin.Context) error {
	f, known := workflow.FormatOf(document.Format(cmp.Or(c.Param("format"), c.Query("format"))))
	if !known {
		return models.ErrNotFound
	}
	name, body, err := s.written(c, f.Format)
	if err != nil {
		return err
	}
	return s.download(c, name, f.Media, body)
}

// written is an edition as a file.
func (s *Server) written(c *gin.Context, format document.Format) (name string, body []byte, err error) {
	edition, err := s.compilation(c)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	name, err = s.Flow.Download(c.Request.Context(), actor(c).Scope(), edition.ID, printing(c), format, &b)
	return name, b.Bytes(), err
}

// printing is how a document is laid out, as the address says:
// ?layout=question&order=role&records=none.
func printing(c *gin.Context) workflow.Printing {
	return workflow.Printing{
		Layout: workflow.Layout(c.Query("layout")), Order: workflow.Order(c.Query("order")),
		WithoutRecords: c.Query("records") == withoutRecords,
	}
}
