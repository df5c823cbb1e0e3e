package handlers

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A compilePage says what an edition made now would have in it, and what it
// would lack.
type compilePage struct {
	Head       ahqHead
	Action     string
	Delivered  []deliveredRow
	Missing    []missingRow
	Returned   []missingRow
	Warnings   []openWarnings
	Inquiries  []inquiryView // that nobody answered
	Threads    []openThread
	Audiences  []choice
	Laid       laidOut
	Preview    preview
	Limited    bool // there is no public edition
	Open       bool // it needs a word why it is compiled early
	Early      string
	Complaints complaints
}

// A deliveredRow is a version that would be compiled.
type deliveredRow struct {
	Name     string
	URL      string
	Number   int
	At       time.Time
	Wider    phrase
	Late     bool
	Returned bool
	Amended  bool
	Warnings int // that stayed open
}

// Title of the page.
func (p compilePage) Title() phrase {
	return p.Complaints.title(say("compile.title", "Topic", p.Head.Topic))
}

// audienceChoices of an edition.
var audienceChoices = []choice{
	{Value: string(models.Internal), Text: say("compile.internal")},
	{Value: string(models.Public), Text: say("compile.public")},
}

func (s *Server) compilePage(c *gin.Context) error {
	return s.showCompile(c, http.StatusOK, compilePage{}, models.Internal)
}

func (s *Server) showCompile(c *gin.Context, code int, page compilePage, audience models.Audience) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page.Head, page.Action = d.head(d.home()), d.URL("compile")
	page.Open = d.AHQ.State == models.Open
	page.Limited = d.AHQ.Dissemination == models.EMNOnly
	page.Audiences = chosen(audienceChoices, string(audience))
	if page.Limited {
		page.Audiences = page.Audiences[:1]
	}
	page.preview(c, d)
	if err := s.fillCompile(c.Request.Context(), d, &page); err != nil {
		return err
	}
	framing(c)
	return s.html(c, code, "compile", page)
}

// preview of what would be made, for the audience and in the layout that the
// address says.
func (p *compilePage) preview(c *gin.Context, d ahqDesk) {
	p.Laid = laidOutAs(c, choiceField{"audience", say("preview.audience"), p.Audiences})
	p.Preview = p.Laid.preview(d.URL("compile/preview"), say("preview.edition"))
}

func (s *Server) fillCompile(ctx context.Context, d ahqDesk, page *compilePage) error {
	inForce, err := s.Store.VersionsInForce(ctx, d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return err
	}
	for _, one := range inForce {
		page.Delivered = append(page.Delivered, d.deliveredRow(one))
	}
	slices.SortFunc(page.Delivered, func(a, b deliveredRow) int { return cmp.Compare(a.Name, b.Name) })
	return s.fillMissing(ctx, d, inForce, page)
}

func (d ahqDesk) deliveredRow(one models.Delivered) deliveredRow {
	v, r := one.Version, one.Response
	row := deliveredRow{
		Name: d.name(r.NCP), URL: versionURL(v), Number: v.Number, At: v.SubmittedAt, Wider: say("compile.no"),
		Late: v.Late, Warnings: v.Warnings, Returned: r.ReturnedAt != nil, Amended: r.State == models.Draft && r.ReturnedAt == nil,
	}
	if v.Wider {
		row.Wider = say("compile.yes")
	}
	return row
}

// compile makes an edition, or leads to the one there is.
func (s *Server) compile(c *gin.Context) error {
	ctx, who, a := c.Request.Context(), actor(c), about(c).AHQ
	audience, early := models.Audience(c.PostForm("audience")), lineEnds(c.PostForm("early"))
	before, err := s.Store.Compilations(ctx, who.Scope(), a.ID)
	if err != nil {
		return err
	}
	edition, err := s.Flow.Compile(ctx, who, a.ID, audience, early)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showCompile(c, code, compilePage{Early: early, Complaints: said}, audience)
	}
	notice := say("notice.compiled")
	if slices.ContainsFunc(before, func(b models.Compilation) bool { return b.ID == edition.ID }) {
		notice = say("notice.same_edition")
	}
	return s.done(c, editionURL(edition), notice)
}
