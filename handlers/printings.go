package handlers

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// The ways to lay out an edition, in words.
var (
	layoutChoices = []choice{
		{Value: string(workflow.ByCountry), Text: say("preview.by_country")},
		{Value: string(workflow.ByQuestion), Text: say("preview.by_question")},
	}
	orderChoices = []choice{
		{Value: string(workflow.ByName), Text: say("preview.by_name")},
		{Value: string(workflow.ByRole), Text: say("preview.by_role")},
	}
	recordsChoices = []choice{
		{Value: "all", Text: say("preview.all_tables")},
		{Value: withoutRecords, Text: say("preview.counts")},
	}
)

// withoutRecords is how an address says so.
const withoutRecords = "none"

// A laidOut is how an edition is laid out, as the fields of a form.
type laidOut struct {
	Fields []choiceField
	query  url.Values
	chosen bool // the address says how
}

// printingFields are how an edition can be laid out, under the names they have in an address.
var printingFields = []choiceField{
	{"layout", say("preview.layout"), layoutChoices}, {"order", say("preview.order"), orderChoices}, {"records", say("preview.tables"), recordsChoices},
}

// laidOutAs the address says; where it says nothing that there is, as usual. What
// else can be chosen stands first.
func laidOutAs(c *gin.Context, first ...choiceField) laidOut {
	l := laidOut{query: url.Values{}}
	for _, f := range append(first, printingFields...) {
		l.add(c, f)
	}
	return l
}

// add a field, with the choice that the address makes.
func (l *laidOut) add(c *gin.Context, f choiceField) {
	said, given := c.GetQuery(f.Name)
	l.chosen = l.chosen || given
	if !slices.ContainsFunc(f.Choices, func(c choice) bool { return c.Value == said }) {
		said = f.Choices[0].Value
	}
	f.Choices = chosen(f.Choices, said)
	l.Fields = append(l.Fields, f)
	l.query.Set(f.Name, said)
}

// formatChoices are the kinds of files that an edition can be had as.
func formatChoices() []choice {
	var all []choice
	for _, f := range workflow.Formats() {
		all = append(all, choice{Value: string(f.Format), Text: plain(f.Name)})
	}
	return all
}

// A printingView is how far the usual files of an edition are printed.
type printingView struct {
	URL       string
	Done, All int
	Going     bool
	Files     []printingFile
}

// A printingFile is a format to have an edition in.
type printingFile struct {
	Format, Name, URL string
	Ready             bool // it is printed already
}

func (s *Server) printingOf(ctx context.Context, scope models.Scope, edition models.Compilation) (printingView, error) {
	printed, err := s.Store.Prints(ctx, scope, edition.ID)
	p := workflow.PrintProgressOf(printed)
	view := printingView{
		URL: editionURL(edition), Done: p.Done, All: p.All,
		Going: p.Done < p.All && edition.Failed == "" && edition.WithdrawnAt == nil,
	}
	for _, f := range workflow.Formats() {
		view.Files = append(view.Files, printingFile{
			string(f.Format), f.Name, view.URL + "/download/" + string(f.Format), slices.Contains(p.Ready, f.Format),
		})
	}
	return view, err
}

// printing tells a page that is open already how far its edition is.
func (s *Server) printing(c *gin.Context) error {
	edition, err := s.compilation(c)
	if err != nil {
		return err
	}
	view, err := s.printingOf(c.Request.Context(), actor(c).Scope(), edition)
	if err != nil {
		return err
	}
	return s.fragment(c, http.StatusOK, "printing", view)
}
