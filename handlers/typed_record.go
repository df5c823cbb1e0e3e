package handlers

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A typedRecord is what a record's form says.
type typedRecord struct {
	Record forms.Record
	At     int
	Cells  []typedCell
	Beside typedBeside
	Moved  bool // what stands beside the cells is not as the page showed it
	Then   string
}

// A typedBeside is what the form says beside the cells.
type typedBeside struct {
	Section   string
	Countries string
	Status    string
	From      int
}

// saveRecord keeps what can be kept, and comes back with the rest.
func (s *Server) saveRecord(c *gin.Context) error {
	form, d, err := s.postedDesk(c)
	if err != nil {
		return err
	}
	typed, err := d.typedRecord(form, c.Param("record"))
	if err != nil {
		return err
	}
	if err := s.keepRecord(c, d, typed); err != nil || wrong(typed.Cells) {
		return s.recordAgain(c, typed, err)
	}
	if later, ok := laters[typed.Then]; ok {
		return s.sayLater(c, d, typed.Record.ID, later)
	}
	return s.done(c, d.after(typed), say("notice.saved"))
}

func (d desk) typedRecord(form url.Values, id string) (typedRecord, error) {
	r, i := d.record(id)
	if i < 0 {
		return typedRecord{}, models.ErrNotFound
	}
	beside := typedBeside{Section: r.Section, Countries: form.Get("countries"), Status: form.Get("status")}
	beside.From, _ = strconv.Atoi(form.Get("version")) // none: the first
	if section := form.Get("section"); section != "" {
		beside.Section = section
	}
	return typedRecord{
		Record: r, At: i, Cells: typedCells(form, d.recordQuestions(r.Section)),
		Beside: beside, Moved: form.Has("countries") && besideHash(beside) != form.Get("was"), Then: form.Get("then"),
	}, nil
}

// besideHash tells whether what stands beside the cells came back as it was shown.
func besideHash(b typedBeside) string {
	return textHash(strings.Join([]string{b.Section, b.Countries, b.Status, strconv.Itoa(b.From)}, "\n"))
}

// keepRecord saves the cells that were touched, and what stands beside them.
func (s *Server) keepRecord(c *gin.Context, d desk, typed typedRecord) error {
	ctx, who, id := c.Request.Context(), actor(c), d.Response.ID
	failed := s.keepCells(c, typed.Record.ID, typed.Cells)
	if !typed.Moved {
		return failed
	}
	b := typed.Beside
	_, err := s.Flow.SaveRecord(ctx, who, id, typed.Record.ID, workflow.RecordSave{
		Section: b.Section, Countries: codes(b.Countries), Status: forms.Status(b.Status), From: b.From,
	})
	if failed == nil {
		failed = err
	}
	return failed
}

// recordAgain shows a record as it was typed, with what stood in the way.
func (s *Server) recordAgain(c *gin.Context, typed typedRecord, failed error) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if err := s.said(c, &d); err != nil {
		return err
	}
	r := typed.Record
	sheet, err := d.typedSheet(r.ID, d.recordQuestions(r.Section), typed.Cells, failed)
	if err != nil {
		return err
	}
	page := d.recordPage(r, typed.At, sheet)
	page.Beside = d.typedBeside(r, typed)
	return s.html(c, sheet.Code, "record", page)
}

// typedBeside is what was typed beside the cells, over what is stored.
func (d desk) typedBeside(r forms.Record, typed typedRecord) besideView {
	v := d.beside(r)
	if !typed.Moved {
		return v
	}
	v.Countries = typed.Beside.Countries
	v.Statuses = chosen(recordStatuses, typed.Beside.Status)
	if len(v.Sections) > 0 {
		v.Sections = chosen(v.Sections, typed.Beside.Section)
	}
	return v
}

// after is where saving leads: the same page, the next record, or the list.
func (d desk) after(typed typedRecord) string {
	next := d.neighbour(typed.At + 1)
	switch {
	case typed.Then == "next" && next != nil:
		return next.URL
	case typed.Then == "next", typed.Then == "list":
		return d.home().URL
	default:
		return backTo(d.withFrom(d.RecordURL(typed.Record.ID)), typed.Cells)
	}
}
